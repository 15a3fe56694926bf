// The result document itself: one line per element of its long lists, so that it can be compared and read by line. Written in pieces: a large
// organisation's document is longer than a string may be.
import type { ScanResult } from "#scan";
import { gathered } from "../sbom/pieces.ts";

const LISTS: ReadonlySet<string> = new Set([
  "components",
  "uses",
  "vulnerabilities",
  "findings",
  "verdicts",
  "rules",
  "measures",
  "communities",
  "deliveries",
  "repositories",
  "problems",
]);

export function json(result: ScanResult): Generator<string> {
  return gathered(parts(result));
}

function* parts(result: ScanResult): Generator<string> {
  let before = "{\n";
  for (const [key, value] of Object.entries(result)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(key)}:`;
    before = ",\n";
    if (LISTS.has(key) && Array.isArray(value) && value.length > 0) yield* lines(value);
    else yield JSON.stringify(value);
  }
  yield "\n}\n";
}

function* lines(list: readonly unknown[]): Generator<string> {
  let before = "[\n";
  for (const item of list) {
    yield before + JSON.stringify(item);
    before = ",\n";
  }
  yield "\n]";
}
