// Entries of licenses.yaml that name components by purl@range, found by the component's purl.
import { matchesPurl, parsePurl, parsePurlRange, type Purl, type PurlRange } from "#kit";

interface Entry<T> {
  readonly range: PurlRange;
  readonly value: T;
}

export class PurlIndex<T> {
  private readonly byPackage = new Map<string, Entry<T>[]>();
  private readonly found = new Map<string, readonly T[]>();

  /** Entries whose text is no purl@range are left out: validation has said so. */
  constructor(values: Iterable<T>, rangeOf: (value: T) => string) {
    for (const value of values) {
      const range = parsePurlRange(rangeOf(value));
      if ("error" in range) continue;
      const key = packageKey(range);
      this.byPackage.set(key, [...(this.byPackage.get(key) ?? []), { range, value }]);
    }
  }

  get empty(): boolean {
    return this.byPackage.size === 0;
  }

  /** All entries that hold for a component, in the order of the document. A version that has no place in the order is in no range. */
  holding(purl: string): readonly T[] {
    if (this.empty) return [];
    const known = this.found.get(purl);
    if (known) return known;
    const component = parsePurl(purl);
    const near = component ? (this.byPackage.get(packageKey(component)) ?? []) : [];
    const holding = component ? near.filter(({ range }) => matchesPurl(range, component) === true).map(({ value }) => value) : [];
    if (near.length > 0) this.found.set(purl, holding);
    return holding;
  }
}

function packageKey({ type, namespace, name }: Pick<Purl, "type" | "namespace" | "name">): string {
  return `${type}\n${namespace ?? ""}\n${name}`;
}
