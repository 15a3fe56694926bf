// Which licence texts a file holds, and where.
import { gramSize } from "../index/grams.ts";
import type { TextIndex } from "../index/index.ts";
import { type Alignment, align } from "./align.ts";
import { findHits, leastCoverage } from "./hits.ts";
import { copiesOf } from "./runs.ts";

export interface TextMatch {
  readonly id: string;
  readonly template: number;
  readonly kind: "text" | "header" | "exception";
  /** 0..1: how much of the text is there as it should be. */
  readonly score: number;
  /** Word positions: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

type Span = Pick<Alignment, "from" | "to">;

/** Below this score nothing is asked of a text. */
const leastCompared = 0.6;
const leastOfLong = 0.75;
/** Share of a text's grams from which on it is as good as found. */
const nearlyExact = 0.88;
/** From how many words (weighed) in one place on a difference is no wording any more, and as a share of long texts. */
const smallestClause = 13;
const clauseShare = 0.07;
/** Words from which on a stretch that resembles a licence text is one, known or not. */
const longStretch = 100;
/** Most texts that are compared word by word in one file. */
const maxCompared = 3000;

export interface Matched {
  /** Texts that do not overlap, in the order of the file. */
  readonly matches: readonly TextMatch[];
  /** Long stretches that resemble a text without being it: licences that the index does not have. In the order of the file. */
  readonly unclear: readonly TextMatch[];
  /** The best that was compared, accepted or not. */
  readonly nearest?: TextMatch;
}

export function matchTexts(index: TextIndex, ids: Uint16Array, count: number): Matched {
  const { templates, pairs } = findHits(index, ids, count);
  const places: Alignment[] = [];
  const claimed = new Uint8Array(count);
  const compare = (copy: Copy): void => {
    const least = scoreToBeat(index, copy, places, count);
    const alignment = least === undefined ? undefined : align(index, ids, count, copy.template, copy.anchors, least);
    if (alignment && settle(index, places, alignment) && isFinal(alignment)) claimed.fill(1, alignment.from, alignment.to);
  };
  // First what is nearly exact, long texts before those that they contain: that leaves little for the rest.
  const vague: Copy[] = [];
  for (const candidate of templates) {
    const free = unclaimed(
      pairs.subarray(candidate.from, candidate.to),
      claimed,
      leastCoverage * (index.gramCounts[candidate.template] as number),
    );
    for (const copy of free ? copiesIn(index, free, candidate.template) : []) {
      if (copy.coverage >= nearlyExact) compare(copy);
      else vague.push(copy);
    }
  }
  vague.sort((a, b) => b.promise - a.promise);
  for (const copy of vague.slice(0, maxCompared)) compare(copy);
  let nearest: TextMatch | undefined;
  const matches: TextMatch[] = [];
  const unclear: TextMatch[] = [];
  for (const place of places) {
    const match = toMatch(index, place);
    if (!nearest || match.score > nearest.score) nearest = match;
    if (isAccepted(index, place)) matches.push(match);
    else if (match.to - match.from > longStretch) unclear.push(match);
  }
  matches.sort((a, b) => a.from - b.from);
  unclear.sort((a, b) => a.from - b.from);
  return { matches, unclear, ...(nearest ? { nearest } : {}) };
}

/** One place at which a template may stand. */
interface Copy {
  readonly template: number;
  readonly anchors: readonly number[];
  readonly coverage: number;
  readonly promise: number;
}

function copiesIn(index: TextIndex, pairs: Uint32Array, template: number): Copy[] {
  const grams = index.gramCounts[template] as number;
  return copiesOf(pairs, grams).flatMap((anchors) => {
    const coverage = Math.min(1, anchors.length / 2 / grams);
    return anchors.length < 4 || coverage < leastCoverage
      ? []
      : [{ template, anchors, coverage, promise: coverage * coverage * (index.templates[template]?.length ?? 0) }];
  });
}

/** Shared grams (pairs) outside what is claimed; undefined where fewer than `least` are left. */
function unclaimed(pairs: Uint32Array, claimed: Uint8Array, least: number): Uint32Array | undefined {
  let taken = 0;
  for (let at = 0; at < pairs.length; at += 2) taken += claimed[pairs[at] as number] as number;
  if (taken === 0) return pairs;
  if (pairs.length / 2 - taken < least) return undefined;
  const free = new Uint32Array(pairs.length - taken * 2);
  let size = 0;
  for (let at = 0; at < pairs.length; at += 2) {
    if (claimed[pairs[at] as number] === 1) continue;
    free[size++] = pairs[at] as number;
    free[size++] = pairs[at + 1] as number;
  }
  return free;
}

/** So close that no other text is looked for there. Longer texts are tried before those that they contain. */
function isFinal({ cost, coverage }: Alignment): boolean {
  return cost < 0.9 && coverage >= nearlyExact;
}

/** A text that shares clearly fewer grams cannot be closer than one that was found there: a changed word costs four grams. */
function isSettled(place: Alignment, coverage: number, grams: number): boolean {
  return coverage < place.coverage - 0.08 - 2 * (1 - place.score) - 0.8 / Math.sqrt(grams);
}

/** The score that a copy must reach to matter where it stands; undefined where it cannot. */
function scoreToBeat(
  index: TextIndex,
  { template, anchors, coverage }: Copy,
  places: readonly Alignment[],
  count: number,
): number | undefined {
  const from = anchors[0] as number;
  const to = (anchors.at(-2) as number) + gramSize;
  let theirs = 0;
  for (const place of places) {
    if (overlap(place, { from, to }) <= 0.5) continue;
    if (isSettled(place, coverage, index.gramCounts[template] as number) && isAccepted(index, place)) return undefined;
    theirs += worth(index, place);
  }
  const length = Math.min(count, Math.max(to - from, (index.templates[template]?.length ?? 0) * 1.15)); // the most words that it can explain
  return Math.min(0.99, Math.max(length > 600 ? leastOfLong : leastCompared, 0.6 + theirs / length));
}

/** Puts an alignment among the places if it explains more than those that it overlaps; says whether it did. */
function settle(index: TextIndex, places: Alignment[], alignment: Alignment): boolean {
  if (alignment.to <= alignment.from) return false;
  const rivals = places.filter((place) => overlap(place, alignment) > 0.3);
  const theirs = rivals.reduce((sum, rival) => sum + worth(index, rival), 0);
  if (rivals.length > 0 && worth(index, alignment) <= theirs) return false;
  for (const rival of rivals) places.splice(places.indexOf(rival), 1);
  places.push(alignment);
  return true;
}

/** Better is what explains more words of the file with less difference; among equals the text whose fixed words are all there. */
function worth(index: TextIndex, alignment: Alignment): number {
  const { from, to, score, coverage } = alignment;
  const worth = (to - from) * (score - 0.6 + 0.02 * Math.min(1, coverage));
  return isAccepted(index, alignment) ? worth : worth * 0.05; // only for want of another
}

/** Whether the file has the text in substance: words may differ here and there, but no clause may be more, less or other. The shorter, the stricter. */
function isAccepted(index: TextIndex, { template, score, largest }: Alignment): boolean {
  const length = index.templates[template]?.length ?? 0;
  const least = length > 400 ? 0.8 : length > 40 ? 0.82 : 0.87;
  return score >= least && largest <= Math.max(smallestClause, length * clauseShare);
}

function toMatch(index: TextIndex, { template, score, from, to }: Alignment): TextMatch {
  const { id = "", kind = "text" } = index.templates[template] ?? {};
  return { id, template, kind, score, from, to };
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from)) / Math.max(1, Math.min(a.to - a.from, b.to - b.from));
}
