// Minutes of a board, told from the record: of a time that stands in the address; printed, or taken along as Markdown.
import { boardsWords } from "@allmend/look/words/portal/boards";
import { Link, useSearchParams } from "react-router";
import { api, data } from "../../../api/client.ts";
import { caseAddress } from "../../../api/request-address.ts";
import type { components } from "../../../api/schema.generated.ts";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { Read } from "../../../parts/read.tsx";
import { StateMark } from "../../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { nameOf, spokenName } from "../case-text.ts";
import { Votes } from "./votes.tsx";

type Told = components["schemas"]["BoardMinutes"];

export function Minutes({ board }: { readonly board: string }) {
  const words = useWords(boardsWords);
  const { language } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const given = {
    ...(search.get("from") ? { from: search.get("from") ?? "" } : {}),
    ...(search.get("to") ? { to: search.get("to") ?? "" } : {}),
  };
  const choose = (name: "from" | "to", value: string) =>
    setSearch(
      (before) => {
        if (value === "") before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  const download = `/api/boards/${encodeURIComponent(board)}/minutes?${new URLSearchParams({ ...given, lang: language, format: "markdown" })}`;
  return (
    <section className="minutes">
      <h2>{words.minutes}</h2>
      <p className="soft">{words.minutesWhy}</p>
      <Read
        of={["minutes", board, given]}
        read={(signal) => data(api.GET("/api/boards/{id}/minutes", { signal, params: { path: { id: board }, query: given } }))}
      >
        {(told) => (
          <>
            <div className="request-filters no-print">
              {(["from", "to"] as const).map((name) => (
                <label key={name} className="filter-field">
                  {name === "from" ? words.since : words.until}
                  <input
                    type="date"
                    className="input"
                    value={search.get(name) ?? told[name]}
                    onChange={({ target }) => choose(name, target.value)}
                  />
                </label>
              ))}
              <a className="button" href={download} download>
                {words.download}
              </a>
              <button type="button" className="button" onClick={() => print()}>
                {words.print}
              </button>
            </div>
            <Decisions of={told} />
          </>
        )}
      </Read>
    </section>
  );
}

const MARKS = { approved: "allow", rejected: "deny", tied: "review" } as const;

function Decisions({ of: { decisions, names, from, to, cut } }: { readonly of: Told }) {
  const words = useWords(boardsWords);
  const requests = useWords(requestsWords);
  const { say, date } = useSpeech();
  return (
    <>
      <p>{say(words.told.period, { from: date(from), until: date(to) })}</p>
      {decisions.length === 0 && <p className="soft">{words.told.nothing}</p>}
      {cut && <p className="note s-warn">{words.cut}</p>}
      {decisions.map(({ id, title, lane, outcome, at, votes, quorum, requester }) => (
        <article key={`${id} ${lane}`} className="minute">
          <h3>
            <Link to={caseAddress(id)}>
              <bdi>{spokenName(title)}</bdi>
            </Link>
          </h3>
          <p>
            <StateMark state={MARKS[outcome]} />
            {words.told.outcome[outcome]}, {date(at)}
            <span className="note">
              {" "}
              · {id} · {lane} · {say(words.told.askedBy, { name: nameOf(requester, names, requests) })} ·{" "}
              {say(words.told.votesOf, { count: votes.length, quorum })}
            </span>
          </p>
          <Votes of={votes} names={names} />
        </article>
      ))}
    </>
  );
}
