// The facts of one namespace as numbers. Subjects share namespace objects (a product, a component), so each object is read once.
import type { FactValue } from "#facts";
import { type Column, MISSING, NOT_APPLICABLE } from "./column.ts";
import { doubled, NumberMap, PairTable } from "./pair-table.ts";

export type Values = Readonly<Record<string, FactValue | undefined>>;

export interface ColumnSource {
  readonly column: Column;
  /** Name inside the namespace. */
  readonly key: string;
  /** Stands in where the subject does not say (parameters of the program). */
  readonly fallback?: FactValue;
}

/** A namespace whose facts are partly ours to say: curated licences. */
export type Override = (values: Values) => Values;

/** How many objects are remembered before it is decided whether remembering pays: one in sixteen has to come again. */
const TRIAL = 65_536;

/** Digits of 0 to 1022 and a mark that there is one; three of them stay below 2^30. */
const DIGIT = 1024;
const FULL = DIGIT * DIGIT;

export class NamespaceReader {
  readonly sources: readonly ColumnSource[];
  private readonly override: Override | undefined;
  private readonly pairs = new PairTable();
  /** Value numbers by tuple number: `sources.length` each. */
  private numbers: Int32Array;
  private known: Map<Values, number> | undefined = new Map();
  private hits = 0;
  private last: Values | undefined;
  private lastTuple = 0;
  private tuples = 0;
  /** The tuple's number by the number of its last pair. */
  private readonly byPair = new NumberMap();
  private readonly scratch: Int32Array;

  constructor(sources: readonly ColumnSource[], override?: Override) {
    this.sources = sources;
    this.override = override;
    this.numbers = new Int32Array(Math.max(1, sources.length) * 64);
    this.scratch = new Int32Array(sources.length);
  }

  /** The number of the tuple of facts that this object holds. */
  tupleOf(values: Values | undefined): number {
    if (values === this.last && values !== undefined) return this.lastTuple;
    const known = values && this.known?.get(values);
    const tuple = known ?? this.read(values ?? {});
    if (known !== undefined) this.hits++;
    else if (values) this.remember(values, tuple);
    this.last = values;
    this.lastTuple = tuple;
    return tuple;
  }

  /** Writes the value numbers of a tuple to `into`, from `at`. */
  copy(tuple: number, into: Int32Array, at: number): void {
    const width = this.sources.length;
    for (let i = 0; i < width; i++) into[at + i] = this.numbers[tuple * width + i] as number;
  }

  private remember(values: Values, tuple: number): void {
    if (!this.known) return;
    if (this.known.size >= TRIAL && this.hits * 16 < this.known.size) this.known = undefined;
    else this.known.set(values, tuple);
  }

  /**
   * One number for the numbers in `scratch`. Up to three small ones make one step, as digits from 1; such steps have left sides below
   * zero and those of large numbers do not, so that no two sequences take the same steps.
   */
  private packed(): number {
    let pair = 0;
    let digits = 0;
    for (let i = 0; i < this.scratch.length; i++) {
      const number = this.scratch[i] as number;
      const small = number < DIGIT - 1;
      if (small) digits = digits * DIGIT + number + 1;
      if (digits > 0 && (!small || digits >= FULL || i === this.scratch.length - 1)) {
        pair = this.pairs.intern(-1 - pair, digits) + 1;
        digits = 0;
      }
      if (!small) pair = this.pairs.intern(pair, number) + 1;
    }
    return pair;
  }

  private read(given: Values): number {
    if (this.sources.length === 0) return 0;
    const values = this.override ? this.override(given) : given;
    for (let i = 0; i < this.sources.length; i++) this.scratch[i] = numberIn(this.sources[i] as ColumnSource, values);
    const pair = this.packed();
    const known = this.byPair.get(pair);
    if (known >= 0) return known;
    const tuple = this.tuples++;
    while ((tuple + 1) * this.sources.length > this.numbers.length) this.numbers = doubled(this.numbers);
    this.numbers.set(this.scratch, tuple * this.sources.length);
    this.byPair.put(pair, tuple);
    return tuple;
  }
}

function numberIn({ column, key, fallback }: ColumnSource, values: Values): number {
  const number = column.numberOf((Object.hasOwn(values, key) ? values[key] : undefined) ?? fallback);
  const onlyIf = column.definition?.onlyIf;
  if (number !== MISSING || onlyIf === undefined || !Object.hasOwn(values, onlyIf)) return number;
  return isNone(values[onlyIf]) ? NOT_APPLICABLE : number;
}

/** What says that there is nothing to ask. */
function isNone(value: FactValue | undefined): boolean {
  return value === false || value === 0 || value === "" || (Array.isArray(value) && value.length === 0);
}
