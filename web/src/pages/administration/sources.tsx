// Where what we know comes from: results that were sent, how old they are, and how to send one.
import { operationsWords } from "@allmend/look/words/portal/operations";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { CopyText } from "../../parts/copy-text.tsx";
import { LongList } from "../../parts/long-list.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { AdministrationPages } from "./administration-pages.tsx";

type Run = components["schemas"]["Run"];

/** A week without a result: CI that was to send one has stopped. */
const STALE_DAYS = 7;
const DAY = 86_400_000;

function daysSince(at: string): number {
  return Math.floor((Date.now() - Date.parse(at)) / DAY);
}

export function SourcesPage() {
  const words = useWords(operationsWords).sources;
  return (
    <>
      <AdministrationPages />
      <Read of={["results", "newest"]} read={(signal) => data(api.GET("/api/results", { signal, params: { query: { limit: 1 } } }))}>
        {({ items: [newest] }) => (
          <>
            <Head newest={newest} />
            {newest !== undefined && <Results />}
            {newest !== undefined && <StaleRepositories />}
            <h2>{words.how}</h2>
            <HowToSend />
          </>
        )}
      </Read>
    </>
  );
}

function Head({ newest }: { readonly newest: Run | undefined }) {
  const words = useWords(operationsWords).sources;
  const { say, fromNow } = useSpeech();
  if (newest === undefined) return <Answer answer={words.answerNone} why={words.why} />;
  const days = daysSince(newest.at);
  const sentence = days > STALE_DAYS ? say(words.answerStale, { days }) : say(words.answer, { when: fromNow(newest.at) });
  return <Answer answer={sentence} why={words.why} />;
}

function Results() {
  const words = useWords(operationsWords).sources;
  return (
    <>
      <h2>{words.list}</h2>
      <LongList<Run>
        label={words.list}
        of={["results"]}
        page={(after, signal) => data(api.GET("/api/results", { signal, params: { query: { limit: 50, ...(after ? { after } : {}) } } }))}
        idOf={({ id }) => String(id)}
        lines={2}
        row={(run) => <RunRow run={run} />}
        empty={null}
      />
    </>
  );
}

function RunRow({ run: { id, at, by, source, covers, tool, repositories, components: found, uses } }: { readonly run: Run }) {
  const words = useWords(operationsWords).sources;
  const { say, date, fromNow } = useSpeech();
  const names = useNames();
  return (
    <div className="person-row">
      <span>
        <strong>
          {words.kinds[source as keyof typeof words.kinds] ?? source} {id}
        </strong>{" "}
        <span className="note">{say(words.covering, { what: words.covers[covers] })}</span>
        <span className="note line">
          {say(words.counts, { repositories, components: found, uses })} · {say(words.tool, { tool })}
        </span>
      </span>
      <span className="note">
        {date(at)}, {fromNow(at)}
        {by !== undefined && <span className="line">{say(words.by, { by: names.person(by) })}</span>}
      </span>
    </div>
  );
}

/** What no result has spoken of for a while: its CI may have stopped. */
function StaleRepositories() {
  const names = useNames();
  const words = useWords(operationsWords).sources;
  const { say, fromNow } = useSpeech();
  const [unseenSince] = useState(() => new Date(Date.now() - STALE_DAYS * DAY).toISOString());
  const { data: page } = useQuery({
    queryKey: ["repositories", "stale"],
    queryFn: ({ signal }) => data(api.GET("/api/repositories", { signal, params: { query: { limit: 200, unseenSince } } })),
  });
  if (!page) return null;
  if (page.items.length === 0)
    return (
      <p>
        <StateMark state="allow" />
        {say(words.noStale, { days: STALE_DAYS })}
      </p>
    );
  return (
    <>
      <h2>{say(words.repositories, { days: STALE_DAYS })}</h2>
      <ul className="lined-list">
        {page.items.map(({ id, name, lastSeen, products }) => (
          <li key={id}>
            <span>
              <StateMark state="review" />
              <bdi>{name}</bdi> <span className="note">{products.map(names.product).join(", ")}</span>
            </span>
            <span className="note">{say(words.unseen, { when: fromNow(lastSeen) })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function HowToSend() {
  const words = useWords(operationsWords).sources;
  const server = location.origin;
  return (
    <>
      <p>{words.howScan}</p>
      <CopyText label={words.howScan} text={`ALLMEND_SERVER=${server} ALLMEND_TOKEN=… allmend scan PATH --upload`} />
      <p>{words.howCi}</p>
      <CopyText
        label={words.howCi}
        text={`curl -X POST ${server}/api/results?covers=repositories -H "authorization: Bearer $ALLMEND_TOKEN" -H "content-type: application/json" --data-binary @result.json`}
      />
      <p>
        <Link to="/me#tokens">{words.toTokens}</Link>
      </p>
    </>
  );
}
