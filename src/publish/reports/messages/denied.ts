// Message: what our own rules forbid.
import { fill } from "#look";
import { mostCommon } from "../most-common.ts";
import { ruleSentence, rulesOf } from "../../shared/rules.ts";
import { productNames } from "../view.ts";
import type { StatementRule } from "../statement.ts";

export const denied: StatementRule = {
  id: "denied",
  condition: "Findings deny and are neither waived nor known to a baseline. Weight 90.",
  words: {
    en: {
      title: "{count} {count|thing breaks|things break} our own rules.",
      text: "{most|One of them|Most often (# times)}: {rule}. {products}",
    },
    de: {
      title: "{count} {count|Sache verstösst|Sachen verstossen} gegen unsere eigenen Regeln.",
      text: "{most|Eine davon|Am häufigsten (#-mal)}: {rule}. {products}",
    },
  },
  speak(view) {
    const denied = view.fresh.filter(({ outcome }) => outcome === "deny");
    const most = mostCommon(denied.map(({ rule }) => rule));
    if (!most) return undefined;
    const rule = ruleSentence(rulesOf(view.result.program).get(most.name), most.name, view.language).replace(/[.!]$/, "");
    const names = productNames(
      view,
      denied.map(({ subject }) => subject.product),
    );
    const products =
      names === "" ? "" : fill(view.language === "de" ? "Betroffen: {names}." : "Products: {names}.", { names }, view.language);
    return { priority: 90, state: "deny", values: { count: denied.length, rule, most: most.count, products } };
  },
};
