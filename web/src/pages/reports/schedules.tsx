// Reports that come by themselves: ordered for every month or quarter, listed, ended.
import { reportsPageWords } from "@allmend/look/words/portal/reports";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { Choice } from "../../parts/choice.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { reportTexts } from "./report-texts.ts";
import type { Chosen } from "./use-chosen.ts";

type Schedule = components["schemas"]["ReportSchedule"];
const KEY = ["report-schedules"];

export function Schedules({ chosen }: { readonly chosen: Chosen }) {
  const words = useWords(reportsPageWords).schedule;
  const found = useQuery({ queryKey: KEY, queryFn: ({ signal }) => data(api.GET("/api/reports/schedules", { signal })) });
  if (!found.data) return found.error ? <FailureNotice error={found.error} /> : null;
  const { mail, teams, schedules } = found.data;
  return (
    <section className="schedules no-print">
      <h2>{words.title}</h2>
      {!mail && <p className="note">{words.noMail}</p>}
      {chosen.kind?.formats.includes("html") ? <Order chosen={chosen} teams={teams} /> : <p className="soft">{words.asData}</p>}
      {schedules.length > 0 && (
        <>
          <h3>{words.ordered}</h3>
          <ul className="quiet-list">
            {schedules.map((one) => (
              <Ordered key={one.id} of={one} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Order({ chosen, teams }: { readonly chosen: Chosen; readonly teams: readonly string[] }) {
  const words = useWords(reportsPageWords);
  const { say } = useSpeech();
  const queries = useQueryClient();
  const [every, setEvery] = useState<"month" | "quarter">("month");
  const [to, setTo] = useState("");
  const { kind, product, language } = chosen;
  const [title] = reportTexts(words, kind?.id ?? "");
  const order = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/reports/schedules", {
          body: {
            report: kind?.id ?? "",
            language,
            every,
            ...(to === "" ? {} : { team: to }),
            ...(product === undefined ? {} : { product }),
          },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <form
      className="schedule-order"
      onSubmit={(event) => {
        event.preventDefault();
        order.mutate();
      }}
    >
      <Choice
        label={words.schedule.every}
        of={[
          ["month", words.schedule.periods.month],
          ["quarter", words.schedule.periods.quarter],
        ]}
        chosen={every}
        choose={(value) => setEvery(value === "quarter" ? "quarter" : "month")}
      />
      {teams.length > 0 && (
        <Choice
          label={words.schedule.to}
          of={[["", words.schedule.me], ...teams.map((team) => [team, say(words.schedule.team, { team })] as const)]}
          chosen={to}
          choose={setTo}
        />
      )}
      <button type="submit" className="button" disabled={order.isPending}>
        {say(words.schedule.order, { report: title })}
      </button>
      {order.error && <FailureNotice error={order.error} />}
    </form>
  );
}

function Ordered({ of: { id, report, product, team, every, language, next, last, mine } }: { readonly of: Schedule }) {
  const words = useWords(reportsPageWords);
  const { say, date } = useSpeech();
  const queries = useQueryClient();
  const [title] = reportTexts(words, report);
  const end = useMutation({
    mutationFn: () => data(api.DELETE("/api/reports/schedules/{id}", { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const notes = [
    words.schedule.periods[every],
    product,
    words.languages[language],
    team === undefined ? words.schedule.me : say(words.schedule.team, { team }),
    say(words.schedule.next, { date: date(next) }),
    last !== undefined && say(words.schedule.last, { date: date(last) }),
  ].filter((note) => typeof note === "string");
  return (
    <li className="schedule">
      <span>
        {title} <span className="note line">{notes.join(" · ")}</span>
      </span>
      {mine && (
        <button type="button" className="button" disabled={end.isPending} onClick={() => end.mutate()}>
          {words.schedule.end}
          <span className="only-read"> {title}</span>
        </button>
      )}
      {end.error && <FailureNotice error={end.error} />}
    </li>
  );
}
