// Who looks at it and how far they are, and the clocks that run.
import { requestWords } from "@allmend/look/words/portal/request";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { StateMark } from "../../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { nameOf, type View } from "../case-text.ts";
import { type Kind, useLocal } from "../kinds.ts";

interface Props {
  readonly view: View;
  readonly kind: Kind | undefined;
}

const MARKS = { approved: "allow", rejected: "deny", tied: "review", open: "unknown" } as const;

export function CaseLanes({ view, kind }: Props) {
  const words = useWords(requestWords);
  const requests = useWords(requestsWords);
  const local = useLocal();
  const { say } = useSpeech();
  const { lanes, escalation } = view.case;
  const named = (people: readonly string[]) =>
    people.length === 0 ? words.nobody : people.map((person) => nameOf(person, view.names, requests)).join(", ");
  return (
    <>
      {(lanes.length > 0 || escalation) && (
        <section>
          <h2>{words.lanes}</h2>
          <ul className="quiet-list">
            {lanes.map(({ id, members, deputies, votes, outcome = "open" as const }) => {
              const quorum = kind?.lanes.find((lane) => lane.id === id)?.quorum ?? 1;
              return (
                <li key={id}>
                  <StateMark state={MARKS[outcome]} label={words.laneState[outcome]} />
                  {local(kind?.lanes.find((lane) => lane.id === id)?.title) || id}
                  <span className="note line">
                    {named(members)}
                    {deputies.length > 0 && ` · ${say(words.deputies, { names: named(deputies) })}`}
                    {quorum > 1 && ` · ${say(words.needs, { count: votes.length, quorum })}`}
                  </span>
                </li>
              );
            })}
            {escalation && (
              <li>
                <StateMark state="review" />
                {requests.phase.escalated}
                <span className="note line">
                  {named(escalation.members)} · <bdi>{escalation.because}</bdi>
                </span>
              </li>
            )}
          </ul>
        </section>
      )}
      <Clocks view={view} kind={kind} />
    </>
  );
}

function Clocks({ view: { due, case: state }, kind }: Props) {
  const words = useWords(requestWords);
  const requests = useWords(requestsWords);
  const local = useLocal();
  const { say, date, fromNow } = useSpeech();
  const met = state.clocks.filter((clock) => clock.met !== undefined);
  if (due.length === 0 && met.length === 0) return null;
  const title = (id: string | undefined) => local(kind?.clocks.find((clock) => clock.id === id)?.title) || (id ?? "");
  const lane = (id: string | undefined) => local(kind?.lanes.find((each) => each.id === id)?.title) || (id ?? "");
  return (
    <section>
      <h2>{words.clocks}</h2>
      <ul className="quiet-list">
        {due.map(({ what, id, due: at, overdue }) => (
          <li key={`${what} ${id}`}>
            <StateMark state={overdue ? "deny" : "none"} />
            {what === "clock" ? title(id) : say(words.clock[what], { lane: lane(id) })}
            <span className={overdue ? "note line s-deny" : "note line"}>
              <time dateTime={at}>
                {date(at)}, {say(overdue ? requests.overdue : requests.due, { when: fromNow(at) })}
              </time>
            </span>
          </li>
        ))}
        {met.map((clock) => (
          <li key={clock.id}>
            <StateMark state="allow" />
            {title(clock.id)}
            <span className="note line">
              {say(words.clock.met, { date: date(clock.met?.at ?? ""), evidence: clock.met?.evidence ?? "" })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
