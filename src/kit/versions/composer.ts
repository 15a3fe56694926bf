// Composer: four numbers and a stability. https://getcomposer.org/doc/articles/versions.md, composer/semver's VersionParser
import { compareDigits, compareLists, versionScheme } from "./scheme.ts";

interface ComposerVersion {
  readonly numbers: readonly string[];
  /** dev, alpha, beta, RC, stable, patch: 0 to 5. */
  readonly stability: number;
  readonly count: readonly string[];
  /** `-dev` at the end: before the version without. */
  readonly development: boolean;
}

const stabilities: Readonly<Record<string, number>> = { a: 1, alpha: 1, b: 2, beta: 2, rc: 3, stable: 4, p: 5, pl: 5, patch: 5 };
const STABLE = 4;
const pattern =
  /^v?(\d+(?:\.\d+){0,3})(?:[._-]?(alpha|a|beta|b|rc|stable|patch|pl|p)((?:[.-]?\d+(?:[.-]\d+){0,3})?))?([.-]?dev)?(?:\+[^\s]*)?$/i;

function read(version: string): ComposerVersion | undefined {
  const text = version.trim();
  const branch = /^v?(\d+(?:\.\d+){0,2})\.x-dev$/i.exec(text);
  if (branch) {
    const numbers = (branch[1] ?? "").split(".");
    while (numbers.length < 4) numbers.push("9999999");
    return { numbers, stability: 0, count: [], development: false };
  }
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, numbers = "", word, count = "", development] = match;
  return {
    numbers: numbers.split("."),
    stability: word ? (stabilities[word.toLowerCase()] ?? STABLE) : development ? 0 : STABLE,
    count: count.split(/[.-]/).filter((part) => part !== ""),
    development: word !== undefined && development !== undefined,
  };
}

export const composer = versionScheme<ComposerVersion>(
  read,
  (a, b) =>
    compareLists(a.numbers, b.numbers, "0", compareDigits) ||
    a.stability - b.stability ||
    compareLists(a.count, b.count, "0", compareDigits) ||
    Number(b.development) - Number(a.development),
);
