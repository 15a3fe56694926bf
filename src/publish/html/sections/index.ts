// The order of the report: answer, what to do, what it rests on, and last the long lists. A section is one file and one line here.
import { answer } from "./answer.ts";
import { areas } from "./areas.ts";
import { checks } from "./checks.ts";
import { communities } from "./communities.ts";
import { componentList } from "./component-list.ts";
import { coverage } from "./coverage.ts";
import { delivery } from "./delivery.ts";
import { eliteGap } from "./elite-gap.ts";
import { figures } from "./figures.ts";
import { findings } from "./findings.ts";
import { obligations } from "./obligations.ts";
import { office } from "./office.ts";
import { program } from "./program.ts";
import { repositories } from "./repositories.ts";
import type { Section } from "./section.ts";
import { suppliers } from "./suppliers.ts";
import { toDo } from "./to-do.ts";
import { upstream } from "./upstream.ts";
import { vulnerabilities } from "./vulnerabilities.ts";
import { use } from "./use.ts";

export const sections: readonly Section[] = [
  answer,
  toDo,
  areas,
  use,
  obligations,
  vulnerabilities,
  suppliers,
  delivery,
  coverage,
  figures,
  program,
  office,
  eliteGap,
  findings,
  communities,
  upstream,
  checks,
  componentList,
  repositories,
];
