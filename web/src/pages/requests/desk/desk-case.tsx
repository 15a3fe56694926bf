// The case on the desk: the question and the proposed answer with its reasons, and beside them everything that is known.
import { deskWords } from "@allmend/look/words/portal/desk";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useMe } from "../../../api/me.ts";
import { caseAddress } from "../../../api/request-address.ts";
import { FailureNotice } from "../../../parts/failure-notice.tsx";
import { StateMark } from "../../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { Waiting } from "../../../parts/waiting.tsx";
import { useQuestion, useStanding, type View } from "../case-text.ts";
import { CaseFields } from "../case/case-fields.tsx";
import { CaseHistory } from "../case/case-history.tsx";
import { CaseKnown } from "../case/case-known.tsx";
import { CaseLanes } from "../case/case-lanes.tsx";
import { CaseRules } from "../case/case-rules.tsx";
import { DecidePanel } from "../case/decide-panel.tsx";
import type { Way } from "../case/decision.ts";
import { caseQuery } from "../case/use-case.ts";
import { useKinds, useLocal } from "../kinds.ts";

interface Props {
  readonly id: string;
  readonly wanted: { readonly way: Way; readonly times: number } | undefined;
  back(): void;
  done(): void;
}

export function DeskCase({ id, wanted, back, done }: Props) {
  const words = useWords(deskWords);
  const question = useQuestion();
  const me = useMe();
  const view = useQuery(caseQuery(id));
  const kinds = useKinds();
  if (view.error && !view.data) return <FailureNotice error={view.error} retry={() => void view.refetch()} />;
  if (!view.data || kinds.length === 0) return <Waiting rows={8} />;
  const kind = kinds.find((each) => each.kind === view.data.case.kind);
  return (
    <>
      <article className="desk-case">
        <button type="button" className="button desk-back" onClick={back}>
          {words.back}
        </button>
        <h2>
          <bdi>{question(view.data, kind)}</bdi>
        </h2>
        <Proposal view={view.data} />
        <CaseFields.Recommendation view={view.data} />
        <DecidePanel view={view.data} kind={kind} own={view.data.case.requester === me.data?.id} wanted={wanted} done={done} />
        {view.data.seats.length === 0 && <Standing view={view.data} />}
        <CaseRules view={view.data} />
        <CaseFields view={view.data} kind={kind} />
        <CaseHistory view={view.data} kind={kind} />
        <p>
          <Link to={caseAddress(id)}>{words.opens}</Link>
        </p>
      </article>
      <aside className="desk-facts">
        <CaseKnown view={view.data} kind={kind} />
        <CaseLanes view={view.data} kind={kind} />
      </aside>
    </>
  );
}

/** How it stands where there is nothing to decide any more: somebody was quicker. */
function Standing({ view }: { readonly view: View }) {
  const standing = useStanding();
  const kind = useKinds().find((each) => each.kind === view.case.kind);
  return <p className="lead">{standing(view, kind)}</p>;
}

/** What the rules came to: a proposal, never a decision. */
function Proposal({ view: { case: state, precedents, rules } }: { readonly view: View }) {
  const local = useLocal();
  const words = useWords(deskWords);
  const requests = useWords(requestsWords);
  const { say } = useSpeech();
  const outcome = state.judged?.outcome;
  const before = precedents.find((each) => each.outcome !== undefined);
  const sentence = (reason: string) => local(rules.find(({ rule }) => rule === reason)?.sentence) || reason;
  const why =
    (state.judged?.because ?? []).map(sentence).join(" ") || (before ? `${before.id}, ${requests.phase[before.phase as "approved"]}` : "");
  const way =
    outcome === undefined ? "none" : outcome === "allow" || outcome === "warn" ? "approve" : outcome === "deny" ? "reject" : "look";
  return (
    <p className="proposal">
      <StateMark state={way === "approve" ? "allow" : way === "reject" ? "deny" : way === "look" ? "review" : "unknown"} />
      {way === "none" || why === "" ? words.proposal.none : say(words.proposal[way], { why })}
    </p>
  );
}
