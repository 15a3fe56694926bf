// Ask: people and time for a project that we depend on.
import { wordFor, wordsOf } from "#look";
import type { StatementRule } from "../statement.ts";

export const staffUpstream: StatementRule = {
  id: "staff-upstream",
  condition: "A project is on a lower rung than wanted. Weight 72; 78 for one that a critical product depends on.",
  words: {
    en: {
      title: "Give people time for {project}, or lower the aim.",
      text: "We are {now} there and want to be {wanted}; {uses} {uses|use|uses} in {products} {products|product|products} hang on it.",
    },
    de: {
      title: "Geben Sie Zeit für {project}, oder setzen Sie das Ziel tiefer.",
      text: "Dort sind wir {now} und wollen {wanted} sein; daran {uses|hängt eine Verwendung|hängen # Verwendungen} in {products} {products|Produkt|Produkten}.",
    },
  },
  speak({ result, language }) {
    const [first] = result.upstreams.projects.filter(({ below }) => below === true);
    if (!first) return undefined;
    const { rungs } = wordsOf(language).community;
    const [now, wanted] = [wordFor(rungs, first.rung ?? ""), wordFor(rungs, first.wanted ?? "")];
    const { project, uses, products, criticality } = first;
    return { priority: criticality === "critical" ? 78 : 72, state: "review", values: { project, now, wanted, uses, products } };
  },
};
