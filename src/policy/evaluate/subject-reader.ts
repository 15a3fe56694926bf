// The inputs of all rules about one kind of subject, as numbers: equal numbers are equal values.
import type { Subject } from "#facts";
import type { Parameters } from "../expression/vocabulary.ts";
import type { Agreements, Read } from "../expression/part.ts";
import type { Attested } from "./attestations.ts";
import { Column, MISSING } from "./column.ts";
import { type ColumnSource, NamespaceReader, type Override } from "./namespace-reader.ts";
import { PairTable } from "./pair-table.ts";

/** What no namespace of the subject holds. */
export interface Sources {
  readonly parameters: Parameters;
  readonly attested: Attested;
  readonly measure: (subject: string, id: string) => number | undefined;
  readonly agreements: Agreements | undefined;
  /** Namespaces whose facts are partly ours to say. */
  readonly overrides: ReadonlyMap<string, Override>;
}

interface AskedColumn {
  readonly column: Column;
  readonly numberFor: (subject: string) => number;
}

export class SubjectReader {
  /** All columns: those of namespaces in their order, then those asked by the subject's id. */
  readonly columns: readonly Column[];
  private readonly places = new Map<string, number>();
  private readonly namespaces: readonly { readonly name: string; readonly reader: NamespaceReader; readonly at: number }[];
  private readonly asked: readonly AskedColumn[];
  private readonly pairs = new PairTable();
  private readonly tuples: Int32Array;
  private readonly current: Int32Array;
  private stale = true;

  constructor(reads: readonly Read[], sources: Sources) {
    const columns: Column[] = [];
    const place = (column: Column): Column => {
      this.places.set(column.name, columns.push(column) - 1);
      return column;
    };
    const byNamespace = new Map<string, Read[]>();
    const others: Read[] = [];
    for (const read of distinct(reads)) {
      const namespace = read.name.slice(0, read.name.indexOf("."));
      if (read.is !== "fact" || read.definition?.type === "agreements") others.push(read);
      else byNamespace.set(namespace, [...(byNamespace.get(namespace) ?? []), read]);
    }
    this.namespaces = [...byNamespace].map(([name, facts]) => {
      const at = columns.length;
      const inside = facts.map((read) => sourceOf(read, name, sources, place));
      return { name, at, reader: new NamespaceReader(inside, sources.overrides.get(name)) };
    });
    this.asked = others.map((read) => askedColumn(read, sources, place));
    this.columns = columns;
    this.tuples = new Int32Array(this.namespaces.length + 1);
    this.current = new Int32Array(columns.length);
  }

  /** Where a read stands among the columns; -1 where it is none of them. */
  placeOf(read: string): number {
    return this.places.get(read) ?? -1;
  }

  /** The namespace of a column, by its place; what is asked by the subject's id makes the last one. */
  namespaceOf(place: number): number {
    const found = this.namespaces.findIndex(({ at, reader }) => place >= at && place < at + reader.sources.length);
    return found < 0 ? this.namespaces.length : found;
  }

  read(subject: Subject): void {
    for (let i = 0; i < this.namespaces.length; i++) {
      const { name, reader } = this.namespaces[i] as (typeof this.namespaces)[number];
      this.tuples[i] = reader.tupleOf(subject.facts[name]);
    }
    const from = this.columns.length - this.asked.length;
    let tuple = -1;
    for (let i = 0; i < this.asked.length; i++) {
      const number = (this.asked[i] as AskedColumn).numberFor(subject.id);
      this.current[from + i] = number;
      tuple = this.pairs.intern(tuple, number);
    }
    this.tuples[this.namespaces.length] = tuple + 1;
    this.stale = true;
  }

  /** The tuple number of a namespace of the subject that was read last. */
  tuple(namespace: number): number {
    return this.tuples[namespace] as number;
  }

  /** Value numbers of the subject that was read last, by column. */
  numbers(): Int32Array {
    if (this.stale) this.namespaces.forEach(({ reader, at }, i) => reader.copy(this.tuples[i] as number, this.current, at));
    this.stale = false;
    return this.current;
  }
}

function distinct(reads: readonly Read[]): Read[] {
  return [...new Map(reads.map((read) => [read.name, read])).values()];
}

const PARAMETERS = "organization.parameters.";

function sourceOf(read: Read, namespace: string, sources: Sources, place: (column: Column) => Column): ColumnSource {
  const definition = read.is === "fact" ? read.definition : undefined;
  const parameter = read.name.startsWith(PARAMETERS) ? read.name.slice(PARAMETERS.length) : undefined;
  const fallback = parameter !== undefined && Object.hasOwn(sources.parameters, parameter) ? sources.parameters[parameter] : undefined;
  const column = place(new Column(read.name, definition, parameter !== undefined ? "not-set" : undefined));
  return { column, key: read.name.slice(namespace.length + 1), ...(fallback === undefined ? {} : { fallback }) };
}

function askedColumn(read: Read, sources: Sources, place: (column: Column) => Column): AskedColumn {
  if (read.is === "attested") {
    const column = place(new Column(read.name, undefined, "needs-person"));
    return { column, numberFor: (subject) => column.numberOf(sources.attested(subject, read.id)) };
  }
  if (read.is === "measure") {
    const column = place(new Column(read.name, undefined, "needs-measures"));
    return { column, numberFor: (subject) => column.numberOf(sources.measure(subject, read.id)) };
  }
  const column = place(new Column(read.name, undefined, "needs-registers"));
  const { agreements } = sources;
  if (!agreements) return { column, numberFor: () => MISSING };
  const number = column.define(agreements, "on file");
  return { column, numberFor: () => number };
}
