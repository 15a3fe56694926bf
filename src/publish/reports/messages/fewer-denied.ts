// Message: fewer things break our rules than in the last period.
import type { StatementRule } from "../statement.ts";

export const fewerDenied: StatementRule = {
  id: "fewer-denied",
  condition: "Fewer findings deny than in the earlier result. Weight 45.",
  words: {
    en: { title: "{fewer} fewer {fewer|thing breaks|things break} our rules than before.", text: "{now} today, {before} then." },
    de: { title: "{fewer} {fewer|Verstoss|Verstösse} weniger gegen unsere Regeln als vorher.", text: "Heute {now}, damals {before}." },
  },
  speak({ now, before }) {
    const fewer = before === undefined ? 0 : before.denied - now.denied;
    return fewer <= 0 ? undefined : { priority: 45, state: "allow", values: { fewer, now: now.denied, before: before?.denied ?? 0 } };
  },
};
