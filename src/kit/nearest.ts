// "Did you mean": the nearest of the names that would be right.
import { distance } from "fastest-levenshtein";
import { type Phrase, phrase } from "./phrase.ts";

/** The nearest candidate, if it is near enough to be meant: one slip for the shortest words, two for short ones, one in three letters for longer ones. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > 80) return undefined;
  const wanted = word.toLowerCase();
  let best: string | undefined;
  let bestSteps = (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3))) + 1;
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    const steps = lower === wanted ? 0 : distance(lower, wanted);
    // A word that is cut off, or goes on, is near as well: `exec` for `executives`.
    const near = steps > 2 && wanted.length >= 4 && (lower.startsWith(wanted) || wanted.startsWith(lower)) ? 2 : steps;
    if (near < bestSteps && near < Math.max(wanted.length, 2)) [best, bestSteps] = [candidate, near];
  }
  return best;
}

/** `Did you mean "x"?`, or undefined. */
export function didYouMean(word: string, candidates: Iterable<string>): Phrase | undefined {
  const found = nearest(word, candidates);
  return found === undefined ? undefined : phrase`Did you mean "${found}"?`;
}

/** Words for a message: `a, b or c`, cut where the list is long. */
export function listed(words: Iterable<string>, limit = 12): string {
  const all = [...words];
  if (all.length > limit) return `${all.slice(0, limit).join(", ")}, …`;
  return all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}
