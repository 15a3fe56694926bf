// Releases that are held to have failed, by two signs that a history shows: something that was shipped is reverted in a later release, or the next patch follows within
// hours. Both are estimates and may disagree widely on one repository, so each flagged release says which sign it was. A fix is no failure.
import type { History, Release, TagName } from "#facts";
import type { Window } from "./calendar.ts";
import type { FlaggedRelease } from "./entry.ts";
import { revertedRows } from "./reverts.ts";
import { median } from "#kit";

export const DEFAULT_HOTFIX_HOURS = 24;
const HOUR = 3_600_000;
/** Of fewer releases a year nobody says that they come continuously, however near two of them lie. */
const LEAST_FOR_GAP = 10;

export interface ReleaseTrouble {
  /** By number of the release that failed: the number of the one that mended it, and the sign. */
  readonly failures: readonly { readonly failed: number; readonly mended: number; readonly sign: FlaggedRelease["sign"] }[];
  /** Numbers of releases that mend the one before: rework. */
  readonly hotfixes: ReadonlySet<number>;
  /** Releases follow one another so quickly that a patch within hours says nothing. */
  readonly hotfixRuleOff: boolean;
}

/** `owners`: number of the release that first held each row. Releases in the order of time. */
export function releaseTrouble(
  history: History,
  releases: readonly Release[],
  owners: Int32Array,
  window: Window,
  hotfixHours: number = DEFAULT_HOTFIX_HOURS,
): ReleaseTrouble {
  const off = isContinuous(releases, window, hotfixHours * HOUR);
  const hotfixes = hotfixPairs(releases, off ? 0 : hotfixHours * HOUR);
  const reverts = revertPairs(history, owners);
  const failures = new Map<number, ReleaseTrouble["failures"][number]>();
  // The earliest remedy ends it; where both signs speak of a release, the revert is the surer one.
  for (const pair of [...hotfixes, ...reverts]) {
    const before = failures.get(pair.failed);
    if (!before || pair.mended < before.mended || (pair.mended === before.mended && pair.sign === "revert"))
      failures.set(pair.failed, pair);
  }
  return {
    failures: [...failures.values()].sort((a, b) => a.failed - b.failed),
    hotfixes: new Set(hotfixes.map(({ mended }) => mended)),
    hotfixRuleOff: off,
  };
}

/** Whether half of the gaps between releases are below three times the window: the next patch then comes soon anyway. */
function isContinuous(releases: readonly Release[], window: Window, within: number): boolean {
  const recent = releases.filter(({ at }) => at >= window.from && at < window.to).map(({ at }) => at);
  if (recent.length < LEAST_FOR_GAP) return false;
  const gap = median(recent.slice(1).map((at, index) => at - (recent[index] ?? at)));
  return gap !== undefined && gap < 3 * within;
}

function hotfixPairs(releases: readonly Release[], within: number): ReleaseTrouble["failures"][number][] {
  const latest = new Map<string, number>();
  const pairs: ReleaseTrouble["failures"][number][] = [];
  for (const [number, release] of releases.entries()) {
    for (const version of release.versions) {
      const before = latest.get(previousOf(version) ?? "");
      const earlier = before === undefined ? undefined : releases[before];
      if (before !== undefined && earlier && before !== number && (release.hotfix || release.at - earlier.at <= within)) {
        pairs.push({ failed: before, mended: number, sign: "hotfix" });
        break;
      }
    }
    for (const { line, numbers } of release.versions) latest.set(`${line} ${numbers.join(".")}`, number);
  }
  return pairs;
}

/** The version whose next patch this is: 1.2.3 for 1.2.4; undefined for x.y.0 and versions without a patch number. */
function previousOf({ line, numbers }: TagName): string | undefined {
  const patch = numbers.at(-1);
  if (numbers.length < 3 || patch === undefined || patch === 0) return undefined;
  return `${line} ${[...numbers.slice(0, -1), patch - 1].join(".")}`;
}

function revertPairs(history: History, owners: Int32Array): ReleaseTrouble["failures"][number][] {
  return revertedRows(history).flatMap(({ reverting, reverted }) => {
    const [failed, mended] = [owners[reverted] ?? -1, owners[reverting] ?? -1];
    return failed >= 0 && mended > failed ? [{ failed, mended, sign: "revert" as const }] : [];
  });
}
