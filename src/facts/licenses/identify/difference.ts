// What differs between a file and the licence text that it comes nearest to, in the words of both: for people to read.
import type { TextDifference } from "../types.ts";

interface Word {
  /** Lower case, letters and digits only. */
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Most words of either side that are compared, and most changes that are looked for. */
const mostWords = 12_000;
const mostChanges = 3000;
/** Most places that are shown, and how much of each, in characters. */
const mostShown = 12;
const mostCharacters = 300;

/**
 * The places where `text` has other words than `known`, in the order of the text; copyright lines and placeholders vary in every copy and do not count.
 * `firstLine` is the 1-based line of the text's beginning. Undefined where the two have too little in common to compare.
 */
export function textDifferences(
  text: string,
  known: string,
  firstLine = 1,
): { readonly shown: readonly TextDifference[]; readonly more: number } | undefined {
  const [own, theirs] = [wordsOf(text), wordsOf(known)];
  const steps = own.length <= mostWords && theirs.length <= mostWords ? shortestEdit(theirs, own) : undefined;
  if (!steps) return undefined;
  const found: TextDifference[] = [];
  for (const [knownFrom, knownTo, ownFrom, ownTo] of steps) {
    const here = excerpt(text, own, ownFrom, ownTo);
    const there = excerpt(known, theirs, knownFrom, knownTo);
    if (varies(here, there) || (knownFrom === 0 && here === "" && /copyright|©/i.test(there))) continue;
    const offset = own[Math.min(ownFrom, own.length - 1)]?.from ?? 0;
    found.push({ line: firstLine + (text.slice(0, offset).match(/\n/g)?.length ?? 0), text: here, instead: there });
  }
  return { shown: found.slice(0, mostShown), more: Math.max(0, found.length - mostShown) };
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    key: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function excerpt(text: string, words: readonly Word[], from: number, to: number): string {
  if (to <= from) return "";
  const all = text.slice(words[from]?.from, words[to - 1]?.to).replace(/[\s*#/]+/g, " ");
  return all.length > mostCharacters ? `${all.slice(0, mostCharacters)}…` : all;
}

const placeholderWord =
  /^(?:[a-z]?\d{0,4}|year|yyyy|copyright|holders?|owners?|fullname|organi[sz]ation|name|of|author|all|rights|reserved|by|the|and)$/;

const copyrightLine = /^.{0,30}(?:copyright\b|©|\(c\))(?!.*\b(?:must|may|shall|not|only|unless|provided)\b).{0,160}$/i;

/** Names, years, placeholders, list numbers and marks, copyright lines. */
function varies(here: string, there: string): boolean {
  const plain = (text: string): boolean => (text.toLowerCase().match(/[a-z]+|\d+/g) ?? []).every((word) => placeholderWord.test(word));
  return plain(there) && (plain(here) || copyrightLine.test(here) || (there !== "" && here.length < 80));
}

/** Runs of words to replace: [known from, known to, own from, own to]. Myers' greedy algorithm over words, forwards, with its path kept. */
function shortestEdit(known: readonly Word[], own: readonly Word[]): (readonly [number, number, number, number])[] | undefined {
  const [n, m] = [known.length, own.length];
  const most = Math.min(n + m, mostChanges);
  const reached = new Int32Array(2 * most + 2);
  const trace: Int32Array[] = [];
  for (let changes = 0; changes <= most; changes++) {
    // Only what the steps back will ask for is kept.
    trace.push(reached.slice(most - changes, most + changes + 2));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const at = most + diagonal;
      const down = diagonal === -changes || (diagonal !== changes && (reached[at - 1] as number) < (reached[at + 1] as number));
      let x = down ? (reached[at + 1] as number) : (reached[at - 1] as number) + 1;
      let y = x - diagonal;
      while (x < n && y < m && known[x]?.key === own[y]?.key) {
        x++;
        y++;
      }
      reached[at] = x;
      if (x >= n && y >= m) return runsOf(trace, n, m);
    }
  }
  return undefined;
}

function runsOf(trace: readonly Int32Array[], n: number, m: number): (readonly [number, number, number, number])[] {
  const runs: [number, number, number, number][] = [];
  let [x, y] = [n, m];
  for (let changes = trace.length - 1; changes > 0; changes--) {
    const row = trace[changes] as Int32Array; // row[k + changes] is what diagonal k had reached before this round
    const diagonal = x - y;
    const at = changes + diagonal;
    const down = diagonal === -changes || (diagonal !== changes && (row[at - 1] as number) < (row[at + 1] as number));
    const before = down ? (row[at + 1] as number) : (row[at - 1] as number);
    const [fromX, fromY] = [before, before - (diagonal + (down ? 1 : -1))];
    const [toX, toY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    const last = runs.at(-1);
    // Words that are equal by chance between two changes (fewer than three) belong to the change.
    if (last && last[0] - toX < 3 && last[2] - toY < 3) {
      last[0] = fromX;
      last[2] = fromY;
    } else runs.push([fromX, toX, fromY, toY]);
    [x, y] = [fromX, fromY];
  }
  return runs.reverse();
}
