// NuGet: up to four numbers, then as semantic versions, without regard to case. https://learn.microsoft.com/nuget/concepts/package-versioning
import { compareDigits, compareLists, versionScheme } from "./scheme.ts";

interface NugetVersion {
  readonly numbers: readonly string[];
  readonly labels: readonly string[];
}

function read(version: string): NugetVersion | undefined {
  const match = /^v?(\d+(?:\.\d+){0,3})(?:-([0-9a-z.-]+))?(?:\+[0-9a-z.-]*)?$/i.exec(version.trim());
  return match ? { numbers: (match[1] ?? "").split("."), labels: match[2]?.toLowerCase().split(".") ?? [] } : undefined;
}

/** Numbers before words; a version with labels comes before the same one without, fewer labels before more. */
function compareLabels(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [left, right] = [a[at] ?? "", b[at] ?? ""];
    const [leftNumber, rightNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    const order =
      leftNumber && rightNumber
        ? compareDigits(left, right)
        : Number(rightNumber) - Number(leftNumber) || (left < right ? -1 : left > right ? 1 : 0);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

export const nuget = versionScheme<NugetVersion>(
  read,
  (a, b) => compareLists(a.numbers, b.numbers, "0", compareDigits) || compareLabels(a.labels, b.labels),
);
