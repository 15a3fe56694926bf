// The tables that all parts of the report's data share.
import { localText, shorten, visible, type Language } from "#look";
import type { Evidence } from "#facts";
import type { ScanResult } from "#scan";
import { Table } from "./table.ts";

/** A licence text pasted into a name must not fill the report. */
const LONGEST_TEXT = 2000;
const LONGEST_PATH = 1000;

export class Tables {
  readonly texts = new Table<string>();
  readonly products = new Table<string>();
  readonly repositories = new Table<string>();
  readonly files = new Table<readonly [number, string]>();
  readonly places = new Table<readonly [number, string]>();
  readonly language: Language;

  constructor(result: ScanResult, language: Language) {
    this.language = language;
    for (const product of result.program.organization.products) {
      this.products.number(safe(localText(product.name, language) ?? product.id), product.id);
    }
  }

  text(text: string): number {
    return this.texts.number(safe(text));
  }

  product(id: string | undefined): number {
    return id === undefined ? -1 : this.products.number(safe(id), id);
  }

  file(repository: string | undefined, path: string): number {
    const number = repository === undefined ? -1 : this.repositories.number(safe(repository), repository);
    return this.files.number([number, visible(shorten(path, LONGEST_PATH))], `${repository ?? ""}\n${path}`);
  }

  fileOf(evidence: Evidence): number {
    return evidence.path === undefined ? -1 : this.file(evidence.repository, evidence.path);
  }

  /** Where a component is used: a deliverable of a product, or a repository that belongs to none. */
  place(product: string | undefined, deliverable: string): number {
    return this.places.number([this.product(product), safe(deliverable)], placeKey(product, deliverable));
  }
}

export function placeKey(product: string | undefined, deliverable: string): string {
  return product === undefined ? deliverable : `${product}/${deliverable}`;
}

export function safe(text: string): string {
  return visible(shorten(text, LONGEST_TEXT));
}
