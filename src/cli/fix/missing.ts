// The files that `allmend fix` can write, and which of them a repository lacks.
import type { ResultRepository } from "#scan";

export interface Fixable {
  /** Base name of its template, and how --only names it. */
  readonly name: string;
  /** Where it goes, the first of these that is free. */
  readonly paths: readonly string[];
  /** The fact that says whether it is there. */
  readonly fact: string;
}

export const fixables: readonly Fixable[] = [
  { name: "LICENSE", paths: ["LICENSE"], fact: "hasLicense" },
  { name: "CODEOWNERS", paths: [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"], fact: "hasCodeowners" },
  { name: "CONTRIBUTING.md", paths: ["CONTRIBUTING.md", ".github/CONTRIBUTING.md"], fact: "hasContributing" },
  { name: "SECURITY.md", paths: ["SECURITY.md", ".github/SECURITY.md"], fact: "hasSecurityPolicy" },
  { name: "CODE_OF_CONDUCT.md", paths: ["CODE_OF_CONDUCT.md", ".github/CODE_OF_CONDUCT.md"], fact: "hasCodeOfConduct" },
  { name: "publiccode.yml", paths: ["publiccode.yml"], fact: "hasPubliccode" },
];

/** A name as people write it: without its ending, in whatever case. */
export function stem(name: string): string {
  return name.toLowerCase().replace(/\.[a-z]+$/, "");
}

/** Only what is known to be missing: a fact that is absent says nothing. */
export function missingFiles(repository: ResultRepository): Fixable[] {
  return fixables.filter(({ fact }) => repository.facts[fact] === false);
}
