// Rules that read the same namespaces, asked together: once for each distinct combination of the values that they read.
import { doubled, PairTable } from "./pair-table.ts";
import type { SubjectReader } from "./subject-reader.ts";

/**
 * Projected values of one namespace for all blocks that read it, a row for each of its tuples: what one subject needs stands side by side
 * in memory. 0: not yet made.
 */
class Rows {
  private width = 0;
  private values = new Int32Array(1024);

  /** A place in every row. All are taken before the first is filled. */
  take(): number {
    return this.width++;
  }

  get(tuple: number, at: number): number {
    return this.values[tuple * this.width + at] ?? 0;
  }

  put(tuple: number, at: number, value: number): void {
    while ((tuple + 1) * this.width > this.values.length) this.values = doubled(this.values);
    this.values[tuple * this.width + at] = value;
  }
}

/** The columns that a block reads in one namespace. */
interface Projection {
  /** Place of the namespace among the reader's. */
  readonly namespace: number;
  /** Places of the columns among all columns. */
  readonly places: readonly number[];
  readonly rows: Rows;
  /** Place in the rows. */
  readonly at: number;
}

/** The rows of all namespaces of a reader: shared by its blocks. */
export class Projections {
  private readonly rows = new Map<number, Rows>();

  of(namespace: number): Rows {
    const known = this.rows.get(namespace);
    if (known) return known;
    const rows = new Rows();
    this.rows.set(namespace, rows);
    return rows;
  }
}

/** Numbers the combinations of values that a set of inputs takes. */
export class Block {
  private readonly reader: SubjectReader;
  private readonly projections: readonly Projection[];
  private readonly pairs = new PairTable();

  /** `inputs` are places among the reader's columns. */
  constructor(reader: SubjectReader, inputs: Iterable<number>, shared: Projections) {
    this.reader = reader;
    const byNamespace = Map.groupBy(new Set(inputs), (place) => reader.namespaceOf(place));
    this.projections = [...byNamespace].map(([namespace, places]) => {
      const rows = shared.of(namespace);
      return { namespace, places, rows, at: rows.take() };
    });
  }

  /** The number of the combination for the subject that was read last. Not negative. */
  combination(): number {
    let combination = 0;
    for (let i = 0; i < this.projections.length; i++) {
      const projection = this.projections[i] as Projection;
      const tuple = this.reader.tuple(projection.namespace);
      const projected = projection.rows.get(tuple, projection.at) || this.project(projection, tuple);
      combination = i === 0 ? projected : this.pairs.intern(-combination, projected) + 1;
    }
    return combination;
  }

  /** Projected values and combinations are numbered by one table, so no number means two things; left sides below zero are combinations. */
  private project(projection: Projection, tuple: number): number {
    const numbers = this.reader.numbers();
    let chain = 0;
    for (const place of projection.places) chain = this.pairs.intern(chain, numbers[place] as number) + 1;
    projection.rows.put(tuple, projection.at, chain);
    return chain;
  }
}
