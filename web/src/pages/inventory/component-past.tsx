// What was asked about it before, and what came of it.
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import { api, data } from "../../api/client.ts";
import { caseAddress } from "../../api/request-address.ts";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";

export function ComponentPast({ purl, name }: { readonly purl: string; readonly name: string }) {
  const words = useWords(inventoryWords).component;
  const { say, date } = useSpeech();
  const names = useNames();
  return (
    <section>
      <h2>{words.past}</h2>
      <Read
        of={["component-past", purl]}
        read={(signal) => data(api.GET("/api/cases", { signal, params: { query: { component: purl, limit: 5 } } }))}
        rows={2}
      >
        {({ cases }) => (
          <>
            {cases.length === 0 && <p className="soft">{words.noPast}</p>}
            <ul className="quiet-list">
              {cases.map(({ id, title, outcome, requester, openedAt }) => (
                <li key={id}>
                  <StateMark state={outcome === "approved" ? "allow" : outcome === "rejected" ? "deny" : "unknown"} />
                  <Link to={caseAddress(id)}>
                    <bdi>{title}</bdi>
                  </Link>
                  <span className="note line">{say(words.by, { who: names.person(requester), date: date(openedAt) })}</span>
                </li>
              ))}
            </ul>
            <p className="note">
              <Link to={`/requests?q=${encodeURIComponent(name)}`}>{words.morePast}</Link>
            </p>
          </>
        )}
      </Read>
    </section>
  );
}
