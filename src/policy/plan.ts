// What a change of rules, licences or facts does: the findings of two runs, side by side.
import type { Finding } from "./types.ts";

export interface ChangedFinding {
  readonly before: Finding;
  readonly after: Finding;
}

export interface Plan {
  readonly added: readonly Finding[];
  readonly removed: readonly Finding[];
  /** The same rule about the same subject with another answer: outcome, reason, mode or waiver. */
  readonly changed: readonly ChangedFinding[];
  readonly unchanged: number;
}

/** Compares by id, so that versions and lines do not matter. Keeps the order of the runs. */
export function plan(before: readonly Finding[], after: readonly Finding[]): Plan {
  const known = new Map(before.map((finding) => [finding.id, finding]));
  const now = new Set(after.map((finding) => finding.id));
  const added: Finding[] = [];
  const changed: ChangedFinding[] = [];
  for (const finding of after) {
    const old = known.get(finding.id);
    if (!old) added.push(finding);
    else if (answerOf(old) !== answerOf(finding)) changed.push({ before: old, after: finding });
  }
  const removed = before.filter((finding) => !now.has(finding.id));
  return { added, removed, changed, unchanged: after.length - added.length - changed.length };
}

function answerOf({ outcome, because, mode, waiver }: Finding): string {
  return `${outcome} ${because} ${mode} ${waiver ? `${waiver.expires} ${waiver.expired}` : ""}`;
}
