// A decision in one's own lane: yes, yes with conditions, no with its reason, a question. What is typed stays until it is on record.
import { deskWords } from "@allmend/look/words/portal/desk";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { useId, useState } from "react";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { nameOf, type View } from "../case-text.ts";
import { useDraft } from "../form/use-draft.ts";
import { type Kind, useLocal } from "../kinds.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { actOf, type Decision, flawIn, type Way, waysIn } from "./decision.ts";
import { useAct } from "./use-act.ts";

interface Props {
  readonly view: View;
  readonly kind: Kind | undefined;
  readonly own: boolean;
  /** Chosen by a key, on the desk. */
  readonly wanted?: { readonly way: Way; readonly times: number } | undefined;
  done?(): void;
}

export function DecidePanel(props: Props) {
  const words = useWords(deskWords);
  const { view, own, done } = props;
  const { id } = view.case;
  const draft = useDraft(`decide ${id}`);
  const act = useAct(id, () => {
    draft.discard();
    done?.();
  });
  const [seats, setSeats] = useState(view.seats);
  if (view.seats.length > 0 && view.seats !== seats) setSeats(view.seats);
  // Where somebody was quicker there is no seat any more: what was typed stays in sight beside who it was.
  if (view.seats.length > 0 || (act.error && seats.length > 0)) return <Panel {...props} seats={seats} draft={draft} act={act} />;
  return own && ["review", "escalated"].includes(view.case.phase) ? <p className="note">{words.own}</p> : null;
}

interface PanelProps extends Props {
  readonly seats: View["seats"];
  readonly draft: ReturnType<typeof useDraft>;
  readonly act: ReturnType<typeof useAct>;
}

function Panel({ view, kind, wanted, seats, draft, act }: PanelProps) {
  const words = useWords(deskWords);
  const kept = draft.restored?.values;
  const [way, setWay] = useState<Way | undefined>(kept?.["way"] as Way | undefined);
  const [seat, setSeat] = useState(0);
  const [text, setText] = useState(String(kept?.["text"] ?? ""));
  const [because, setBecause] = useState(String(kept?.["because"] ?? ""));
  const [attested, setAttested] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const [heard, setHeard] = useState(0);
  if (wanted && wanted.times !== heard) {
    setHeard(wanted.times);
    setWay(wanted.way);
  }
  const chosen = seats[seat] ?? seats[0];
  const over = view.seats.length === 0;
  if (!chosen) return null;
  const attests = kind?.lanes.find((lane) => lane.id === chosen.lane)?.attests ?? {};
  const decision: Decision = { seat: chosen, text, because, attested, attests: Object.keys(attests) };
  const names = view.case.kind === "resolve" ? { ...words, ...words.resolve } : words;
  const keep = (change: { way?: Way; text?: string; because?: string }) => {
    const after = { way, text, because, ...change };
    draft.keep({ text: after.text, because: after.because, ...(after.way === undefined ? {} : { way: after.way }) });
  };
  const flaw = way && tried ? flawIn(way, decision, words) : undefined;
  return (
    <section className="decide no-print" aria-label={words.decide}>
      <h2>{words.decide}</h2>
      {view.seats.length > 1 && <SeatChoice view={view} kind={kind} seat={seat} choose={setSeat} />}
      <div className="form-ways" role="group" aria-label={words.decide}>
        {(over && way ? [way] : waysIn(view, chosen.lane)).map((each) => (
          <button
            key={each}
            type="button"
            className="button"
            disabled={over}
            aria-expanded={way === each}
            onClick={() => {
              setWay(way === each ? undefined : each);
              keep({ way: each });
            }}
          >
            {names[each]}
          </button>
        ))}
      </div>
      {way && (
        <form
          className="way-form"
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (flawIn(way, decision, words) === undefined) act.mutate({ act: actOf(way, decision), seen: view.version });
          }}
        >
          <Texts
            way={way}
            view={view}
            text={text}
            because={because}
            changeText={(after) => {
              setText(after);
              keep({ text: after });
            }}
            changeBecause={(after) => {
              setBecause(after);
              keep({ because: after });
            }}
          />
          {(way === "approve" || way === "conditions") && <Attests of={attests} attested={attested} change={setAttested} />}
          {flaw !== undefined && (
            <p className="note s-deny" role="alert">
              {flaw}
            </p>
          )}
          <div className="form-ways">
            <button type="submit" className="button main" disabled={act.isPending || over}>
              {words.send[way]}
            </button>
            <button type="button" className="button" onClick={() => setWay(undefined)}>
              {words.cancel}
            </button>
          </div>
        </form>
      )}
      {act.error && <ConflictNotice error={act.error} view={view} />}
    </section>
  );
}

