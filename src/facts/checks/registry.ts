// Every check, in the order of the reference and of the report: one line for each file of the catalogue.
import { community } from "./catalogue/community.ts";
import { contents } from "./catalogue/contents.ts";
import { forge } from "./catalogue/forge.ts";
import { history } from "./catalogue/history.ts";
import { license } from "./catalogue/license.ts";
import { people } from "./catalogue/people.ts";
import { security } from "./catalogue/security.ts";
import { supplyChain } from "./catalogue/supply-chain.ts";
import { checkGroups, type RepositoryCheck } from "./types.ts";

const all: readonly RepositoryCheck[] = [
  ...license,
  ...community,
  ...security,
  ...people,
  ...contents,
  ...supplyChain,
  ...history,
  ...forge,
];

export const repositoryChecks: readonly RepositoryCheck[] = checkGroups.flatMap((group) => all.filter((check) => check.group === group));
