// Licence fields of SPDX: only expressions are allowed; what is none becomes a licence that the document defines itself.
import { shortHash } from "#kit";
import { licenseForm } from "./licenses.ts";
import { quote } from "./references.ts";

export class SpdxLicenses {
  /** `hasExtractedLicensingInfos`, one JSON text each, in the order of their first use. */
  readonly extracted: string[] = [];
  readonly #references = new Map<string, string>();

  /** All of these together; NOASSERTION where nothing is said. Statements that differ all hold: nobody may choose between sources. */
  expression(texts: readonly string[]): string {
    const parts = new Set<string>();
    for (const text of texts) {
      const form = licenseForm(text);
      if (form.is === "nothing") continue;
      if (form.is === "name" && form.text === "NONE") parts.add("NONE");
      else parts.add(form.is === "name" ? this.#named(form.text) : this.#defined(form.text));
    }
    if (parts.size > 1) parts.delete("NONE");
    if (parts.size < 2) return [...parts][0] ?? "NOASSERTION";
    return [...parts].map((part) => (/ (AND|OR) /.test(part) ? `(${part})` : part)).join(" AND ");
  }

  /** An expression as it is; the LicenseRefs in it must be defined somewhere. */
  #defined(expression: string): string {
    for (const reference of expression.match(/(?<![:\w])LicenseRef-[A-Za-z0-9.-]+/g) ?? []) {
      if (!this.#references.has(reference))
        this.#define(reference, reference, `The licence ${reference}; its text is not part of this document.`);
    }
    return expression;
  }

  #named(name: string): string {
    const readable = name
      .replace(/[^A-Za-z0-9.]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 40);
    const reference = `LicenseRef-allmend-${readable}-${shortHash(name).slice(0, 8)}`;
    if (!this.#references.has(reference)) this.#define(reference, name.replace(/\s+/g, " ").slice(0, 200), name);
    return reference;
  }

  #define(reference: string, name: string, text: string): void {
    this.#references.set(reference, name);
    this.extracted.push(`{"licenseId":"${reference}","name":${quote(name)},"extractedText":${quote(text)}}`);
  }
}
