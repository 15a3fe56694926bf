// The CODEOWNERS format: GitHub's, with GitLab's sections.
import type { Entry, FileIndex } from "./file-index.ts";

/** GitHub takes the first of these; GitLab also looks in .gitlab/. */
const PLACES = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"] as const;
const MAX_WRONG = 50;

export function codeOwnersFile(files: FileIndex): Entry | undefined {
  return PLACES.map((path) => files.at(path)).find((file) => file !== undefined);
}

export interface CodeOwners {
  readonly rules: number;
  /** Handles and addresses in lower case. */
  readonly people: ReadonlySet<string>;
  /** `@organisation/team`, GitLab roles (`@@developers`). */
  readonly teams: ReadonlySet<string>;
  /** 1-based lines of rules that name nobody, or somebody in no known form. */
  readonly wrong: readonly { readonly line: number; readonly why: string }[];
}

/** Reads every line; never throws. */
export function parseCodeOwners(text: string): CodeOwners {
  const people = new Set<string>();
  const teams = new Set<string>();
  const wrong: { line: number; why: string }[] = [];
  let rules = 0;
  let sectionOwners = false;
  let number = 0;
  const take = (owner: string, line: number): boolean => {
    const kind = kindOf(owner);
    if (kind === "team") teams.add(owner.toLowerCase());
    else if (kind === "person") people.add(owner.toLowerCase());
    else if (wrong.length < MAX_WRONG) wrong.push({ line, why: `"${owner.slice(0, 60)}" is no user, team or mail address` });
    return kind !== undefined;
  };
  for (const raw of text.split("\n")) {
    number += 1;
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    const section = /^\^?\[[^\]]{1,200}\](?:\[\d{1,3}\])?/.exec(line)?.[0];
    // A section header may name the owners of all rules below it that name none.
    const words = withoutComment(section === undefined ? afterPattern(line) : line.slice(section.length));
    const named = words.filter((word) => take(word, number)).length;
    if (section !== undefined) {
      sectionOwners = named > 0;
      continue;
    }
    rules += 1;
    // GitLab's exclusions (`!path`) take owners away and name none.
    if (words.length === 0 && !sectionOwners && !line.startsWith("!") && wrong.length < MAX_WRONG)
      wrong.push({ line: number, why: "names no owner" });
  }
  return { rules, people, teams, wrong };
}

/** What follows the path pattern, in which a space may be escaped. */
function afterPattern(line: string): string {
  let at = 0;
  while (at < line.length && !/\s/.test(line[at] as string)) at += line[at] === "\\" ? 2 : 1;
  return line.slice(at);
}

function withoutComment(text: string): string[] {
  const words: string[] = [];
  for (const word of text.split(/\s+/)) {
    if (word.startsWith("#")) break;
    if (word !== "") words.push(word);
  }
  return words;
}

function kindOf(owner: string): "person" | "team" | undefined {
  if (owner.length > 200) return undefined;
  if (/^@@[\w-]+$/.test(owner) || /^@[\w.-]+(?:\/[\w.-]+)+$/.test(owner)) return "team";
  if (/^@[\w.-]+$/.test(owner) || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(owner)) return "person";
  return undefined;
}
