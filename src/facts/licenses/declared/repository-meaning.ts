// The licence file of a repository on a code host, by whose repository it is.
import type { Meaning } from "./tables.ts";
import { knownRepositories, ownersWithOneLicense } from "./repositories.ts";

/** How sure common knowledge about a project is: less than any text, tag or name. */
const ofProject = 0.75;
const ofOwner = 0.65;

const address =
  /^(?:github\.com\/([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:\/(?:(?:blob|raw|tree)\/)?(.+))?|raw\.github(?:usercontent)?\.com\/([\w.-]+)\/([\w.-]+)\/(.+))$/;
const licenseFile = /(?:^|\/)(?:[\w.-]*licen[cs]e[\w.-]*|copying[\w.-]*|copyright)$/;

let projects: ReadonlyMap<string, string> | undefined;
let owners: ReadonlyMap<string, string> | undefined;

function byWord(rows: readonly (readonly [expression: string, words: string])[]): Map<string, string> {
  return new Map(rows.flatMap(([expression, words]) => words.split(" ").map((word) => [word, expression] as const)));
}

/** `key` is a `urlKey`. A repository's own page says as much as its licence file; other files say nothing. */
export function repositoryMeaning(key: string): Meaning | undefined {
  const match = address.exec(key);
  if (!match) return undefined;
  const owner = match[1] ?? match[4] ?? "";
  const name = match[2] ?? match[5] ?? "";
  const file = match[3] ?? match[6];
  if (file !== undefined && !licenseFile.test(file)) return undefined;
  projects ??= byWord(knownRepositories);
  owners ??= byWord(ownersWithOneLicense);
  const own = projects.get(`${owner}/${name}`);
  if (own !== undefined) return { expression: own, confidence: ofProject, repository: true };
  const general = owners.get(owner);
  return general === undefined ? undefined : { expression: general, confidence: ofOwner, repository: true };
}
