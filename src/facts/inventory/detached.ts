// Texts that outlive the file they were cut from.

/** Shorter ones the engine copies anyway. */
const SHORTEST_SLICE = 13;

/**
 * The same text as a copy of its own. The engine keeps a part of a text as a view, and with it the whole text alive: an inventory of small names and
 * hashes would hold every lockfile it was made from in memory.
 */
export function detached(text: string): string {
  if (text.length < SHORTEST_SLICE) return text;
  const joined = text.slice(0, 1) + text.slice(1);
  // Reading a joined text as a number makes the engine write it out in one piece; there is no plainer way that is as fast.
  Number(joined);
  return joined;
}
