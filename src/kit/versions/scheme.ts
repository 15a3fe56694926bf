// What an order of versions is.

/** Longer texts are no versions. */
const LONGEST = 256;
/** Versions whose parsed form is remembered, per scheme. */
const REMEMBERED = 20_000;

/** The version order of an ecosystem. */
export interface VersionScheme {
  /** Whether the text is a version that has a place in the order. */
  valid(version: string): boolean;
  /** Negative, zero or positive as for sorting; undefined where one of the two has no place in the order (a branch, a commit, a tag like `latest`). */
  compare(a: string, b: string): number | undefined;
}

/** A scheme from how one version is read (undefined: no version) and how two read ones compare. */
export function versionScheme<T>(read: (version: string) => T | undefined, compare: (a: T, b: T) => number): VersionScheme {
  const known = new Map<string, T | undefined>();
  const get = (version: string): T | undefined => {
    const cached = known.get(version);
    if (cached !== undefined || known.has(version)) return cached;
    const key = version === "" || version.length > LONGEST ? undefined : read(version);
    if (known.size >= REMEMBERED) known.clear();
    known.set(version, key);
    return key;
  };
  return {
    valid: (version) => get(version) !== undefined,
    compare: (a, b) => {
      const left = get(a);
      const right = get(b);
      return left === undefined || right === undefined ? undefined : Math.sign(compare(left, right));
    },
  };
}

/** Two lists element by element; what is missing counts as `filler`. */
export function compareLists<T>(a: readonly T[], b: readonly T[], filler: T, compare: (a: T, b: T) => number): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const order = compare(a[at] ?? filler, b[at] ?? filler);
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers of any length, written in decimal digits. */
export function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+(?=\d)/, "");
  const right = b.replace(/^0+(?=\d)/, "");
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}
