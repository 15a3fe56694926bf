// One request on one page: the answer first, then its reasons, what is known, what happened, and what can be done.
import "../requests.css";
import "./case.css";
import { requestWords } from "@allmend/look/words/portal/request";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { useMe } from "../../../api/me.ts";
import { Answer } from "../../../parts/answer.tsx";
import { FailureNotice } from "../../../parts/failure-notice.tsx";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { Waiting } from "../../../parts/waiting.tsx";
import { WhyLink } from "../../../parts/why-link.tsx";
import { nameOf, useQuestion, useStanding, type View } from "../case-text.ts";
import { type Kind, kindsQuery, useLocal } from "../kinds.ts";
import { RequestsPages } from "../requests-pages.tsx";
import { CaseFields } from "./case-fields.tsx";
import { CaseHistory } from "./case-history.tsx";
import { CaseKnown } from "./case-known.tsx";
import { CaseLanes } from "./case-lanes.tsx";
import { CaseRules } from "./case-rules.tsx";
import { CaseWays } from "./case-ways.tsx";
import { DecidePanel } from "./decide-panel.tsx";
import { DraftForm } from "./draft-form.tsx";
import { caseQuery } from "./use-case.ts";

export function RequestPage() {
  const { id = "" } = useParams();
  const view = useQuery(caseQuery(id));
  const kinds = useQuery(kindsQuery);
  return (
    <>
      <RequestsPages />
      {view.error && !view.data ? (
        <FailureNotice error={view.error} retry={() => void view.refetch()} />
      ) : view.data && kinds.data ? (
        <Case key={id} view={view.data} kind={kinds.data.find(({ kind }) => kind === view.data.case.kind)} />
      ) : (
        <Waiting rows={9} />
      )}
    </>
  );
}

function Case({ view, kind }: { readonly view: View; readonly kind: Kind | undefined }) {
  const words = useWords(requestWords);
  const me = useMe();
  const question = useQuestion();
  const standing = useStanding();
  const draft = kind && view.ways.change;
  const own = view.case.requester === me.data?.id;
  return (
    <>
      <Answer answer={standing(view, kind)} why={<bdi>{question(view, kind)}</bdi>} />
      <Outcome view={view} />
      {draft ? <DraftForm view={view} kind={kind} /> : <CaseFields.Recommendation view={view} />}
      <DecidePanel view={view} kind={kind} own={own} />
      {!draft && <CaseWays view={view} kind={kind} />}
      <div className="case-two">
        <div>
          <CaseRules view={view} />
          {!draft && <CaseFields view={view} kind={kind} />}
          <section>
            <h2>{words.next}</h2>
            <Next view={view} />
          </section>
          <CaseHistory view={view} kind={kind} />
        </div>
        <aside>
          <CaseLanes view={view} kind={kind} />
          <CaseKnown view={view} kind={kind} />
        </aside>
      </div>
    </>
  );
}

/** Who said so, why, under which conditions, until when. */
function Outcome({ view: { case: state, names, rules } }: { readonly view: View }) {
  const local = useLocal();
  const requests = useWords(requestsWords);
  const words = useWords(requestWords);
  const { say, date } = useSpeech();
  const { outcome, expires, judged } = state;
  if (!outcome) return null;
  const by = outcome.by.map((person) => nameOf(person, names, requests)).join(", ");
  return (
    <div className="case-outcome">
      {outcome.because.length > 0 && (
        <>
          <strong>{words.because}</strong>
          <ul>
            {outcome.because.map((text) => (
              <li key={text}>
                <Reason text={text} sentence={local(rules.find(({ rule }) => rule === text)?.sentence)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {outcome.conditions.length > 0 && (
        <>
          <strong>{words.conditions}</strong>
          <ul className="conditions">
            {outcome.conditions.map((text) => (
              <li key={text}>
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="note">
        {say(words.decidedBy, { names: by, date: date(outcome.at) })}
        {judged?.approval && ` · ${words.basedOn[judged.approval.is]} (${judged.approval.id})`}
        {expires !== undefined && ` · ${say(words.until, { date: date(expires) })}`}
      </p>
    </div>
  );
}

/** A rule as the sentence of the policy, with its way to why; what people wrote as they wrote it. */
function Reason({ text, sentence }: { readonly text: string; readonly sentence: string }) {
  return sentence === "" ? <bdi>{text}</bdi> : <WhyLink id={`rule:${text}`}>{sentence}</WhyLink>;
}

function Next({ view: { case: state, names } }: { readonly view: View }) {
  const requests = useWords(requestsWords);
  const words = useWords(requestWords);
  const { say } = useSpeech();
  return <p>{say(words.nextIs[state.phase], { name: nameOf(state.requester, names, requests) })}</p>;
}
