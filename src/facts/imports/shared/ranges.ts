// Ranges as other tools write them (`<1.2.3 || >=2,<2.1`, `vers:npm/>=1|<2`) as intervals.
import { type Comparator, parseVersions } from "#kit";
import type { Affected, Interval } from "../../vulnerabilities/types.ts";

/** Intervals, listed versions and, where asked for, upper bounds as the versions that mend. Undefined where the text is no range. */
export function rangeOf(
  text: string,
  type: string,
  boundsMend: boolean,
): Pick<Affected, "order" | "intervals" | "versions" | "fixed"> | undefined {
  const versions = parseVersions(text, type);
  if ("error" in versions) return undefined;
  const intervals: Interval[] = [];
  const listed: string[] = [];
  for (const alternative of versions.alternatives) {
    const only = alternative.length === 1 ? alternative[0] : undefined;
    if (only?.operator === "=") listed.push(only.version);
    else {
      const interval = intervalOf(alternative);
      if (!interval) return undefined;
      intervals.push(interval);
    }
  }
  const fixed = boundsMend ? intervals.flatMap(({ below }) => (below === undefined || below.endsWith("-0") ? [] : [below])) : [];
  return {
    order: versions.order,
    ...(intervals.length > 0 ? { intervals } : {}),
    ...(listed.length > 0 ? { versions: listed } : {}),
    ...(fixed.length > 0 ? { fixed } : {}),
  };
}

const bounds = { ">=": "from", ">": "after", "<": "below", "<=": "through" } as const;

function intervalOf(comparators: readonly Comparator[]): Interval | undefined {
  const interval: { -readonly [K in keyof Interval]: Interval[K] } = {};
  for (const { operator, version } of comparators) {
    if (operator === "=" || operator === "!=") return undefined;
    interval[bounds[operator]] = version;
  }
  return interval;
}
