// A stretch of a file as lower-case words with their places: what the readers of notices work on.

export interface Prose {
  /** The whole file's text. */
  readonly text: string;
  readonly words: readonly string[];
  /** Offset of each word in the file's text. */
  readonly starts: readonly number[];
}

/** Longest stretch that is read word by word. */
const maxWords = 12_000;

/** Words keep digits, inner dots and a trailing plus (`gplv2+`, `2.1`); everything else separates. */
export function readProse(text: string, from: number, to: number): Prose {
  const words: string[] = [];
  const starts: number[] = [];
  // Words inside addresses name nothing: addresses.ts reads those as a whole.
  const part = text
    .slice(from, to)
    .toLowerCase()
    .replace(/https?:\/\/\S{1,300}/g, (address) => " ".repeat(address.length))
    .replace(/\\[nrt]/g, "  "); // line ends written out, as in string literals
  for (const match of part.matchAll(/[a-z]*\d+(?:\.\d+)*[a-z]*\+?|[a-z]+\+?/g)) {
    words.push(match[0].length > 40 ? match[0].slice(0, 40) : match[0]);
    starts.push(from + match.index);
    if (words.length >= maxWords) break;
  }
  return { text, words, starts };
}

/** `size` words from `at` on (or before it, for negative sizes) as one string. */
export function around({ words }: Prose, at: number, size: number): string {
  return size < 0 ? words.slice(Math.max(0, at + size), at).join(" ") : words.slice(at, at + size).join(" ");
}

/** What stands between word `at` and the one before it. */
export function gapBefore({ text, words, starts }: Prose, at: number): string {
  return text.slice((starts[at - 1] as number) + (words[at - 1] as string).length, starts[at]);
}

/** A licence that a notice names. */
export interface Notice {
  readonly expression: string;
  readonly confidence: number;
  /** Word positions: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}
