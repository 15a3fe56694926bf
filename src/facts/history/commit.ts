// One commit of a history, as its readers ask for it. What is asked of all commits is better read from the columns.
import { type SignatureKind, signatureKinds } from "./commit-table.ts";
import type { Identity } from "./identities.ts";
import { isForge, type Person } from "./people.ts";
import { rowOf, textOf } from "./ragged.ts";
import type { History } from "./types.ts";

/** Hexadecimal. */
export function commitId(history: History, row: number): string {
  const { ids } = history.commits;
  return Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength).toString("hex", row * history.idBytes, (row + 1) * history.idBytes);
}

const prefixes = new WeakMap<History, Map<number, number>>();
/** Digits by which rows are found: what fits into a small number. */
const PREFIX = 7;

/** The row of an id, also of a shortened one (seven digits or more); -1 where there is none, or more than one. */
export function commitOfId(history: History, id: string): number {
  if (id.length < PREFIX) return -1;
  let rows = prefixes.get(history);
  if (!rows) {
    rows = new Map();
    prefixes.set(history, rows);
    for (let row = 0; row < history.count; row += 1) {
      const short = shortOf(history, row);
      rows.set(short, rows.has(short) ? MANY : row);
    }
  }
  const wanted = id.toLowerCase();
  const row = rows.get(Number.parseInt(wanted.slice(0, PREFIX), 16)) ?? -1;
  if (row !== MANY) return row >= 0 && commitId(history, row).startsWith(wanted) ? row : -1;
  const matches = Array.from({ length: history.count }, (_, at) => at).filter((at) => commitId(history, at).startsWith(wanted));
  return matches.length === 1 ? (matches[0] as number) : -1;
}

const MANY = -2;

/** The first seven digits as a number. */
function shortOf({ commits: { ids }, idBytes }: History, row: number): number {
  const at = row * idBytes;
  const [a, b, c, d] = [ids[at] as number, ids[at + 1] as number, ids[at + 2] as number, ids[at + 3] as number];
  return (a << 20) | (b << 12) | (c << 4) | (d >> 4);
}

/** First line of its message. */
export function subjectOf(history: History, row: number): string {
  return textOf(history.commits.subject, row);
}

/** Rows of its parents; -1 for one that is not here. */
export function parentsOf(history: History, row: number): Int32Array {
  return rowOf(history.commits.parents, row);
}

export function isMerge(history: History, row: number): boolean {
  const { starts } = history.commits.parents;
  return (starts[row + 1] as number) - (starts[row] as number) > 1;
}

export function authorOf(history: History, row: number): Person {
  return personOf(history, history.commits.author[row] as number);
}

function personOf(history: History, identity: number): Person {
  return history.people[history.personOf[identity] as number] as Person;
}

export interface NamedPerson {
  readonly role: "signed-off-by" | "co-authored-by";
  /** Number of the identity, as written; `personOf` leads to the person. */
  readonly identity: number;
}

/** Trailers that name people, in their order. */
export function namedIn(history: History, row: number): NamedPerson[] {
  return Array.from(rowOf(history.commits.people, row), (value) => ({
    role: value & 1 ? "co-authored-by" : "signed-off-by",
    identity: value >> 1,
  }));
}

export interface CommitReference {
  readonly kind: "reverts" | "picked-from";
  /** As written, lower case: perhaps shortened, perhaps of a commit that is not here. */
  readonly id: string;
}

/** What it says it reverts (`This reverts commit …`) or was picked from (`(cherry picked from commit …)`). */
export function referencesOf(history: History, row: number): CommitReference[] {
  const text = textOf(history.commits.references, row);
  if (text === "") return [];
  return text.split(" ").map((part) => ({ kind: part[0] === "r" ? "reverts" : "picked-from", id: part.slice(1) }));
}

export interface CommitSignature {
  readonly kind: SignatureKind;
  /** Signed by the forge itself, for a merge or an edit on its pages: it says nothing about a person. */
  readonly platform: boolean;
}

/** What a commit is signed with; whether the signature holds is unknown without the keys. */
export function signatureOf(history: History, row: number): CommitSignature {
  const kind = signatureKinds[history.commits.signature[row] as number] as SignatureKind;
  const committer = history.identities[history.commits.committer[row] as number] as Identity;
  return { kind, platform: kind !== "none" && isForge(committer) };
}
