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
  const bySubject = new Map<string, number>();
  const found: Reverted[] = [];
  for (let row = 0; row < history.count; row += 1) {
    const subject = subjectOf(history, row);
    for (const reverted of revertedBy(history, row, subject, bySubject)) {
      if (reverted >= 0 && reverted !== row && !isRevert(subjectOf(history, reverted))) found.push({ reverting: row, reverted });
    }
    if (subject !== "") bySubject.set(withoutNumber(subject), row);
  }
  return found;
}

function revertedBy(history: History, row: number, subject: string, bySubject: ReadonlyMap<string, number>): readonly number[] {
  const byId = referencesOf(history, row).flatMap(({ kind, id }) => (kind === "reverts" ? commitOfId(history, id) : []));
  if (byId.some((reverted) => reverted >= 0)) return byId;
  const quoted = quotedIn(subject);
  if (quoted === undefined) return [];
  const bySame = bySubject.get(withoutNumber(quoted));
  if (bySame !== undefined) return [bySame];
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
