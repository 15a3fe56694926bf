// Which commit takes back which. The message names an id; where squashing or rebasing made that id vanish, the subject in quotes or the number of the request leads there.
import { commitOfId, type History, referencesOf, subjectOf } from "#facts";

export interface Reverted {
  readonly reverting: number;
  readonly reverted: number;
}

const REVERT = /^(?:revert:?\s+)"(.+)"/i;
const CONVENTIONAL = /^revert(?:\([^)]*\))?!?:\s*(.+)$/i;

/** Rows in the order of the reverting commits. Taking back a revert takes nothing back from users, and does not count. */
export function revertedRows(history: History): Reverted[] {
  const candidates = Array.from({ length: history.count }, (_, row) => row).filter((row) => mayRevert(history, row));
  const quotes = new Map(candidates.flatMap((row) => quoteOf(history, row)));
  const sameSubject = rowsBySubject(history, quotes);
  return candidates.flatMap((reverting) =>
    revertedBy(history, reverting, quotes.get(reverting), sameSubject)
      .filter((reverted) => reverted >= 0 && reverted !== reverting && !isRevert(subjectOf(history, reverted)))
      .map((reverted) => ({ reverting, reverted })),
  );
}

/** Decided on the bytes: most commits revert nothing, and their messages need not become text. */
function mayRevert({ commits }: History, row: number): boolean {
  const { subject, references } = commits;
  if ((references.starts[row + 1] ?? 0) > (references.starts[row] ?? 0)) return true;
  return startsLike(subject.data, subject.starts[row] ?? 0, subject.starts[row + 1] ?? 0, "revert");
}

function startsLike(bytes: Uint8Array, from: number, end: number, lowerCase: string): boolean {
  if (end - from < lowerCase.length) return false;
  for (let at = 0; at < lowerCase.length; at += 1) if (((bytes[from + at] ?? 0) | 0x20) !== lowerCase.charCodeAt(at)) return false;
  return true;
}

/** What a commit says in quotes that it takes back, where no id that it names is here. */
function quoteOf(history: History, row: number): [number, string][] {
  if (byId(history, row).some((reverted) => reverted >= 0)) return [];
  const quoted = quotedIn(subjectOf(history, row));
  return quoted === undefined ? [] : [[row, quoted]];
}

/** For each reverting row the last commit before it with the subject that it quotes. Only subjects that begin like one of those become text. */
function rowsBySubject(history: History, quotes: ReadonlyMap<number, string>): Map<number, number> {
  const found = new Map<number, number>();
  if (quotes.size === 0) return found;
  const { starts, data } = history.commits.subject;
  const wanted = new Set([...quotes.values()].map(withoutNumber));
  const beginnings = new Set([...wanted].map((text) => Buffer.from(text)[0] ?? 0));
  const last = new Map<string, number>();
  for (let row = 0; row < history.count; row += 1) {
    const quoted = quotes.get(row);
    const before = quoted === undefined ? undefined : last.get(withoutNumber(quoted));
    if (before !== undefined) found.set(row, before);
    if (!beginnings.has(data[starts[row] ?? 0] ?? 0)) continue;
    const subject = withoutNumber(subjectOf(history, row));
    if (wanted.has(subject)) last.set(subject, row);
  }
  return found;
}

function byId(history: History, row: number): number[] {
  return referencesOf(history, row).flatMap(({ kind, id }) => (kind === "reverts" ? commitOfId(history, id) : []));
}

function revertedBy(
  history: History,
  row: number,
  quoted: string | undefined,
  sameSubject: ReadonlyMap<number, number>,
): readonly number[] {
  if (quoted === undefined) return byId(history, row);
  const same = sameSubject.get(row);
  if (same !== undefined) return [same];
  const number = /\(#(\d+)\)\s*$/.exec(quoted)?.[1];
  return number === undefined ? [] : [rowOfChange(history, Number(number), row)];
}

/** The commit before this one that brought a request; -1 where none names it. */
function rowOfChange({ commits }: History, number: number, before: number): number {
  for (let row = before - 1; row >= 0; row -= 1) if (commits.change[row] === number) return row;
  return -1;
}

function quotedIn(subject: string): string | undefined {
  return REVERT.exec(subject)?.[1] ?? CONVENTIONAL.exec(subject)?.[1]?.replaceAll(/^"|"$/g, "");
}

function isRevert(subject: string): boolean {
  return /^revert\b/i.test(subject);
}

/** `feat: x (#12)` and `feat: x` are the same change before and after squashing. */
function withoutNumber(subject: string): string {
  return subject.replace(/\s*\(#\d+\)\s*$/, "").trim();
}
