// A request in a list: what it is about, how it stands, when it is due.
import { requestsWords } from "@allmend/look/words/portal/requests";
import { Link } from "react-router";
import { caseAddress } from "../../api/request-address.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { nameOf, phaseWord, type Row, spokenName, stateOf } from "./case-text.ts";
import { useKinds, useLocal } from "./kinds.ts";

interface Props {
  readonly row: Row;
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** Where it leads; its own page where absent. */
  readonly to?: string;
  readonly current?: boolean;
}

export function RequestRow({ row, names, to, current = false }: Props) {
  const words = useWords(requestsWords);
  const local = useLocal();
  const kind = useKinds().find((each) => each.kind === row.kind);
  const product = kind?.fields.find(({ type }) => type === "product")?.options[row.product ?? ""];
  const notes = [
    local(kind?.title) || row.kind,
    nameOf(row.requester, names, words),
    row.product === undefined ? undefined : local(product) || row.product,
    row.id,
  ];
  return (
    <Link className="request-row" to={to ?? caseAddress(row.id)} {...(current ? { "aria-current": "true" as const } : {})}>
      <span className="request-title">
        <StateMark state={stateOf(row.phase)} />
        <bdi>{spokenName(row.title)}</bdi>
      </span>
      <span className="note request-notes">
        <bdi>{notes.filter((note) => note !== undefined).join(" · ")}</bdi>
      </span>
      <span className="note request-state">
        {phaseWord(row.phase, words)}
        <Due at={row.dueAt} phase={row.phase} />
      </span>
    </Link>
  );
}

const OPEN: ReadonlySet<string> = new Set(["submitted", "triage", "review", "escalated"]);

/** A clock that runs; what is decided has none. */
function Due({ at, phase }: { readonly at: string | undefined; readonly phase: string }) {
  const words = useWords(requestsWords);
  const { say, fromNow } = useSpeech();
  if (at === undefined || !OPEN.has(phase)) return null;
  const late = Date.parse(at) < Date.now();
  return (
    <span className={late ? "line s-deny" : "line"}>
      <time dateTime={at}>{say(late ? words.overdue : words.due, { when: fromNow(at) })}</time>
    </span>
  );
}
