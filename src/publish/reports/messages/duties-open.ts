// Message: what licences ask of us and is not done.
import { productNames } from "../view.ts";
import type { StatementRule } from "../statement.ts";

export const dutiesOpen: StatementRule = {
  id: "duties-open",
  condition: "Obligations of licences are open. Weight 74.",
  words: {
    en: {
      title: "{count} {count|duty|duties} from licences {count|is|are} open.",
      text: "They belong to {products}, and are done before the next release goes out.",
    },
    de: {
      title: "{count} {count|Pflicht aus einer Lizenz ist|Pflichten aus Lizenzen sind} offen.",
      text: "Sie betreffen {products} und sind zu erfüllen, bevor die nächste Version hinausgeht.",
    },
  },
  speak(view) {
    const open = view.result.obligations.filter(({ state }) => state === "open");
    const products = productNames(
      view,
      open.map(({ product }) => product),
    );
    return open.length === 0 ? undefined : { priority: 74, state: "review", values: { count: open.length, products } };
  },
};
