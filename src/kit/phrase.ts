// A sentence that another language can say too: the English one with its places numbered, and what stands in each. The catalogue beside
// (look/words/problems.ts) has the other languages under the English sentence; a test holds both together.

/** `{ text: 'there is no key "{0}"', values: ["ownr"] }`. A value may be a sentence or a word of its own. */
export interface Phrase {
  readonly text: string;
  readonly values: readonly (string | number | Phrase)[];
  /** `text` stands between the values, however many there are. */
  readonly joined?: true;
}

/** A tag: phrase`there is no key "${key}"`. */
export function phrase(parts: TemplateStringsArray, ...values: readonly (string | number | Phrase)[]): Phrase {
  return { text: parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`), values };
}

export function inEnglish(sentence: Phrase | string): string;
export function inEnglish(sentence: Phrase | string | undefined): string | undefined;
export function inEnglish(sentence: Phrase | string | undefined): string | undefined {
  if (typeof sentence !== "object") return sentence;
  const { text, values, joined } = sentence;
  const words = values.map((value) => (typeof value === "object" ? inEnglish(value) : String(value)));
  return joined ? words.join(text) : text.replace(/\{(\d)\}/g, (place, index: string) => words[Number(index)] ?? place);
}

/** `a, b or c`, cut where the list is long, in a form that other languages join too. */
export function phraseList(words: Iterable<string | Phrase>, limit = 12): Phrase {
  const all = [...words];
  if (all.length > limit) return phrase`${phraseRow(all.slice(0, limit))}, …`;
  const [last, ...before] = all.toReversed();
  if (last === undefined) return phrase``;
  return before.length === 0 ? phrase`${last}` : phrase`${phraseRow(before.toReversed())} or ${last}`;
}

/** `a, b, c`, or with another word between them. */
export function phraseRow(values: readonly (string | Phrase)[], text = ", "): Phrase {
  return { text, values, joined: true };
}
