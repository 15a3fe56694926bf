// Ranges written short: `^1.2`, `~1.2.3`, `~> 2.1`, `~= 3.1`, `1.2.*`. All of them mean "from here to before the next …".
import type { Comparator } from "./types.ts";

/** The lowest text that each order puts under the same numbers: before even the first unfinished version of that release. */
const lowest: Readonly<Record<string, (numbers: string) => string>> = {
  pep440: (numbers) => `${numbers}.dev0`,
  gem: (numbers) => `${numbers}.A`,
  semver: (numbers) => `${numbers}${".0".repeat(Math.max(0, 3 - numbers.split(".").length))}-0`,
  maven: (numbers) => `${numbers}-alpha`,
  nuget: (numbers) => `${numbers}-0`,
  composer: (numbers) => `${numbers}-dev`,
};

const families: Readonly<Record<string, string>> = {
  pypi: "pep440",
  gem: "gem",
  cocoapods: "gem",
  maven: "maven",
  nuget: "nuget",
  composer: "composer",
};
const others = new Set(["deb", "rpm", "apk", "alpine", "alpm"]);

function before(numbers: readonly string[], type: string): Comparator {
  const text = numbers.join(".");
  const family = families[type] ?? (others.has(type) ? undefined : "semver");
  const write = family === undefined ? undefined : lowest[family];
  return { operator: "<", version: write ? write(text) : text };
}

/** The next number at a place; what stands after it goes. */
function next(numbers: readonly string[], place: number): readonly string[] {
  return [...numbers.slice(0, place), (BigInt(numbers[place] ?? "0") + 1n).toString()];
}

function numbersOf(version: string): readonly string[] | undefined {
  return /^v?(\d{1,20}(?:\.\d{1,20}){0,5})/.exec(version)?.[1]?.split(".");
}

/**
 * `^` keeps the first number that is not zero; `~` keeps two numbers (one, where only one is given); `~>` and `~=` keep all but the last.
 * Undefined where the version does not begin with numbers.
 */
export function shorthand(operator: "^" | "~" | "~>" | "~=", version: string, type: string): readonly Comparator[] | undefined {
  const numbers = numbersOf(version);
  if (!numbers) return undefined;
  const last = numbers.length - 1;
  const significant = numbers.findIndex((number) => /[1-9]/.test(number));
  const place = operator === "^" ? (significant < 0 ? last : significant) : operator === "~" ? Math.min(1, last) : Math.max(0, last - 1);
  return [{ operator: ">=", version }, before(next(numbers, place), type)];
}

/** `1.2.*`, `1.x`: everything that begins so. Undefined for any other text. */
export function wildcard(text: string, type: string): readonly Comparator[] | undefined {
  const numbers = /^v?(\d{1,20}(?:\.\d{1,20}){0,5})(?:\.[*xX]){1,3}$/.exec(text)?.[1]?.split(".");
  if (!numbers) return undefined;
  return [{ operator: ">=", version: before(numbers, type).version }, before(next(numbers, numbers.length - 1), type)];
}
