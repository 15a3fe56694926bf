// Several like cases decided together: each is a decision of its own on record, and what could not be decided is told for each.
import { deskWords } from "@allmend/look/words/portal/desk";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { isHttpFailure } from "../../../api/failure.ts";
import { StateMark } from "../../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { type Row, spokenName } from "../case-text.ts";
import { Attests } from "../case/decide-panel.tsx";
import { actOf } from "../case/decision.ts";
import { sendAct } from "../case/use-act.ts";
import { caseQuery } from "../case/use-case.ts";
import { useKinds } from "../kinds.ts";

interface Result {
  readonly id: string;
  readonly failed?: string;
}

export function BulkBar({ rows, clear }: { readonly rows: readonly Row[]; clear(): void }) {
  const words = useWords(deskWords);
  const { say } = useSpeech();
  const id = useId();
  const [because, setBecause] = useState("");
  const [attested, setAttested] = useState<readonly string[]>([]);
  const kinds = useKinds();
  const kind = kinds.find((each) => each.kind === rows[0]?.kind);
  const like = rows.every((row) => row.kind === rows[0]?.kind);
  const attests = Object.assign(
    {},
    ...(kind?.lanes ?? []).filter((lane) => rows.some((row) => row.lanes.includes(lane.id))).map((lane) => lane.attests),
  );
  const bulk = useBulk(rows, because, attested, words.needsAttest);
  const unsaid = Object.keys(attests).some((each) => !attested.includes(each));
  return (
    <section className="decide bulk" aria-label={say(words.chosen, { count: rows.length })}>
      <h2>{say(words.chosen, { count: rows.length })}</h2>
      {!like && <p className="s-warn">{words.onlyLike}</p>}
      <p>
        <label htmlFor={id}>{words.becauseLabel}</label>
        <textarea
          id={id}
          className="input growing"
          rows={1}
          maxLength={4000}
          value={because}
          onChange={({ target }) => setBecause(target.value)}
        />
      </p>
      <Attests of={attests} attested={attested} change={setAttested} />
      <div className="form-ways">
        <button type="button" className="button main" disabled={!like || unsaid || bulk.isPending} onClick={() => bulk.mutate("approve")}>
          {words.approveAll}
        </button>
        <button
          type="button"
          className="button"
          disabled={!like || because.trim() === "" || bulk.isPending}
          onClick={() => bulk.mutate("reject")}
        >
          {words.rejectAll}
        </button>
        <button type="button" className="button" onClick={clear}>
          {words.clear}
        </button>
      </div>
      {bulk.data && <Results of={bulk.data} rows={rows} />}
    </section>
  );
}

function Results({ of, rows }: { readonly of: readonly Result[]; readonly rows: readonly Row[] }) {
  const words = useWords(deskWords);
  const { say } = useSpeech();
  return (
    <div role="status">
      <p>{say(words.bulkDone, { done: of.filter(({ failed }) => failed === undefined).length, count: of.length })}</p>
      <ul className="quiet-list">
        {of.map(({ id, failed }) => (
          <li key={id}>
            <StateMark state={failed === undefined ? "allow" : "deny"} />
            <bdi>{spokenName(rows.find((row) => row.id === id)?.title ?? id)}</bdi>{" "}
            <span className="note">{failed === undefined ? words.bulkOk : say(words.bulkFailed, { why: failed })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One after the other, each on what it is at that moment; one that fails keeps none of the others back. */
function useBulk(rows: readonly Row[], because: string, attested: readonly string[], noSeat: string) {
  const queries = useQueryClient();
  return useMutation({
    async mutationFn(way: "approve" | "reject"): Promise<Result[]> {
      const results: Result[] = [];
      for (const { id } of rows) {
        try {
          const view = await caseQuery(id).queryFn({});
          const [seat] = view.seats;
          if (!seat) throw new Error(noSeat);
          await sendAct(id, actOf(way, { seat, because, text: "", attested, attests: [] }), view.version);
          results.push({ id });
        } catch (error) {
          results.push({ id, failed: isHttpFailure(error) ? (error.detail ?? error.title) : (error as Error).message });
        }
      }
      return results;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["case"] }),
  });
}
