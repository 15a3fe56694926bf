// Which commit takes back which. The message names an id; where squashing or rebasing made that id vanish, the subject in quotes or the number of the request leads there.
import type { ChangeHistory } from "./change-history.ts";

export interface Reverted {
  readonly reverting: number;
  readonly reverted: number;
}

const REVERT = /^(?:revert:?\s+)"(.+)"/i;
const CONVENTIONAL = /^revert(?:\([^)]*\))?!?:\s*(.+)$/i;

/** Rows in the order of the reverting commits. Taking back a revert takes nothing back from users, and does not count. */
export function revertedRows(history: ChangeHistory): Reverted[] {
  const bySubject = new Map<string, number>();
  const found: Reverted[] = [];
  for (let row = 0; row < history.count; row += 1) {
    const subject = history.subjectOf(row);
    for (const reverted of revertedBy(history, row, subject, bySubject)) {
      if (reverted >= 0 && reverted !== row && !isRevert(history.subjectOf(reverted))) found.push({ reverting: row, reverted });
    }
    if (subject !== "") bySubject.set(withoutNumber(subject), row);
  }
  return found;
}

function revertedBy(history: ChangeHistory, row: number, subject: string, bySubject: ReadonlyMap<string, number>): readonly number[] {
  const byId = history.revertsOf(row).map((sha) => history.rowOf(sha));
  if (byId.some((reverted) => reverted >= 0)) return byId;
  const quoted = quotedIn(subject);
  if (quoted === undefined) return [];
  const bySame = bySubject.get(withoutNumber(quoted));
  if (bySame !== undefined) return [bySame];
  const number = /\(#(\d+)\)\s*$/.exec(quoted)?.[1];
  return number === undefined ? [] : [history.rowOfChange(Number(number))];
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
