// Ask: key results that can be measured.
import { localText } from "#look";
import type { StatementRule } from "../statement.ts";

export const measureObjectives: StatementRule = {
  id: "measure-objectives",
  condition: "An objective has no key result at all. Weight 44.",
  words: {
    en: { title: "Say by what we will see that “{name}” works.", text: "{count} {count|objective has|objectives have} no key result." },
    de: { title: "Sagen Sie, woran wir sehen, dass «{name}» wirkt.", text: "{count} {count|Ziel hat|Ziele haben} kein Schlüsselergebnis." },
  },
  speak({ objectives, language }) {
    const without = objectives.filter(({ keyResults }) => keyResults.length === 0);
    const [first] = without;
    if (!first) return undefined;
    return {
      priority: 44,
      state: "unknown",
      values: { name: localText(first.objective.statement, language) ?? first.objective.id, count: without.length },
    };
  },
};
