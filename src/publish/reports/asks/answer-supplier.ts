// Ask: press suppliers whose deliveries have gaps.
import type { StatementRule } from "../statement.ts";

export const answerSupplier: StatementRule = {
  id: "answer-supplier",
  condition: "The answer of a supplier is overdue. Weight 58.",
  words: {
    en: { title: "Press {count} {count|supplier|suppliers} for what {count|its delivery lacks|their deliveries lack}.", text: "{names}" },
    de: { title: "Fordern Sie von {count} {count|Zulieferer|Zulieferern} ein, was fehlt.", text: "{names}" },
  },
  speak({ result }) {
    const today = result.now.slice(0, 10);
    const late = result.suppliers.filter(({ items }) => items.some(({ gaps, due }) => gaps.length > 0 && due !== undefined && due < today));
    return late.length === 0
      ? undefined
      : { priority: 58, state: "review", values: { count: late.length, names: `${late.map(({ name }) => name).join(", ")}.` } };
  },
};