interface TextsProps {
  readonly way: Way;
  readonly view: View;
  readonly text: string;
  readonly because: string;
  changeText(text: string): void;
  changeBecause(text: string): void;
}

function Texts({ way, view, text, because, changeText, changeBecause }: TextsProps) {
  const words = useWords(deskWords);
  const requests = useWords(requestsWords);
  const { say } = useSpeech();
  const id = useId();
  const main =
    way === "conditions" ? words.conditionsLabel : say(words.questionLabel, { name: nameOf(view.case.requester, view.names, requests) });
  return (
    <>
      {(way === "conditions" || way === "ask") && (
        <p>
          <label htmlFor={`${id}-text`}>{main}</label>
          <textarea
            id={`${id}-text`}
            className="input growing"
            rows={2}
            maxLength={4000}
            autoFocus
            value={text}
            onChange={({ target }) => changeText(target.value)}
          />
        </p>
      )}
      {way !== "ask" && (
        <p>
          <label htmlFor={`${id}-because`}>{way === "reject" ? words.becauseLabel : words.becauseOptional}</label>
          <textarea
            id={`${id}-because`}
            className="input growing"
            rows={2}
            maxLength={4000}
            autoFocus={way !== "conditions"}
            value={because}
            onChange={({ target }) => changeBecause(target.value)}
          />
        </p>
      )}
    </>
  );
}

interface AttestsProps {
  readonly of: NonNullable<Kind["lanes"][number]["attests"]>;
  readonly attested: readonly string[];
  change(attested: readonly string[]): void;
}

export function Attests({ of, attested, change }: AttestsProps) {
  const words = useWords(deskWords);
  const local = useLocal();
  if (Object.keys(of).length === 0) return null;
  return (
    <fieldset className="some-of">
      <legend>{words.attest}</legend>
      {Object.entries(of).map(([id, text]) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={attested.includes(id)}
            onChange={({ target }) => change(target.checked ? [...attested, id] : attested.filter((each) => each !== id))}
          />{" "}
          {local(text)}
        </label>
      ))}
    </fieldset>
  );
}

interface SeatProps {
  readonly view: View;
  readonly kind: Kind | undefined;
  readonly seat: number;
  choose(seat: number): void;
}

/** Who sits in several lanes, or stands in for several, says as whom they decide. */
function SeatChoice({ view, kind, seat, choose }: SeatProps) {
  const words = useWords(deskWords);
  const requests = useWords(requestsWords);
  const local = useLocal();
  const { say } = useSpeech();
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{words.lane}</label>
      <select id={id} className="input" value={seat} onChange={({ target }) => choose(Number(target.value))}>
        {view.seats.map(({ lane, for: member }, index) => {
          const title = lane === "escalation" ? words.escalation : local(kind?.lanes.find((each) => each.id === lane)?.title) || lane;
          return (
            <option key={`${lane} ${member}`} value={index}>
              {member === undefined ? title : say(words.standIn, { lane: title, name: nameOf(member, view.names, requests) })}
            </option>
          );
        })}
      </select>
    </p>
  );
}
