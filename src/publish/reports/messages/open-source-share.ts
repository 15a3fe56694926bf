// Message: how much of what we run is open source.
import { shareText, unknownShare } from "../share-picture.ts";
import type { StatementRule } from "../statement.ts";

export const openSourceShare: StatementRule = {
  id: "open-source-share",
  condition: "The share is measured. Weight 10: it is context, not news.",
  words: {
    en: { title: "Of our components, {share} are open source.", text: "{count} components in {products} {products|product|products}." },
    de: {
      title: "Von unseren Komponenten sind {share} Open Source.",
      text: "{count} Komponenten in {products} {products|Produkt|Produkten}.",
    },
  },
  speak({ result, language }) {
    const found = result.measures.find(({ measure, subject }) => measure === "consumption.open-source-share" && subject === "organization");
    if (typeof found?.value !== "number") return undefined;
    const values = {
      share: shareText(found.value, unknownShare(found) > 0, language),
      count: found.of ?? 0,
      products: result.program.organization.products.length,
    };
    return { priority: 10, state: "none", values };
  },
};
