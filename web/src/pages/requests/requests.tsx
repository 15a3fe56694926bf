// Requests: what I may ask, what waits for me, what I asked, and all that I may see.
import "./requests.css";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useMay } from "../../api/me.ts";
import { requestAddress } from "../../api/request-address.ts";
import { Answer } from "../../parts/answer.tsx";
import { Empty } from "../../parts/empty.tsx";
import { LongList } from "../../parts/long-list.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { useKinds, useLocal } from "./kinds.ts";
import { RequestFilters } from "./request-filters.tsx";
import { RequestRow } from "./request-row.tsx";
import { RequestsPages } from "./requests-pages.tsx";
import { queryOf, useRequestsFilter } from "./use-filter.ts";
import { useWaiting } from "../../api/waiting.ts";

type CasePage = Pick<components["schemas"]["CasePage"], "cases" | "names">;

export function RequestsPage() {
  const words = useWords(requestsWords);
  const { say } = useSpeech();
  const waiting = useWaiting();
  const decides = useMay("cases:decide");
  return (
    <>
      <RequestsPages />
      {waiting.data ? (
        <Answer answer={waiting.data.count === 0 ? words.answerNone : say(words.answer, { count: waiting.data.count })} why={words.why}>
          {decides && (
            <Link className="button" to="/requests/desk">
              {words.toDesk}
            </Link>
          )}
        </Answer>
      ) : (
        <Waiting rows={2} />
      )}
      <Questions />
      <div className="request-two">
        <section>
          <h2>{words.waiting}</h2>
          {waiting.data && <Few page={waiting.data} none={words.waitingNone} more="?show=waiting" />}
        </section>
        <section>
          <h2>{words.mine}</h2>
          <Read
            of={["cases", "mine"]}
            read={(signal) => data(api.GET("/api/cases", { signal, params: { query: { requester: "me", limit: 5 } } }))}
            rows={3}
          >
            {(page) => <Few page={page} none={words.mineNone} more="?show=mine" />}
          </Read>
        </section>
      </div>
      <h2>{words.every}</h2>
      <Every />
    </>
  );
}

/** Every kind that I may open, as the question that it answers. */
function Questions() {
  const words = useWords(requestsWords);
  const local = useLocal();
  const kinds = useKinds();
  // What most people ask first; kinds of the organisation's own after those that come along.
  const order = Object.keys(words.ask);
  const place = (kind: string) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  const mine = kinds.filter(({ opens }) => opens).toSorted((a, b) => place(a.kind) - place(b.kind));
  if (kinds.length === 0) return null;
  return (
    <section className="no-print">
      <h2>{words.mayI}</h2>
      {mine.length === 0 ? (
        <p className="soft">{words.noneToAsk}</p>
      ) : (
        <ul className="request-questions">
          {mine.map(({ kind, title, description }) => (
            <li key={kind}>
              <Link to={requestAddress(kind)}>
                {Object.hasOwn(words.ask, kind) ? words.ask[kind as keyof typeof words.ask] : local(title)}
              </Link>
              <span className="note line">{local(description)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Few({ page, none, more }: { readonly page: CasePage & { readonly next?: string }; readonly none: string; readonly more: string }) {
  const words = useWords(requestsWords);
  if (page.cases.length === 0) return <p className="soft">{none}</p>;
  return (
    <>
      <ul className="request-few">
        {page.cases.map((row) => (
          <li key={row.id}>
            <RequestRow row={row} names={page.names} />
          </li>
        ))}
      </ul>
      {page.next !== undefined && (
        <p>
          <Link to={more}>{words.more}</Link>
        </p>
      )}
    </>
  );
}

function Every() {
  const words = useWords(requestsWords);
  const used = useRequestsFilter();
  const { filter } = used;
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <RequestFilters used={used} />
      <LongList
        label={words.every}
        of={["cases", "list", filter]}
        page={async (after, signal) => {
          const query = { ...queryOf(filter), limit: 50, ...(after === undefined ? {} : { after }) };
          const { cases, next, names } = await data(api.GET("/api/cases", { signal, params: { query } }));
          return { items: cases.map((row) => ({ row, names })), next };
        }}
        idOf={({ row }) => row.id}
        row={({ row, names }) => <RequestRow row={row} names={names} />}
        lines={2}
        empty={filtered ? <Empty what={words.empty} how={words.emptyHow} /> : <Empty what={words.none} how={words.noneHow} />}
      />
    </>
  );
}
