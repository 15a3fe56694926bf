// Words that take back what a licence gives: "for non-commercial use only", the Commons Clause, "not Evil". However few they are, they are no wording.
import type { TextIndex } from "./index/index.ts";
import { hashOf } from "./index/words.ts";

const phrases = [
  "noncommercial",
  "non commercial",
  "commons clause",
  "not evil",
  "not hereby granted",
  "hereby not granted",
  "must not sell",
  "may not sell",
  "may not be sold",
  "must not be sold",
  "academic use only",
  "personal use only",
  "research use only",
  "educational use only",
  "internal use only",
  "evaluation purposes only",
  "research purposes only",
  "educational purposes only",
  "academic purposes only",
].map((phrase) => phrase.split(" ").map(hashOf));
const byFirst = Map.groupBy(phrases, ([first]) => first as number);
const COMMERCIAL = hashOf("commercial");
const CLAUSE = hashOf("clause");
const refusals = new Set(["not", "no", "never", "without", "except", "excluding", "prohibited", "forbidden"].map(hashOf));
const uses = new Set(["use", "uses", "usage", "purpose", "purposes", "gain", "advantage", "product", "products"].map(hashOf));
/** How many words before "commercial use" a refusal may stand. */
const reach = 8;

export interface Restriction {
  /** Word positions: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  readonly commonsClause: boolean;
}

/** The restrictions in words `from` to `to`. */
export function restrictionsIn(hashes: ArrayLike<number>, from: number, to: number): Restriction[] {
  const found: Restriction[] = [];
  for (let at = from; at < to; at++) {
    const word = hashes[at] as number;
    const phrase = byFirst.get(word)?.find((one) => at + one.length <= to && one.every((part, offset) => hashes[at + offset] === part));
    if (phrase) found.push({ from: at, to: at + phrase.length, commonsClause: phrase[1] === CLAUSE });
    else if (word === COMMERCIAL && at + 1 < to && uses.has(hashes[at + 1] as number)) {
      const refusal = refusedAt(hashes, Math.max(from, at - reach), at);
      if (refusal >= 0) found.push({ from: refusal, to: at + 2, commonsClause: false });
    }
  }
  return found;
}

function refusedAt(hashes: ArrayLike<number>, from: number, to: number): number {
  for (let at = to - 1; at >= from; at--) if (refusals.has(hashes[at] as number)) return at;
  return -1;
}

/** How many restrictions a known text has itself. */
const own = new Map<number, number>();

/** Whether words `from` to `to` of a file restrict more than the licence text that they resemble. */
export function restrictsMore(index: TextIndex, template: number, hashes: ArrayLike<number>, from: number, to: number): boolean {
  const found = restrictionsIn(hashes, from, to).length;
  if (found === 0) return false;
  let known = own.get(template);
  if (known === undefined) {
    const tokens = index.tokens.subarray(index.offsets[template], index.offsets[template + 1]);
    known = restrictionsIn(
      Array.from(tokens, (id) => index.vocabulary[id] as number),
      0,
      tokens.length,
    ).length;
    own.set(template, known);
  }
  return found > known;
}
