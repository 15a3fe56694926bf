// The few liberties that JSON-LD takes with values: ids under two names, types with prefixes, references written out in place.
import { asArray, asObject, field } from "../../lockfiles/shared/data.ts";
import { plainText } from "../text.ts";

export function elementId(element: unknown): string {
  return plainText(element, "spdxId") || plainText(element, "@id");
}

/** The type without profile: `Package` of `software_Package` or `https://spdx.org/rdf/3.0.1/terms/Software/Package`. */
export function elementType(element: unknown): string {
  const type = field(element, "type") ?? field(element, "@type");
  const first = Array.isArray(type) ? type[0] : type;
  return typeof first === "string" ? first.slice(Math.max(first.lastIndexOf("/"), first.lastIndexOf("_"), first.lastIndexOf(":")) + 1) : "";
}

/** A text property with or without the prefix of its profile. */
export function property(element: unknown, prefix: string, key: string): string {
  return plainText(element, prefix + key) || plainText(element, key);
}

/** The ids that a property refers to. An element written out in place is handed to `inline`. */
export function references(value: unknown, inline: (element: unknown) => void): readonly string[] {
  const values = asArray(value) ?? [value];
  return values.flatMap((item) => {
    if (typeof item === "string") return [item];
    if (asObject(item) === undefined) return [];
    inline(item);
    const id = elementId(item);
    return id === "" ? [] : [id];
  });
}
