// What was known and what was read just now become one table: each commit once, only what the tips reach, always in the same order.
import type { CommitColumns, CommitTable, ReadCommits } from "./commit-table.ts";
import { markReachable } from "./graph.ts";
import type { Identity } from "./identities.ts";
import { IdIndex } from "./id-index.ts";
import { gatherRagged, type Ragged } from "./ragged.ts";
import { gather, join, type Table } from "./table.ts";

export interface Assembled {
  readonly commits: CommitTable;
  /** Of these commits. */
  readonly index: IdIndex;
  readonly identities: readonly Identity[];
  /** Old number of each identity → new one; -1 for those that no commit names. */
  readonly renumbered: Int32Array;
}

/** What was known before, with the index of its rows, which becomes that of the whole. */
export interface Known {
  readonly commits: CommitTable;
  readonly index: IdIndex;
}

/**
 * `tips` are bytes of ids, one behind the other. Identities are numbered as the commits name them (then `others`, those of tags), so that the
 * outcome does not depend on what was known before.
 */
export function assemble(
  known: Known | undefined,
  read: ReadCommits,
  tips: Uint8Array,
  width: number,
  identities: readonly Identity[],
  others: readonly number[],
): Assembled {
  const { parentIds, ...columns } = read;
  const { parents: knownParents, ...knownColumns } = known?.commits ?? noCommits;
  const all: CommitColumns = known
    ? (join(knownColumns as unknown as Table, columns as unknown as Table) as unknown as CommitColumns)
    : columns;
  const index = known?.index ?? new IdIndex(all.ids, width);
  if (known) index.extend(all.ids);
  const parents = resolveParents(knownParents, parentIds, index, width);
  const count = all.author.length;
  const marks = new Uint8Array(count);
  markReachable(parents, rowsOf(tips, width, index), marks);
  const order = inOrder(all, marks, width, known?.commits.author.length ?? 0);
  if (known && isSame(order, count)) return numbered({ ...all, parents }, index, identities, others);
  const place = placesOf(order, count);
  const table = gather(all as unknown as Table, order, { ids: width }) as unknown as CommitColumns;
  if (order.length === count) index.reorder(table.ids, place);
  const ofTable = order.length === count ? index : new IdIndex(table.ids, width);
  return numbered({ ...table, parents: moveParents(parents, order, place) }, ofTable, identities, others);
}

/** Writes into the columns of this table, which are nobody else's. */
function numbered(commits: CommitTable, index: IdIndex, identities: readonly Identity[], others: readonly number[]): Assembled {
  const renumbered = renumber(commits, identities.length, others);
  const names: Identity[] = [];
  renumbered.forEach((to, from) => {
    if (to >= 0) names[to] = identities[from] as Identity;
  });
  return { commits, index, identities: names, renumbered };
}

function isSame(order: Int32Array, count: number): boolean {
  return order.length === count && order.every((row, at) => row === at);
}

const noCommits = { parents: { starts: new Int32Array(1), data: new Int32Array(0) } };

function* rowsOf(ids: Uint8Array, width: number, index: IdIndex): Generator<number> {
  for (let at = 0; at < ids.length; at += width) yield index.find(ids, at);
}

function resolveParents(known: Ragged, read: Ragged<Uint8Array>, index: IdIndex, width: number): Ragged {
  const before = known.starts.length - 1;
  const starts = new Int32Array(before + read.starts.length);
  starts.set(known.starts);
  const data = new Int32Array(known.data.length + read.data.length / width);
  data.set(known.data);
  for (let row = 0; row < read.starts.length; row += 1) starts[before + row] = known.data.length + (read.starts[row] as number) / width;
  for (let at = 0; at < read.data.length; at += width) data[known.data.length + at / width] = index.find(read.data, at);
  return { starts, data };
}

/** The marked rows by committer time, then id. Times that cannot be read come first. Rows that were known stand so already. */
function inOrder(columns: CommitColumns, marks: Uint8Array, width: number, known: number): Int32Array {
  const compare = (a: number, b: number) => compareRows(columns, width, a, b);
  const fresh: number[] = [];
  // Git gives the newest first: backwards, the rows are nearly sorted.
  for (let row = marks.length - 1; row >= known; row -= 1) if (marks[row] === 1) fresh.push(row);
  fresh.sort(compare);
  const order = new Int32Array(marks.length);
  let length = 0;
  let next = 0;
  for (let row = 0; row < known; row += 1) {
    if (marks[row] === 0) continue;
    while (next < fresh.length && compare(fresh[next] as number, row) < 0) order[length++] = fresh[next++] as number;
    order[length++] = row;
  }
  while (next < fresh.length) order[length++] = fresh[next++] as number;
  return order.subarray(0, length);
}

function compareRows(columns: CommitColumns, width: number, a: number, b: number): number {
  const first = columns.committerTime[a] as number;
  const second = columns.committerTime[b] as number;
  if (first < second) return -1;
  if (first > second) return 1;
  const unknown = first === second ? 0 : Number(Number.isNaN(second)) - Number(Number.isNaN(first));
  return unknown === 0 ? compareIds(columns.ids, a * width, b * width, width) : unknown;
}

function compareIds(ids: Uint8Array, a: number, b: number, width: number): number {
  for (let step = 0; step < width; step += 1) {
    const difference = (ids[a + step] as number) - (ids[b + step] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Where each row goes; -1 for those that nothing reaches any more. */
function placesOf(order: Int32Array, count: number): Int32Array {
  const place = new Int32Array(count).fill(-1);
  for (let at = 0; at < order.length; at += 1) place[order[at] as number] = at;
  return place;
}

function moveParents(parents: Ragged, order: Int32Array, place: Int32Array): Ragged {
  const moved = gatherRagged(parents, order);
  for (let at = 0; at < moved.data.length; at += 1) {
    const old = moved.data[at] as number;
    if (old >= 0) moved.data[at] = place[old] as number;
  }
  return moved;
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
