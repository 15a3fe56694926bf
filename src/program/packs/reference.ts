// `name@version`: how a program names a pack.
export interface PackReference {
  readonly name: string;
  /** Absent: whatever version is there. */
  readonly version?: string;
}

/** Reads `starter@1`; undefined where it is no such name. */
export function readPackReference(text: string): PackReference | undefined {
  const match = /^([A-Za-z0-9][A-Za-z0-9._-]{0,79})(?:@([A-Za-z0-9][A-Za-z0-9._-]{0,79}))?$/.exec(text.trim());
  if (!match?.[1]) return undefined;
  return { name: match[1], ...(match[2] === undefined ? {} : { version: match[2] }) };
}

/** `1` is met by `1`, `1.2` and `1.2.3`; nothing asked is met by all. */
export function meetsVersion(wanted: string | undefined, version: string): boolean {
  return wanted === undefined || version === wanted || version.startsWith(`${wanted}.`);
}
