// Rows of the default branch within a window that ends now.
import type { History } from "../history/index.ts";
import type { Evidence, FactValue } from "../subjects.ts";

export const DAY = 86_400;

export interface Moment {
  readonly history: History;
  /** Seconds since 1970. */
  readonly now: number;
  /** The organisation's mail domains, lower case. */
  readonly domains: readonly string[];
  /** Handles and addresses that CODEOWNERS names, lower case; undefined where they are not known. */
  readonly maintainers?: readonly string[];
  /** Time zone of the organisation. */
  readonly zone: string;
  /** A glob that says which tags are releases. */
  readonly tagPattern?: string;
  /** Whether all commits are here. */
  readonly whole: boolean;
  set(name: string, value: FactValue, ...evidence: readonly Evidence[]): void;
}

/** Calls back for each commit of the default branch that was committed in the last `days` days. */
export function eachCommit({ history, now }: Moment, days: number, take: (row: number) => void): void {
  const { committerTime } = history.commits;
  const from = now - days * DAY;
  for (let row = history.count - 1; row >= 0; row -= 1) {
    const time = committerTime[row] as number;
    if (history.onDefaultBranch[row] === 1 && time > from && time <= now) take(row);
  }
}
