// The start page: the answer first, then what waits for me, what I asked for, what changed, how we are doing.
import "../../parts/pictures.css";
import "./today.css";
import { todayWords } from "@allmend/look/words/portal/today";
import { Navigate } from "react-router";
import { api, data } from "../../api/client.ts";
import { useMe } from "../../api/me.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Blocks } from "./blocks.tsx";
import { DoingRow } from "./doing-row.tsx";
import { Executive } from "./executive.tsx";
import { Lines } from "./lines.tsx";
import { useSince } from "./use-since.ts";

export function Today() {
  const words = useWords(todayWords);
  const { say } = useSpeech();
  const lang = useLanguage();
  const me = useMe().data;
  const since = useSince(me?.id ?? "");
  if (!me) return null;
  const greeting = say(words.greeting[partOfDay(new Date())], { name: me.name });
  const query = { lang, ...(since === undefined ? {} : { since }) };
  return (
    <Read of={["today", me.id, lang, since]} rows={6} read={(signal) => data(api.GET("/api/portal/today", { signal, params: { query } }))}>
      {(page) =>
        page.firstRun && !left() ? (
          <Navigate to="/first-run" replace />
        ) : page.executive ? (
          <Executive page={page} executive={page.executive} greeting={greeting} />
        ) : (
          <>
            <Answer answer={page.answer} why={<bdi>{greeting}</bdi>} />
            <div className="today">
              <div>
                {page.waiting.length > 0 && (
                  <section aria-labelledby="today-waiting">
                    <h2 id="today-waiting">{words.titles.waiting}</h2>
                    <Lines of={page.waiting} />
                  </section>
                )}
                <Blocks of={page.blocks} />
              </div>
              <div>
                <section aria-labelledby="today-requests">
                  <h2 id="today-requests">{words.titles.requests}</h2>
                  {page.requests.length === 0 ? (
                    <p className="soft">
                      {words.noRequests} {words.noRequestsHow}
                    </p>
                  ) : (
                    <Lines of={page.requests} />
                  )}
                </section>
                <section aria-labelledby="today-changed">
                  <h2 id="today-changed">{words.titles.changed}</h2>
                  <p className="note">{page.changed.since}</p>
                  {page.changed.lines.length === 0 ? <p className="soft">{words.changed.nothing}</p> : <Lines of={page.changed.lines} />}
                </section>
              </div>
            </div>
            <DoingRow of={page.doing} />
          </>
        )
      }
    </Read>
  );
}

/** Whoever left the set-up finds it under what waits for them. */
function left(): boolean {
  try {
    return localStorage.getItem("allmend.first-run.left") !== null;
  } catch {
    return true;
  }
}

function partOfDay(now: Date): "morning" | "day" | "evening" {
  const hour = now.getHours();
  if (hour < 11) return "morning";
  return hour < 18 ? "day" : "evening";
}
