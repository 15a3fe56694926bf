// One text for one value, so that a digest of it means the value and not how it was written.

/** JSON with keys in order and no white space; what JSON cannot say (undefined, functions) is left out as JSON does. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
