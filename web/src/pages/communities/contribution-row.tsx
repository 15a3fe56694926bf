// One contribution: to which project, whose it is, and how far it came with them.
import type { State } from "@allmend/look";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { Link } from "react-router";
import { caseAddress } from "../../api/request-address.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { nameOf, phaseWord, type Row, spokenName, stateOf } from "../requests/case-text.ts";
import { useKinds, useLocal } from "../requests/kinds.ts";

/** As the shipped kind names the states of its life; those of an organisation's own are open. */
const MARKS: Readonly<Record<string, State>> = { merged: "allow", declined: "deny", abandoned: "none" };

export function ContributionRow({ row, names }: { readonly row: Row; readonly names: Readonly<Record<string, string>> | undefined }) {
  const words = useWords(requestsWords);
  const local = useLocal();
  const { date } = useSpeech();
  const life = useKinds().find(({ kind }) => kind === row.kind)?.life?.states ?? {};
  const lives = row.life !== undefined;
  const state = row.life === undefined ? stateOf(row.phase) : (MARKS[row.life] ?? "unknown");
  const said = row.life === undefined ? phaseWord(row.phase, words) : local(life[row.life]?.title) || row.life;
  return (
    <Link className="request-row" to={caseAddress(row.id)}>
      <span className="request-title">
        <StateMark state={state} />
        <bdi>{spokenName(row.title)}</bdi>
      </span>
      <span className="note request-notes">
        <bdi>{[nameOf(row.requester, names, words), date(row.changedAt), row.id].join(" · ")}</bdi>
      </span>
      <span className="note request-state">
        {said}
        {lives && row.phase !== "approved" && <span className="line">{phaseWord(row.phase, words)}</span>}
      </span>
    </Link>
  );
}
