// Rules that read the same namespaces, asked together: once for each distinct combination of the values that they read.
import { doubled, PairTable } from "./pair-table.ts";
import type { SubjectReader } from "./subject-reader.ts";

/** The columns that a block reads in one namespace. */
interface Projection {
  /** Place of the namespace among the reader's. */
  readonly namespace: number;
  /** Places of the columns among all columns. */
  readonly places: readonly number[];
  /** By tuple number of the namespace: the number of its projected values; 0 is not yet made. */
  known: Int32Array;
}

/** Numbers the combinations of values that a set of inputs takes. */
export class Block {
  private readonly reader: SubjectReader;
  private readonly projections: readonly Projection[];
  private readonly pairs = new PairTable();

  /** `inputs` are places among the reader's columns. */
  constructor(reader: SubjectReader, inputs: Iterable<number>) {
    this.reader = reader;
    const byNamespace = Map.groupBy(new Set(inputs), (place) => reader.namespaceOf(place));
    this.projections = [...byNamespace].map(([namespace, places]) => ({ namespace, places, known: new Int32Array(64) }));
  }

  /** The number of the combination for the subject that was read last. Not negative. */
  combination(): number {
    let combination = 0;
    for (let i = 0; i < this.projections.length; i++) {
      const projection = this.projections[i] as Projection;
      const tuple = this.reader.tuple(projection.namespace);
      const known = projection.known[tuple];
      const projected = known === undefined || known === 0 ? this.project(projection, tuple) : known;
      combination = i === 0 ? projected : this.pairs.intern(-combination, projected) + 1;
    }
    return combination;
  }

  /** Projected values and combinations are numbered by one table, so no number means two things; left sides below zero are combinations. */
  private project(projection: Projection, tuple: number): number {
    const numbers = this.reader.numbers();
    let chain = 0;
    for (const place of projection.places) chain = this.pairs.intern(chain, numbers[place] as number) + 1;
    while (tuple >= projection.known.length) projection.known = doubled(projection.known);
    projection.known[tuple] = chain;
    return chain;
  }
}
