// Message: deliveries of suppliers lack what they owe.
import type { StatementRule } from "../statement.ts";

export const supplierGaps: StatementRule = {
  id: "supplier-gaps",
  condition: "Something that we buy has gaps. Weight 62.",
  words: {
    en: { title: "{count} {count|delivery|deliveries} of suppliers {count|has|have} gaps.", text: "{names}" },
    de: { title: "{count} {count|Lieferung|Lieferungen} von Zulieferern {count|hat|haben} Lücken.", text: "{names}" },
  },
  speak({ result }) {
    const open = result.suppliers.flatMap(({ name, items }) =>
      items.filter(({ gaps }) => gaps.length > 0).map((item) => `${name}: ${item.name}`),
    );
    const names = `${open.slice(0, 3).join(", ")}${open.length > 3 ? ", …" : "."}`;
    return open.length === 0 ? undefined : { priority: 62, state: "review", values: { count: open.length, names } };
  },
};
