// go.sum: hashes of modules that some build used. A line without `/go.mod` says that the module's code itself was needed.
import { upTo } from "#kit";
import { goName } from "../shared/golang.ts";

/** Modules whose code was used, the highest version of each (https://go.dev/ref/mod#go-sum-files). */
export function sumModules(text: string): { path: string; version: string }[] {
  const highest = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [path, version, hash] = line.trim().split(/\s+/, 3);
    if (path === undefined || version === undefined || !hash?.startsWith("h1:") || version.endsWith("/go.mod") || goName(path).name === "")
      continue;
    const known = highest.get(path);
    if (known === undefined || isHigher(version, known)) highest.set(path, version);
  }
  return [...highest].map(([path, version]) => ({ path, version }));
}

/** By the numbers of the version, then releases before their pre-releases, then by text: enough to choose among what one file holds. */
function isHigher(a: string, b: string): boolean {
  const left = partsOf(a);
  const right = partsOf(b);
  for (const index of [0, 1, 2]) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  if (left.rest === "" || right.rest === "") return left.rest === "" && right.rest !== "";
  return left.rest > right.rest;
}

function partsOf(version: string): { numbers: number[]; rest: string } {
  const plain = upTo(version.replace(/^v/, ""), "+");
  const dash = plain.indexOf("-");
  const numbers = (dash < 0 ? plain : plain.slice(0, dash)).split(".").map(Number);
  return { numbers, rest: dash < 0 ? "" : plain.slice(dash + 1) };
}
