// The life of a policy or of the strategy: every version, who brought it in, and what it says since then.
import { useNames } from "../../api/names.ts";
import "./history.css";
import { documentWords } from "@allmend/look/words/portal/documents";
import { Link, useParams, useSearchParams } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { ChangeList } from "./change-list.tsx";
import { ProgramPages } from "./program-pages.tsx";

type History = components["schemas"]["DocumentHistory"];
type Entry = History["entries"][number];

/** `strategy`, or the area of the address. */
export function HistoryPage() {
  const { area = "strategy" } = useParams();
  const lang = useLanguage();
  return (
    <>
      <ProgramPages />
      <Read of={["history", area, lang]} read={(signal) => readHistory(area, lang, signal)}>
        {(history) => <Life of={history} area={area} />}
      </Read>
    </>
  );
}

function readHistory(area: string, lang: "en" | "de", signal: AbortSignal) {
  // What is no area is refused by the server, in words.
  return data(api.GET("/api/portal/history", { signal, params: { query: { document: area as "strategy", lang } } }));
}

function Life({ of: { title, entries }, area }: { readonly of: History; readonly area: string }) {
  const words = useWords(documentWords).history;
  const { say, date } = useSpeech();
  const [search, setSearch] = useSearchParams();
  const side = search.get("view") === "side";
  const first = entries.at(-1);
  const changed = entries.filter((entry) => !entry.first).length;
  const values = { title, count: entries.length, date: first === undefined ? "" : date(first.at) };
  const answer = first === undefined ? words.none : changed === 0 ? words.answerOne : words.answer;
  const git = entries.some(({ source }) => source === "git");
  return (
    <>
      <Answer answer={say(answer, values)} why={git ? `${words.why} ${words.whyGit}` : words.why}>
        <p>
          <Link to={area === "strategy" ? "/program" : `/program/policies/${area}`}>{words.back}</Link> ·{" "}
          <Link to={`/program/documents/${encodeURIComponent(area === "strategy" ? "strategy.md" : `policies/${area}.md`)}/draft`}>
            {words.draft}
          </Link>
        </p>
      </Answer>
      <Choice
        label={words.view}
        of={[
          ["inline", words.inline],
          ["side", words.side],
        ]}
        chosen={side ? "side" : "inline"}
        choose={(view) => setSearch(view === "side" ? { view } : {}, { replace: true, preventScrollReset: true })}
      />
      <ol className="history">
        {entries.map((entry, index) => (
          <Version key={`${entry.source} ${entry.id} ${entry.at}`} entry={entry} latest={index === 0} side={side} />
        ))}
      </ol>
      <AgainstPack area={area} side={side} />
    </>
  );
}

function Version({ entry, latest, side }: { readonly entry: Entry; readonly latest: boolean; readonly side: boolean }) {
  const words = useWords(documentWords).history;
  const { say, date } = useSpeech();
  const names = useNames();
  const { at, name, by, approvedBy, why, source, id, changes, first } = entry;
  const who = name ?? (by === undefined ? undefined : names.person(by));
  const notes = [
    source === "git" ? say(words.commit, { commit: id.slice(0, 10) }) : words.inForce,
    who !== undefined && say(words.by, { name: who }),
    approvedBy !== undefined && say(words.approved, { name: names.owner(approvedBy) }),
    latest && words.latest,
  ].filter((note) => typeof note === "string");
  return (
    <li className="version">
      <h2>
        <time dateTime={at}>{date(at)}</time>
      </h2>
      <p className="note">{notes.join(" · ")}</p>
      {why !== undefined && (
        <p>
          <bdi>{why}</bdi>
        </p>
      )}
      {first ? <p className="soft">{words.first}</p> : <ChangeList of={changes} side={side} />}
    </li>
  );
}

function AgainstPack({ area, side }: { readonly area: string; readonly side: boolean }) {
  const words = useWords(documentWords).history;
  const { say } = useSpeech();
  const lang = useLanguage();
  return (
    <section className="against-pack">
      <h2>{words.pack}</h2>
      <Read of={["history", area, lang, "pack"]} read={(signal) => readPack(area, lang, signal)} rows={3}>
        {({ packs, changes }) => (
          <>
            <p className="soft">
              {packs.length === 0 ? words.noPack : say(changes.length === 0 ? words.packSame : words.packLead, { packs: packs.join(", ") })}
            </p>
            <ChangeList of={changes} side={side} />
          </>
        )}
      </Read>
    </section>
  );
}

function readPack(area: string, lang: "en" | "de", signal: AbortSignal) {
  return data(api.GET("/api/portal/history/pack", { signal, params: { query: { document: area as "strategy", lang } } }));
}
