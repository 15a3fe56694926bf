// The seven policies at a glance: which are written, how each stands.
import "./policies.css";
import { programWords } from "@allmend/look/words/portal/program";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Read } from "../../parts/read.tsx";
import { StandingLines } from "../../parts/standing-lines.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { ProgramPages } from "./program-pages.tsx";

type Line = components["schemas"]["PolicyLine"];

export function PoliciesPage() {
  const words = useWords(programWords).policies;
  const { say } = useSpeech();
  const lang = useLanguage();
  return (
    <>
      <ProgramPages />
      <Read
        of={["policies", lang]}
        read={(signal) => data(api.GET("/api/portal/policies", { signal, params: { query: { lang } } }))}
        rows={9}
      >
        {({ policies, asOf, otherProgram }) => (
          <>
            <Answer answer={say(words.answer, counts(policies))} why={words.why} />
            <ul className="policy-list">
              {policies.map((policy) => (
                <PolicyLine key={policy.area} policy={policy} />
              ))}
            </ul>
            <AsOf asOf={asOf} otherProgram={otherProgram} />
          </>
        )}
      </Read>
    </>
  );
}

function counts(policies: readonly Line[]) {
  const written = policies.filter(({ title }) => title !== undefined);
  const open = ["deny", "review", "unknown", "warn"];
  return { inForce: written.length, fine: written.filter(({ standing }) => !standing.some(({ state }) => open.includes(state))).length };
}

function PolicyLine({ policy }: { readonly policy: Line }) {
  const words = useWords(programWords).policies;
  const { say, date } = useSpeech();
  const { area, name, title, state, rules, coverage, acknowledged, review, reviewOverdue, standing } = policy;
  if (title === undefined)
    return (
      <li className="policy-line missing">
        <strong>{name}</strong>
        <span className="note">{words.missing}</span>
      </li>
    );
  const notes = [
    state,
    say(words.rules, { count: rules }),
    coverage && say(words.coverage, coverage),
    acknowledged > 0 && say(words.acknowledged, { count: acknowledged }),
    review !== undefined && say(reviewOverdue ? words.overdue : words.reviewBy, { date: date(review) }),
  ].filter((note) => typeof note === "string");
  return (
    <li className="policy-line">
      <Link to={`/program/policies/${area}`}>{title}</Link>
      <StandingLines of={standing} />
      <span className="note">{notes.join(" · ")}</span>
    </li>
  );
}
