// How a case is found: by the beginnings of words in it, whatever is written between them.

const MOST = 400;
const LONGEST = 60;

/** The words of some texts, in lower case, each once. Purls and ids fall into their parts, and are there as a whole too. */
export function wordsIn(texts: readonly string[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const part of text.toLowerCase().normalize("NFKC").split(/\s+/)) {
      if (part.length <= LONGEST) words.add(part);
      for (const word of part.split(/[^\p{L}\p{N}]+/u)) if (word !== "") words.add(word.slice(0, LONGEST));
      if (words.size >= MOST) return clean(words);
    }
  }
  return clean(words);
}

function clean(words: ReadonlySet<string>): string[] {
  return [...words].filter((word) => word !== "" && !word.includes("\u0000")).slice(0, MOST);
}

/** A query that wants each of these beginnings; undefined where nothing is asked. */
export function queryFor(text: string): string | undefined {
  const parts = text
    .toLowerCase()
    .normalize("NFKC")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .slice(0, 10);
  return parts.length === 0 ? undefined : parts.map((word) => `'${word.slice(0, LONGEST)}':*`).join(" & ");
}
