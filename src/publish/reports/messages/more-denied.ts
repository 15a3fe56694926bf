// Message: more breaks our rules than in the last period.
import type { StatementRule } from "../statement.ts";

export const moreDenied: StatementRule = {
  id: "more-denied",
  condition: "More findings deny than in the earlier result. Weight 68.",
  words: {
    en: {
      title: "{more} more {more|thing breaks|things break} our rules than before.",
      text: "{now} today, {before} then. More rules find more, too: compare the rules before the people.",
    },
    de: {
      title: "{more} {more|Verstoss|Verstösse} mehr gegen unsere Regeln als vorher.",
      text: "Heute {now}, damals {before}. Auch mehr Regeln finden mehr: zuerst die Regeln vergleichen.",
    },
  },
  speak({ now, before }) {
    const more = before === undefined ? 0 : now.denied - before.denied;
    return more <= 0 ? undefined : { priority: 68, state: "deny", values: { more, now: now.denied, before: before?.denied ?? 0 } };
  },
};
