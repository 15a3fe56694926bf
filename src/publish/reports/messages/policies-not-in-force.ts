// Message: areas without a policy in force.
import { wordFor, wordsOf } from "#look";
import type { StatementRule } from "../statement.ts";

export const policiesNotInForce: StatementRule = {
  id: "policies-not-in-force",
  condition: "Of the seven areas, some have no policy that is in force. Weight 60.",
  words: {
    en: { title: "{count} of 7 policy areas {count|has|have} no policy in force.", text: "{names}" },
    de: { title: "{count} von 7 Gebieten {count|hat|haben} keine geltende Richtlinie.", text: "{names}" },
  },
  speak({ result, language }) {
    const open = result.summary.areas.filter(({ state }) => state !== "in-force" && state !== "review-due");
    const names = `${open
      .slice(0, 4)
      .map(({ area }) => wordFor(wordsOf(language).area, area))
      .join(", ")}${open.length > 4 ? ", …" : "."}`;
    return open.length === 0 ? undefined : { priority: 60, state: "review", values: { count: open.length, names } };
  },
};
