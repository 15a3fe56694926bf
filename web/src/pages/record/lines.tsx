// The lines, the newest first, each in words with an address of its own.
import { recordWords } from "@allmend/look/words/portal/record";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { Empty } from "../../parts/empty.tsx";
import { LongList } from "../../parts/long-list.tsx";
import { useWords } from "../../parts/use-words.ts";
import { useLineWords } from "./use-line-words.ts";
import type { Line, Query } from "./use-lines.ts";

const A_PAGE = 100;

export function Lines({ query, filtered }: { readonly query: Query; readonly filtered: boolean }) {
  const words = useWords(recordWords);
  return (
    <LongList<Line>
      label={words.section}
      of={["record", query]}
      page={async (before, signal) => {
        const asked = { ...query, limit: A_PAGE, ...(before === undefined ? {} : { before: Number(before) }) };
        const items = await data(api.GET("/api/record", { signal, params: { query: asked } }));
        return { items, ...(items.length < A_PAGE ? {} : { next: String(items.at(-1)?.sequence) }) };
      }}
      idOf={({ sequence }) => String(sequence)}
      lines={2}
      row={(line) => <LineRow line={line} />}
      empty={<Empty what={filtered ? words.nothingFits : words.empty} how={filtered ? words.nothingFitsHow : words.emptyHow} />}
    />
  );
}

function LineRow({ line }: { readonly line: Line }) {
  const speak = useLineWords();
  const why = line.private["why"];
  return (
    <Link to={`/record/${line.sequence}`} className="record-row">
      <span className="note record-number">{line.sequence}</span>
      <span className="record-what">
        <bdi>{speak.who(line)}</bdi> {speak.did(line)}{" "}
        <span className="soft">
          · <bdi>{speak.named(line.subject)}</bdi>
        </span>
        {typeof why === "string" && <span className="note line record-why">{why.slice(0, 300)}</span>}
      </span>
      <time className="note" dateTime={line.at}>
        {speak.when(line.at)}
      </time>
    </Link>
  );
}
