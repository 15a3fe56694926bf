// Ask: have what breaks our rules most often mended, or say openly that it may stay.
import { fill } from "#look";
import { ruleSentence, remedyOf, rulesOf } from "../../shared/rules.ts";
import { mostCommon } from "../most-common.ts";
import { productNames } from "../view.ts";
import type { StatementRule } from "../statement.ts";

export const mendDenied: StatementRule = {
  id: "mend-denied",
  condition: "Findings deny. Weight 90: it stops releases.",
  words: {
    en: { title: "Have this mended, or grant an exception in writing: {rule} ({count})", text: "{remedy} {where}" },
    de: {
      title: "Lassen Sie das beheben, oder bewilligen Sie schriftlich eine Ausnahme: {rule} ({count})",
      text: "{remedy} {where}",
    },
  },
  speak(view) {
    const denied = view.fresh.filter(({ outcome }) => outcome === "deny");
    const most = mostCommon(denied.map(({ rule }) => rule));
    if (!most) return undefined;
    const rule = rulesOf(view.result.program).get(most.name);
    const sentence = ruleSentence(rule, most.name, view.language).replace(/[.!]$/, "");
    const products = productNames(
      view,
      denied
        .filter((one) => one.rule === most.name)
        .map(({ subject }) => subject.product ?? (subject.label === "" ? undefined : subject.label)),
    );
    // What belongs to no product has no name here: better no sentence than one that ends in nothing.
    const told = view.language === "de" ? "Betroffen: {products}." : "It concerns {products}.";
    const where = products === "" ? "" : fill(told, { products }, view.language);
    return {
      priority: 90,
      state: "deny",
      values: { rule: sentence, count: most.count, remedy: remedyOf(rule, view.language) ?? "", where },
    };
  },
};
