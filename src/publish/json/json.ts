// The result document itself: one line per element of its long lists, so that it can be compared and read by line.
import type { ScanResult } from "#scan";

const LISTS: ReadonlySet<string> = new Set(["components", "uses", "findings", "verdicts", "rules", "repositories", "problems"]);

export function json(result: ScanResult): string {
  const parts = Object.entries(result).map(([key, value]) => {
    if (!LISTS.has(key) || !Array.isArray(value) || value.length === 0) return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
    return `${JSON.stringify(key)}:[\n${value.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
  });
  return `{\n${parts.join(",\n")}\n}\n`;
}
