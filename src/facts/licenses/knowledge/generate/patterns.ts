// Lists of ids with `*` for any ending and `-id` to take one out again.

/** The ids that the pattern list names; throws where a word of it names none, so that a misspelt id is found when generating. */
export function expandIds(words: string, ids: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const out = word.startsWith("-");
    const pattern = out ? word.slice(1) : word;
    const stem = pattern.slice(0, -1);
    const matching = pattern.endsWith("*") ? ids.filter((id) => id.startsWith(stem)) : ids.filter((id) => id === pattern);
    if (matching.length === 0) throw new Error(`no licence is called ${word}`);
    for (const id of matching) {
      if (out) found.delete(id);
      else found.add(id);
    }
  }
  return found;
}
