// What happened: who, when, what and why, from the record.
import { requestWords } from "@allmend/look/words/portal/request";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { nameOf, type View } from "../case-text.ts";
import { type Kind, useLocal } from "../kinds.ts";

type Event = View["events"][number]["event"];

export function CaseHistory({ view: { events, names }, kind }: { readonly view: View; readonly kind: Kind | undefined }) {
  const words = useWords(requestWords);
  const requests = useWords(requestsWords);
  const { say, date, language } = useSpeech();
  const happened = useHappened(kind);
  const time = new Intl.DateTimeFormat(language === "de" ? "de-CH" : "en-GB", { timeStyle: "short" });
  return (
    <section>
      <h2>{words.history}</h2>
      <ol className="case-history">
        {events.map(({ number, event, line }) => (
          <li key={number}>
            <strong>
              <bdi>{nameOf(event.by, names, requests)}</bdi>
            </strong>{" "}
            {happened(event)}
            <time className="note" dateTime={event.at} title={say(words.record, { line })}>
              {" "}
              {date(event.at)}, {time.format(new Date(event.at))}
            </time>
            {saidIn(event).map((text) => (
              <blockquote key={text}>
                <bdi>{text}</bdi>
              </blockquote>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function useHappened(kind: Kind | undefined): (event: Event) => string {
  const words = useWords(requestWords).happened;
  const { say } = useSpeech();
  const local = useLocal();
  return (event) => {
    const what = event.is === "decided" ? String(event["vote"]) : event.is;
    const text = Object.hasOwn(words, what) ? words[what as keyof typeof words] : what;
    const lane = String(event["lane"] ?? "");
    const to = String(event["to"] ?? "");
    return say(text, {
      lane: local(kind?.lanes.find(({ id }) => id === lane)?.title) || lane,
      to: local(kind?.life?.states[to]?.title) || to,
    });
  };
}

/** What people wrote in it: questions, answers, reasons, conditions, evidence. */
function saidIn(event: Event): string[] {
  return ["question", "answer", "because", "conditions", "evidence", "case"]
    .flatMap((key) => (event.is === "judged" && key === "because" ? [] : (event[key] ?? [])))
    .filter((text): text is string => typeof text === "string" && text !== "" && text !== "-");
}
