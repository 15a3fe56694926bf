// RPM packages: epoch, version, release, compared as rpmvercmp does. https://rpm-software-management.github.io/rpm/manual/dependencies.html
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

function read(version: string): RpmVersion | undefined {
  const match = /^(?:(\d+):)?([^\s:-]*\d[^\s:-]*)(?:-([^\s:]+))?$/.exec(version.trim());
  if (!match) return undefined;
  return { epoch: match[1] ?? "0", version: parts(match[2] ?? ""), release: match[3] === undefined ? undefined : parts(match[3]) };
}

/** `~` is before everything, even the end; `^` is after the end, before all else; numbers are after words. */
function weight(part: string | undefined): number {
  if (part === "~") return 0;
  if (part === undefined) return 1;
  if (part === "^") return 2;
  return /^\d/.test(part) ? 4 : 3;
}

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [x, y] = [a[at], b[at]];
    const kinds = weight(x) - weight(y);
    if (kinds !== 0) return kinds;
    if (x === undefined || y === undefined) return 0;
    const order = weight(x) === 4 ? compareDigits(x, y) : x < y ? -1 : x > y ? 1 : 0;
    if (order !== 0) return order;
  }
  return 0;
}

export const rpm = versionScheme<RpmVersion>(
  read,
  (a, b) =>
    compareDigits(a.epoch, b.epoch) ||
    compareParts(a.version, b.version) ||
    (a.release && b.release ? compareParts(a.release, b.release) : 0),
);
