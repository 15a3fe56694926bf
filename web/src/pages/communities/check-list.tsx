// Checks by group: how each answers, and what to do where it is open.
import { communitiesWords } from "@allmend/look/words/portal/communities";
import type { components } from "../../api/schema.generated.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useWords } from "../../parts/use-words.ts";

type Check = components["schemas"]["ProjectPage"]["missing"][number];

const MARKS = { fail: "review", hint: "warn", unknown: "unknown", pass: "allow" } as const;

export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const groups = [...Map.groupBy(checks, ({ group }) => group)];
  return groups.map(([group, list]) => (
    <section key={group}>
      <h3>{group}</h3>
      <CheckLines checks={list} />
    </section>
  ));
}

export function CheckLines({ checks }: { readonly checks: readonly Check[] }) {
  return (
    <ul className="quiet-list checks">
      {checks.map((check) => (
        <CheckLine key={check.id} check={check} />
      ))}
    </ul>
  );
}

/** What stands between backticks is typed as it is. */
function withCode(text: string) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}

function CheckLine({ check: { title, remedy, outcome, place } }: { readonly check: Check }) {
  const words = useWords(communitiesWords).project;
  return (
    <li>
      <StateMark state={MARKS[outcome]} label={words.outcome[outcome]} />
      <span>
        {title}
        {outcome !== "pass" && <span className="note line">{withCode(remedy)}</span>}
        {place !== undefined && <code className="line">{place}</code>}
      </span>
    </li>
  );
}
