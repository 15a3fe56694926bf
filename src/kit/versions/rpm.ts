// RPM packages: epoch, version, release, compared as rpmvercmp does. https://rpm-software-management.github.io/rpm/manual/dependencies.html
// Arch Linux took the same over, with one difference: letters that directly follow a number come before the end (1.0rc < 1.0). https://man.archlinux.org/man/vercmp.8
import { compareDigits, versionScheme } from "./scheme.ts";

interface RpmVersion {
  readonly epoch: string;
  readonly version: readonly string[];
  /** Undefined where none is given: then it does not count. */
  readonly release: readonly string[] | undefined;
}

function parts(text: string): readonly string[] {
  return text.match(/\d+|[A-Za-z]+|~|\^/g) ?? [];
}

/** Letters after a sign keep it, so that they can be told from letters after a number. */
function archParts(text: string): readonly string[] {
  return text.match(/\d+|[^\dA-Za-z~^]?[A-Za-z]+|~|\^/g) ?? [];
}

function reader(split: (text: string) => readonly string[]): (version: string) => RpmVersion | undefined {
  return (version) => {
    const match = /^(?:(\d+):)?([^\s:-]*\d[^\s:-]*)(?:-([^\s:]+))?$/.exec(version.trim());
    if (!match) return undefined;
    return { epoch: match[1] ?? "0", version: split(match[2] ?? ""), release: match[3] === undefined ? undefined : split(match[3]) };
  };
}

type Weight = (part: string | undefined) => number;

/** `~` is before everything, even the end; `^` is after the end, before all else; numbers are after words. */
const weight: Weight = (part) => {
  if (part === "~") return 0;
  if (part === undefined) return 2;
  if (part === "^") return 3;
  return /^\d/.test(part) ? 5 : 4;
};

const archWeight: Weight = (part) => (part !== undefined && /^[A-Za-z]/.test(part) ? 1 : weight(part));

function compareParts(a: readonly string[], b: readonly string[], weigh: Weight): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [x, y] = [a[at], b[at]];
    const kinds = weigh(x) - weigh(y);
    if (kinds !== 0) return kinds;
    if (x === undefined || y === undefined) return 0;
    const order = /^\d/.test(x) ? compareDigits(x, y) : x < y ? -1 : x > y ? 1 : 0;
    if (order !== 0) return order;
  }
  return 0;
}

function comparer(weigh: Weight): (a: RpmVersion, b: RpmVersion) => number {
  return (a, b) =>
    compareDigits(a.epoch, b.epoch) ||
    compareParts(a.version, b.version, weigh) ||
    (a.release && b.release ? compareParts(a.release, b.release, weigh) : 0);
}

export const rpm = versionScheme<RpmVersion>(reader(parts), comparer(weight));
export const arch = versionScheme<RpmVersion>(reader(archParts), comparer(archWeight));
