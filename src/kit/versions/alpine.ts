// Alpine packages: numbers, a letter, suffixes, a revision. https://wiki.alpinelinux.org/wiki/Package_policies, apk-tools' version.c
import { compareDigits, compareLists, versionScheme } from "./scheme.ts";

interface Suffix {
  readonly rank: number;
  readonly number: string;
}

interface AlpineVersion {
  readonly numbers: readonly string[];
  readonly letter: string;
  readonly suffixes: readonly Suffix[];
  readonly revision: string;
}

const before = ["alpha", "beta", "pre", "rc"];
const after = ["cvs", "svn", "git", "hg", "p"];
const none: Suffix = { rank: 0, number: "0" };

function read(version: string): AlpineVersion | undefined {
  const match = /^(\d+(?:\.\d+)*)([a-z]?)((?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*)(?:~[0-9a-f]+)?(?:-r(\d+))?$/.exec(
    version.trim(),
  );
  if (!match) return undefined;
  const suffixes = (match[3] ?? "")
    .split("_")
    .slice(1)
    .map((text): Suffix => {
      const [, word = "", number = ""] = /^([a-z]+)(\d*)$/.exec(text) ?? [];
      return { rank: before.includes(word) ? before.indexOf(word) - before.length : after.indexOf(word) + 1, number: number || "0" };
    });
  return { numbers: (match[1] ?? "").split("."), letter: match[2] ?? "", suffixes, revision: match[4] ?? "0" };
}

/** After the first, a number with a leading zero is compared as a fraction, digit by digit. */
function compareNumbers(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [x, y] = [a[at] ?? "", b[at] ?? ""];
    const order = at > 0 && (x.startsWith("0") || y.startsWith("0")) ? (x < y ? -1 : x > y ? 1 : 0) : compareDigits(x, y);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

export const alpine = versionScheme<AlpineVersion>(
  read,
  (a, b) =>
    compareNumbers(a.numbers, b.numbers) ||
    (a.letter < b.letter ? -1 : a.letter > b.letter ? 1 : 0) ||
    compareLists(a.suffixes, b.suffixes, none, (x, y) => x.rank - y.rank || compareDigits(x.number, y.number)) ||
    compareDigits(a.revision, b.revision),
);
