// What was known and what was read just now become one table: each commit once, only what the tips reach, always in the same order.
import type { CommitColumns, CommitTable, ReadCommits } from "./commit-table.ts";
import { childless, markReachable } from "./graph.ts";
import type { Identity } from "./identities.ts";
import { IdIndex } from "./id-index.ts";
import { gatherRagged, interleaveRagged, type Ragged } from "./ragged.ts";
import { gather, interleave, type Table } from "./table.ts";

export interface Assembled {
  readonly commits: CommitTable;
  /** Of these commits. */
  readonly index: IdIndex;
  readonly identities: readonly Identity[];
  /** Old number of each identity → new one; -1 for those that no commit names. */
  readonly renumbered: Int32Array;
  /** How what was known grew; undefined where nothing was, or a part of it is gone. */
  readonly growth?: Growth;
}

export interface Growth {
  /** What came in, in the order of the table and with the numbers of identities that were given. */
  readonly fresh: ReadCommits;
  /** Where each row stands now that was known before. */
  readonly place: Int32Array;
}

/** What was known before, with the index of its rows, which becomes that of the whole. Its columns may become those of the whole. */
export interface Known {
  readonly commits: CommitTable;
  readonly index: IdIndex;
}

/**
 * `tips` are bytes of ids, one behind the other; undefined where it is certain that they reach all that is known and read. Identities are numbered as the
 * commits name them (then `others`, those of tags), so that the outcome does not depend on what was known before, which is copied in large pieces: all
 * else costs as much as there is new.
 */
export function assemble(
  known: Known | undefined,
  read: ReadCommits,
  tips: Uint8Array | undefined,
  width: number,
  identities: readonly Identity[],
  others: readonly number[],
): Assembled {
  const count = known?.commits.author.length ?? 0;
  const ids = known ? joined(known.commits.ids, read.ids) : read.ids;
  const index = known?.index ?? new IdIndex(ids, width);
  if (known) index.extend(ids);
  const links = { starts: read.parentIds.starts.map((start) => start / width), data: rowsOf(read.parentIds.data, width, index) };
  const tipRows = tips && rowsOf(tips, width, index);
  const marks = tipRows ? reached(tipRows, links, count) : firstOnes(read.ids, width, index, count);
  if (known && tipRows) {
    const entered = enteredFrom(tipRows, links, marks, count);
    if (childless(known.commits.parents).some((row) => entered[row] === 0)) {
      const { growth: _, ...rest } = assemble(onlyReached(known.commits, entered, width), read, tips, width, identities, others);
      return rest;
    }
  }
  const order = inOrder(read, marks, width);
  const { parentIds, ...columns } = read;
  const fresh = gather(columns as unknown as Table, order, { ids: width }) as unknown as CommitColumns;
  const before = order.map((_, at) => (known ? placeIn(known.commits, fresh, at, width) : 0));
  const place = placesOf(order, before, count, marks.length);
  index.reorder(place);
  const parents = moved(gatherRagged(links, order), place);
  const commits = known ? between(known.commits, fresh, parents, before, place, width) : { ...fresh, parents };
  const growth = known && { fresh: { ...fresh, parentIds: gatherRagged(parentIds, order) }, place: place.subarray(0, count) };
  return { ...numbered(commits, identities, others), index, ...(growth ? { growth } : {}) };
}

/** Writes into the columns of this table, which are nobody else's. */
function numbered(
  commits: CommitTable,
  identities: readonly Identity[],
  others: readonly number[],
): Pick<Assembled, "commits" | "identities" | "renumbered"> {
  const renumbered = renumber(commits, identities.length, others);
  const names: Identity[] = [];
  renumbered.forEach((to, from) => {
    if (to >= 0) names[to] = identities[from] as Identity;
  });
  return { commits, identities: names, renumbered };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

function rowsOf(ids: Uint8Array, width: number, index: IdIndex): Int32Array {
  return new Int32Array(ids.length / width).map((_, at) => index.find(ids, at * width));
}

/** Marks the rows that were read (they follow `count` known ones) and that these tips reach; what is known is not entered. */
function reached(tips: Int32Array, links: Ragged, count: number): Uint8Array {
  const marks = new Uint8Array(links.starts.length - 1);
  const waiting: number[] = [];
  const enter = (row: number) => {
    if (row < count || marks[row - count] === 1) return;
    marks[row - count] = 1;
    waiting.push(row - count);
  };
  tips.forEach(enter);
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    for (let at = links.starts[row] as number; at < (links.starts[row + 1] as number); at += 1) enter(links.data[at] as number);
  }
  return marks;
}

/** Marks rows that were read and are not there already. */
function firstOnes(ids: Uint8Array, width: number, index: IdIndex, count: number): Uint8Array {
  return new Uint8Array(ids.length / width).map((_, row) => (index.find(ids, row * width) === count + row ? 1 : 0));
}

