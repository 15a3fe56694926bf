// Marks which words of a text are variable (slots) and which may be left out, by the curated rules.
import { optionalBefore, optionalHeads, optionalTails, slotLength, slots } from "../curated/variable-parts.ts";

export const SLOT = 1;
export const OPTIONAL = 2;

type IdsOf = (words: string) => number[];

/** Flags per word of `tokens`; `wordsOf` turns a rule's words into the same ids. `copyrightAt` is the first word behind the first copyright line, or -1. */
export function markVariable(tokens: readonly number[], wordsOf: IdsOf, placeholder: number, copyrightAt: number): Uint8Array {
  const flags = new Uint8Array(tokens.length);
  tokens.forEach((token, at) => {
    if (token === placeholder) flags[at] = SLOT;
  });
  for (const rule of slots) markSlots(tokens, flags, rule.split("*").map(wordsOf));
  for (const rule of optionalTails) {
    const at = lastIndexOf(tokens, wordsOf(rule));
    if (at > tokens.length * 0.55) flags.fill(OPTIONAL, at);
  }
  for (const rule of optionalHeads) {
    const words = wordsOf(rule);
    const at = indexOf(tokens, words, 0);
    if (at >= 0 && at < tokens.length * 0.5) flags.fill(OPTIONAL, 0, at + words.length);
  }
  for (const rule of optionalBefore) {
    const at = indexOf(tokens, wordsOf(rule), 0);
    if (at > 0 && at < tokens.length * 0.5) flags.fill(OPTIONAL, 0, at);
  }
  // A title above the copyright line: "The MIT License (MIT)".
  if (copyrightAt > 0 && copyrightAt <= 14) flags.fill(OPTIONAL, 0, copyrightAt);
  return flags;
}

function markSlots(tokens: readonly number[], flags: Uint8Array, parts: readonly number[][]): void {
  const [head = [], ...rest] = parts;
  if (head.length === 0) {
    markBefore(tokens, flags, rest[0] ?? []);
    return;
  }
  for (let at = indexOf(tokens, head, 0); at >= 0; at = indexOf(tokens, head, at + 1)) {
    let end = at + head.length;
    for (const next of rest) {
      if (next.length === 0) {
        // The slot ends the rule: a few words after it vary.
        flags.fill(SLOT, end, Math.min(tokens.length, end + 4));
        break;
      }
      const found = indexOf(tokens, next, end);
      if (found < 0 || found - end > slotLength) break;
      flags.fill(SLOT, end, found);
      end = found + next.length;
    }
  }
}

/** A rule that begins with its slot: the (at most three) words before it vary. */
function markBefore(tokens: readonly number[], flags: Uint8Array, words: readonly number[]): void {
  for (let at = indexOf(tokens, words, 0); at >= 0; at = indexOf(tokens, words, at + 1)) flags.fill(SLOT, Math.max(0, at - 3), at);
}

function indexOf(tokens: readonly number[], words: readonly number[], from: number): number {
  if (words.length === 0) return -1;
  for (let at = from; at <= tokens.length - words.length; at++) {
    if (words.every((word, index) => tokens[at + index] === word)) return at;
  }
  return -1;
}

function lastIndexOf(tokens: readonly number[], words: readonly number[]): number {
  let last = -1;
  for (let at = indexOf(tokens, words, 0); at >= 0; at = indexOf(tokens, words, at + 1)) last = at;
  return last;
}
