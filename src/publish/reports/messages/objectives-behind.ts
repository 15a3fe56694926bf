// Message: objectives that are behind.
import { localText } from "#look";
import type { StatementRule } from "../statement.ts";

export const objectivesBehind: StatementRule = {
  id: "objectives-behind",
  condition: "A strategy is in force and a measured objective of it is behind its target or its line. Weight 80.",
  words: {
    en: { title: "{count} of {all} {all|objective|objectives} {count|is|are} behind.", text: "{name}" },
    de: { title: "{count} von {all} {all|Ziel|Zielen} {count|ist|sind} im Rückstand.", text: "{name}" },
  },
  speak({ objectives, holds, language }) {
    if (!holds) return undefined;
    const behind = objectives.filter(({ state }) => state === "behind");
    const names = behind.slice(0, 2).map(({ objective }) => localText(objective.statement, language) ?? objective.id);
    const name = `${names.join("; ")}${behind.length > names.length ? "; …" : "."}`;
    return behind.length === 0
      ? undefined
      : { priority: 80, state: "deny", values: { count: behind.length, all: objectives.length, name } };
  },
};
