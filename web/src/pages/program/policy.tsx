// A policy as it was written, with the live state of its rule beside each sentence.
import { useNames } from "../../api/names.ts";
import "./policies.css";
import { programWords } from "@allmend/look/words/portal/program";
import { Link, useParams } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { WhyLink } from "../../parts/why-link.tsx";
import { Acknowledge } from "./acknowledge.tsx";
import { PolicyText } from "./policy-text.tsx";
import { ProgramPages } from "./program-pages.tsx";

type Policy = components["schemas"]["PolicyPage"];

function readPolicy(area: string, lang: "en" | "de", signal: AbortSignal) {
  // What is no area is refused by the server, in words.
  return data(api.GET("/api/portal/policies/{area}", { signal, params: { path: { area: area as "compliance" }, query: { lang } } }));
}

export function PolicyPage() {
  const { area = "" } = useParams();
  const lang = useLanguage();
  return (
    <>
      <ProgramPages />
      <Read of={["policies", area, lang]} read={(signal) => readPolicy(area, lang, signal)}>
        {({ policy, asOf, otherProgram }) => (
          <>
            <Head policy={policy} />
            <AsOf asOf={asOf} otherProgram={otherProgram} />
            <PolicyText policy={policy} />
            <Acknowledge policy={policy} />
          </>
        )}
      </Read>
    </>
  );
}

function Head({ policy }: { readonly policy: Policy }) {
  const words = useWords(programWords).policies;
  const { say, date } = useSpeech();
  const names = useNames();
  const { title = policy.name, rules, state = "", owner, pack, review, reviewOverdue, coverage, serves, area } = policy;
  const notes = [
    coverage && say(words.coverage, coverage),
    owner && names.owner(owner),
    pack !== undefined && say(words.pack, { pack }),
    review !== undefined && say(reviewOverdue ? words.overdue : words.reviewBy, { date: date(review) }),
  ].filter((note) => typeof note === "string");
  return (
    <Answer answer={say(words.answerOne, { title, count: rules, state })} why={notes.join(" · ")}>
      <p>
        <Link to="/program/policies">{words.back}</Link> · <Link to={`/findings?area=${area}`}>{words.findings}</Link> ·{" "}
        <Link to={`/program/policies/${area}/history`}>{words.history}</Link> ·{" "}
        <Link to={`/program/documents/${encodeURIComponent(`policies/${area}.md`)}/draft`}>{words.draft}</Link>
      </p>
      {serves.length > 0 && (
        <p className="note">
          {words.serves}:{" "}
          {serves.map(({ id, title: activity }, index) => (
            <span key={id}>
              {index > 0 && " · "}
              <WhyLink id={id}>{activity}</WhyLink>
            </span>
          ))}
        </p>
      )}
    </Answer>
  );
}
