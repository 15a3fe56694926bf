// The lowest version that a range allows.
import { parseVersions } from "./range.ts";
import { compareVersions } from "./schemes.ts";
import type { Comparator } from "./types.ts";

/**
 * The lowest version that a range of this purl type allows, as the range writes it (`^1.2` → `1.2`, `[1.0,2.0)` → `1.0`). Undefined where it has no lower
 * end, where that end is not part of it (`>1`) or not a version (`1.*`), and where the range cannot be read.
 */
export function lowestVersion(range: string, type: string): string | undefined {
  if (/\*|\.[xX]\b/.test(range)) return undefined;
  const versions = parseVersions(range, type);
  if (!("alternatives" in versions)) return undefined;
  const starts = versions.alternatives.map((comparators) => lowestOf(comparators, versions.order));
  let [lowest] = starts;
  if (lowest === undefined) return undefined;
  for (const start of starts.slice(1)) {
    if (start === undefined) return undefined;
    if ((compareVersions(versions.order, start, lowest) ?? 0) < 0) lowest = start;
  }
  return lowest;
}

/** Of constraints that all hold. */
function lowestOf(comparators: readonly Comparator[], order: string): string | undefined {
  let highest: Comparator | undefined;
  for (const one of comparators) {
    if (one.operator !== ">=" && one.operator !== "=" && one.operator !== ">") continue;
    if (highest === undefined || (compareVersions(order, one.version, highest.version) ?? 0) > 0) highest = one;
  }
  if (highest === undefined || highest.operator === ">" || !/^v?\d/.test(highest.version)) return undefined;
  const version = highest.version;
  return comparators.some((one) => one.operator === "!=" && one.version === version) ? undefined : version;
}
