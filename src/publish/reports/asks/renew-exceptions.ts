// Ask: exceptions that end soon, or ended.
import { formatDate } from "#look";
import type { StatementRule } from "../statement.ts";

export const renewExceptions: StatementRule = {
  id: "renew-exceptions",
  condition: "A granted exception has run out, or runs out within 60 days. Weight 66.",
  words: {
    en: { title: "Extend or end {count} {count|exception|exceptions}.", text: "The first: {rule}, until {date}, kept by {owner}." },
    de: {
      title: "Verlängern oder beenden Sie {count} {count|Ausnahme|Ausnahmen}.",
      text: "Die erste: {rule}, bis {date}, verantwortet von {owner}.",
    },
  },
  speak({ result, language }) {
    const limit = Date.parse(result.now) + 60 * 86_400_000;
    const due = result.program.licenses.waivers
      .filter(({ expires }) => Date.parse(expires) <= limit)
      .toSorted((a, b) => (a.expires < b.expires ? -1 : 1));
    const [first] = due;
    if (!first) return undefined;
    return {
      priority: 66,
      state: "review",
      values: { count: due.length, rule: first.rule, date: formatDate(first.expires, language), owner: first.owner },
    };
  },
};
