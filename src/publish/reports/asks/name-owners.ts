// Ask: somebody who answers for each product.
import { productNames } from "../view.ts";
import type { StatementRule } from "../statement.ts";

export const nameOwners: StatementRule = {
  id: "name-owners",
  condition: "A product has no owner. Weight 56.",
  words: {
    en: {
      title: "Name who answers for {count} {count|product|products}.",
      text: "{names}. Findings of a product without an owner reach nobody.",
    },
    de: {
      title: "Bestimmen Sie, wer für {count} {count|Produkt|Produkte} einsteht.",
      text: "{names}. Befunde zu einem Produkt, für das niemand einsteht, erreichen niemanden.",
    },
  },
  speak(view) {
    const without = view.result.program.organization.products.filter(({ owner }) => owner === undefined || owner === "");
    const names = productNames(
      view,
      without.map(({ id }) => id),
    );
    return without.length === 0 ? undefined : { priority: 56, state: "review", values: { count: without.length, names } };
  },
};
