// Minutes of a board, told from the record: of a time that stands in the address; printed, or taken along as Markdown.
import { boardsWords } from "@allmend/look/words/portal/boards";
import { Link } from "react-router";
import { api, data } from "../../../api/client.ts";
import { caseAddress } from "../../../api/request-address.ts";
import type { components } from "../../../api/schema.generated.ts";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { Field } from "../../../parts/field.tsx";
import { Read } from "../../../parts/read.tsx";
import { StateMark } from "../../../parts/state-mark.tsx";
import { useFilter } from "../../../parts/use-address.ts";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { nameOf, spokenName } from "../case-text.ts";
import { Votes } from "./votes.tsx";

const PERIOD = ["from", "to"] as const;
type Told = components["schemas"]["BoardMinutes"];

export function Minutes({ board }: { readonly board: string }) {
  const words = useWords(boardsWords);
  const { language } = useSpeech();
  const { filter: given, change } = useFilter(PERIOD);
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
              {PERIOD.map((name) => (
                <Field key={name} label={name === "from" ? words.since : words.until}>
                  {(tied) => (
                    <input
                      {...tied}
                      type="date"
                      value={given[name] ?? told[name]}
                      onChange={({ target }) => change({ [name]: target.value })}
                    />
                  )}
                </Field>
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
