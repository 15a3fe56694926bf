// The reviewer's desk: the queue with its clocks, the question with the proposed answer, the facts; by keys or by pointer.
import "../requests.css";
import "../case/case.css";
import "./desk.css";
import { deskWords } from "@allmend/look/words/portal/desk";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router";
import { api, data } from "../../../api/client.ts";
import { Answer } from "../../../parts/answer.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { FailureNotice } from "../../../parts/failure-notice.tsx";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { Waiting } from "../../../parts/waiting.tsx";
import type { Way } from "../case/decision.ts";
import { RequestsPages } from "../requests-pages.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { DeskCase } from "./desk-case.tsx";
import { Queue } from "./queue.tsx";
import { useDeskKeys } from "./use-desk-keys.ts";

const DECIDABLE = ["review", "escalated"];

export function DeskPage() {
  const words = useWords(deskWords);
  const { say } = useSpeech();
  const [done, setDone] = useState<string>();
  const queue = useQuery({
    queryKey: ["cases", "desk"],
    refetchInterval: 60_000,
    queryFn: ({ signal }) =>
      data(api.GET("/api/cases", { signal, params: { query: { waitsFor: "me", phase: DECIDABLE, order: "due", limit: 200 } } })),
  });
  return (
    <>
      <RequestsPages />
      {queue.error && !queue.data ? (
        <FailureNotice error={queue.error} retry={() => void queue.refetch()} />
      ) : !queue.data ? (
        <Waiting rows={8} />
      ) : (
        <>
          <Answer answer={queue.data.cases.length === 0 ? words.answerNone : say(words.answer, { count: queue.data.cases.length })} />
          <p className="note s-allow" role="status">
            {done !== undefined && say(words.done, { id: done })}
          </p>
          {queue.data.cases.length === 0 ? (
            <Empty what={words.answerNone} how={words.noneHow} />
          ) : (
            <Desk page={queue.data} told={setDone} />
          )}
        </>
      )}
    </>
  );
}

type QueuePage = Parameters<typeof Queue>[0]["page"];

function Desk({ page, told }: { readonly page: QueuePage; told(id: string): void }) {
  const words = useWords(deskWords);
  const [search, setSearch] = useSearchParams();
  const [wanted, setWanted] = useState<{ way: Way; times: number }>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { cases } = page;
  const asked = search.get("case");
  const current = asked ?? cases[0]?.id;
  const go = (id: string | undefined) => {
    setWanted(undefined);
    setSearch(id === undefined ? {} : { case: id }, { replace: true, preventScrollReset: true });
  };
  const at = cases.findIndex(({ id }) => id === current);
  const mark = (id: string) => setChosen(chosen.has(id) ? new Set([...chosen].filter((each) => each !== id)) : new Set([...chosen, id]));
  useDeskKeys({
    next: () => go(cases[Math.min(at + 1, cases.length - 1)]?.id),
    previous: () => go(cases[Math.max(at - 1, 0)]?.id),
    decide: (way) => setWanted((before) => ({ way, times: (before?.times ?? 0) + 1 })),
    mark: () => current !== undefined && mark(current),
  });
  useEffect(() => {
    if (current !== undefined) document.querySelector(`[data-case="${CSS.escape(current)}"]`)?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <>
      <p className="note no-phone desk-keys">
        {Object.entries(words.keys).map(([keys, does]) => (
          <span key={keys}>
            {keys.split(" ").map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}{" "}
            {does}
          </span>
        ))}
      </p>
      {chosen.size > 0 && <BulkBar rows={cases.filter(({ id }) => chosen.has(id))} clear={() => setChosen(new Set())} />}
      <div className={asked === null ? "desk at-queue" : "desk at-case"}>
        <Queue page={page} current={current} chosen={chosen} mark={mark} />
        {current !== undefined && (
          <DeskCase
            key={current}
            id={current}
            wanted={wanted}
            back={() => go(undefined)}
            done={() => {
              told(current);
              go((cases[at + 1] ?? cases[at - 1])?.id);
            }}
          />
        )}
      </div>
    </>
  );
}
