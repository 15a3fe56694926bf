// What the questions about business models proposed, as a draft of organization.yaml: the rest of the document stays as it was written, comments among it.
import { isMap, parseDocument } from "yaml";
import { localText, type Language } from "#look";
import { modelTraits, type ProposedBusiness } from "#program";

/** `product`: whose profile it is; the organisation's where absent. Undefined where the document cannot be read, or names no such product. */
export function withBusiness(text: string, proposed: ProposedBusiness, language: Language, product?: string): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const profile = document.createNode({
    role: proposed.role,
    state: "proposed",
    models: proposed.models.map(({ model }) => ({ model, because: localText(modelTraits[model].strength, language) ?? "" })),
  });
  const place = product === undefined ? ["business"] : placeOf(document.toJS() as { products?: { id?: string }[] }, product);
  if (!place) return undefined;
  document.setIn(place, profile);
  return document.toString({ lineWidth: 0 });
}

function placeOf({ products = [] }: { readonly products?: readonly { readonly id?: string }[] }, product: string) {
  const index = products.findIndex(({ id }) => id === product);
  return index < 0 ? undefined : ["products", index, "business"];
}
