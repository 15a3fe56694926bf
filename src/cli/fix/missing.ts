// The files that `allmend fix` can write, and which of them a repository lacks.
import type { ResultRepository } from "#scan";

export interface Fixable {
  /** Base name of its template, and how --only names it. */
  readonly name: string;
  /** Where it goes where nothing says otherwise. */
  readonly path: string;
  /** The fact that says whether it is there. */
  readonly fact: string;
}

export const fixables: readonly Fixable[] = [
  { name: "LICENSE", path: "LICENSE", fact: "hasLicense" },
  { name: "CODEOWNERS", path: ".github/CODEOWNERS", fact: "hasCodeowners" },
  { name: "CONTRIBUTING.md", path: "CONTRIBUTING.md", fact: "hasContributing" },
  { name: "SECURITY.md", path: "SECURITY.md", fact: "hasSecurityPolicy" },
  { name: "CODE_OF_CONDUCT.md", path: "CODE_OF_CONDUCT.md", fact: "hasCodeOfConduct" },
  { name: "publiccode.yml", path: "publiccode.yml", fact: "hasPubliccode" },
];

/** Only what is known to be missing: a fact that is absent says nothing. */
export function missingFiles(repository: ResultRepository): Fixable[] {
  return fixables.filter(({ fact }) => repository.facts[fact] === false);
}
