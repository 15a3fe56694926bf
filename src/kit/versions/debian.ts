// Debian packages: epoch, upstream version, revision. https://www.debian.org/doc/debian-policy/ch-controlfields.html#version
import { compareDigits, versionScheme } from "./scheme.ts";

interface DebianVersion {
  readonly epoch: string;
  readonly upstream: string;
  readonly revision: string;
}

function read(version: string): DebianVersion | undefined {
  const match = /^(?:(\d+):)?([0-9A-Za-z.+:~-]*\d[0-9A-Za-z.+:~-]*)$/.exec(version.trim());
  if (!match) return undefined;
  const rest = match[2] ?? "";
  const hyphen = rest.lastIndexOf("-");
  return {
    epoch: match[1] ?? "0",
    upstream: hyphen < 0 ? rest : rest.slice(0, hyphen),
    revision: hyphen < 0 ? "" : rest.slice(hyphen + 1),
  };
}

/** Letters before other signs, and `~` before everything, even before the end. */
function weight(sign: string | undefined): number {
  if (sign === undefined) return 0;
  if (sign === "~") return -1;
  return /[A-Za-z]/.test(sign) ? sign.charCodeAt(0) : sign.charCodeAt(0) + 256;
}

/** Non-digits and digits in turn, beginning with non-digits, be it none. */
function turns(text: string): readonly string[] {
  const parts: string[] = text.match(/\D+|\d+/g) ?? [];
  return /^\d/.test(text) ? ["", ...parts] : parts;
}

function compareParts(a: string, b: string): number {
  const [left, right] = [turns(a), turns(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [x, y] = [left[at] ?? "", right[at] ?? ""];
    const order = at % 2 === 1 ? compareDigits(x || "0", y || "0") : compareSigns(x, y);
    if (order !== 0) return order;
  }
  return 0;
}

function compareSigns(a: string, b: string): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const order = weight(a[at]) - weight(b[at]);
    if (order !== 0) return order;
  }
  return 0;
}

export const debian = versionScheme<DebianVersion>(
  read,
  (a, b) => compareDigits(a.epoch, b.epoch) || compareParts(a.upstream, b.upstream) || compareParts(a.revision, b.revision),
);