/** Marks the known rows by which one comes into what is known: tips, and parents of what was read. */
function enteredFrom(tips: Int32Array, links: Ragged, marks: Uint8Array, count: number): Uint8Array {
  const entered = new Uint8Array(count);
  for (const row of tips) if (row >= 0 && row < count) entered[row] = 1;
  for (let row = 0; row < marks.length; row += 1) {
    if (marks[row] === 0) continue;
    for (let at = links.starts[row] as number; at < (links.starts[row + 1] as number); at += 1) {
      const parent = links.data[at] as number;
      if (parent >= 0 && parent < count) entered[parent] = 1;
    }
  }
  return entered;
}

/** What is known without the rows that nothing reaches any more. */
function onlyReached(commits: CommitTable, entered: Uint8Array, width: number): Known {
  const marks = new Uint8Array(entered.length);
  const from: number[] = [];
  entered.forEach((is, row) => is === 1 && from.push(row));
  markReachable(commits.parents, from, marks);
  const rows: number[] = [];
  marks.forEach((is, row) => is === 1 && rows.push(row));
  const order = Int32Array.from(rows);
  const { parents, ...columns } = commits;
  const kept = gather(columns as unknown as Table, order, { ids: width }) as unknown as CommitColumns;
  const place = placesOf(order, new Int32Array(order.length), 0, marks.length);
  return { commits: { ...kept, parents: moved(gatherRagged(parents, order), place) }, index: new IdIndex(kept.ids, width) };
}

/** The marked rows by committer time, then id. Times that cannot be read come first. */
function inOrder(columns: CommitColumns, marks: Uint8Array, width: number): Int32Array {
  const rows: number[] = [];
  // Git gives the newest first: backwards, the rows are nearly sorted.
  for (let row = marks.length - 1; row >= 0; row -= 1) if (marks[row] === 1) rows.push(row);
  return Int32Array.from(rows.sort((a, b) => compareRows(columns, a, columns, b, width)));
}

/** Before which known row this one comes. */
function placeIn(known: CommitColumns, columns: CommitColumns, row: number, width: number): number {
  let [low, high] = [0, known.author.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareRows(known, middle, columns, row, width) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareRows(one: CommitColumns, a: number, other: CommitColumns, b: number, width: number): number {
  const first = one.committerTime[a] as number;
  const second = other.committerTime[b] as number;
  if (first < second) return -1;
  if (first > second) return 1;
  const unknown = first === second ? 0 : Number(Number.isNaN(second)) - Number(Number.isNaN(first));
  return unknown === 0 ? compareIds(one.ids, a * width, other.ids, b * width, width) : unknown;
}

function compareIds(one: Uint8Array, a: number, other: Uint8Array, b: number, width: number): number {
  for (let step = 0; step < width; step += 1) {
    const difference = (one[a + step] as number) - (other[b + step] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Where each row goes, the known ones and those read behind them; -1 for those that nothing reaches. */
function placesOf(order: Int32Array, before: Int32Array, count: number, read: number): Int32Array {
  const place = new Int32Array(count + read).fill(-1);
  let at = 0;
  for (let row = 0; row < count; row += 1) {
    while (at < before.length && (before[at] as number) <= row) at += 1;
    place[row] = row + at;
  }
  for (at = 0; at < order.length; at += 1) place[count + (order[at] as number)] = (before[at] as number) + at;
  return place;
}

/** Known rows and new ones (`fresh`, with their `parents` in new numbers) in one table. */
function between(
  { parents: knownParents, ...known }: CommitTable,
  fresh: CommitColumns,
  parents: Ragged,
  before: Int32Array,
  place: Int32Array,
  width: number,
): CommitTable {
  if (before.length === 0) return { ...known, parents: knownParents };
  const columns = interleave(known as unknown as Table, fresh as unknown as Table, before, { ids: width }) as unknown as CommitColumns;
  return { ...columns, parents: interleaveRagged(moved(knownParents, place), parents, before) };
}

/** Writes the new number of every parent over the old one. */
function moved(parents: Ragged, place: Int32Array): Ragged {
  const { data } = parents;
  for (let at = 0; at < data.length; at += 1) {
    const old = data[at] as number;
    if (old >= 0) data[at] = place[old] as number;
  }
  return parents;
}

/** Numbers identities in the order of the table and writes the new numbers into it. */
function renumber(table: CommitColumns, count: number, others: readonly number[]): Int32Array {
  const numbers = new Int32Array(count).fill(-1);
  let next = 0;
  const numberOf = (old: number): number => {
    if (numbers[old] === -1) {
      numbers[old] = next;
      next += 1;
    }
    return numbers[old] as number;
  };
  const { people } = table;
  for (let row = 0; row < table.author.length; row += 1) {
    table.author[row] = numberOf(table.author[row] as number);
    table.committer[row] = numberOf(table.committer[row] as number);
    for (let at = people.starts[row] as number; at < (people.starts[row + 1] as number); at += 1) {
      const old = people.data[at] as number;
      people.data[at] = numberOf(old >> 1) * 2 + (old & 1);
    }
  }
  for (const other of others) if (other >= 0) numberOf(other);
  return numbers;
}
