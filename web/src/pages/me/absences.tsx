// When I am away, and who stands in.
import { meWords } from "@allmend/look/words/portal/me";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { api, data } from "../../api/client.ts";
import { isHttpFailure } from "../../api/failure.ts";
import { useNames } from "../../api/names.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Field } from "../../parts/field.tsx";
import { fieldError, isOfForm } from "../../parts/field-errors.ts";
import { Read } from "../../parts/read.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";

const EMPTY = { from: "", until: "", deputy: "" };
/** What the server says of a deputy, by its code: sentences differ from language to language. */
const OF_DEPUTY = new Set(["not-there", "person-left", "own-deputy"]);

export function Absences() {
  const words = useWords(meWords);
  const { say, date } = useSpeech();
  const names = useNames();
  const queries = useQueryClient();
  const again = () => queries.invalidateQueries({ queryKey: ["absences"] });
  const back = useMutation({
    mutationFn: (id: string) => data(api.DELETE("/api/me/absences/{id}", { params: { path: { id } } })),
    onSuccess: again,
  });
  return (
    <section>
      <h2>{words.absences}</h2>
      <p>{words.absencesHow}</p>
      <Read of={["absences"]} read={(signal) => data(api.GET("/api/me/absences", { signal }))} rows={2}>
        {(absences) =>
          absences.length === 0 ? (
            <p className="soft">{words.noAbsence}</p>
          ) : (
            <ul className="lined-list">
              {absences.map(({ id, from, until, deputy }) => (
                <li key={id}>
                  <span>
                    {say(words.absence, { from: date(from), until: date(until) })}
                    {deputy !== undefined && <span className="note"> · {say(words.standsIn, { who: names.person(deputy) })}</span>}
                  </span>
                  <Confirm
                    label={words.takeBack}
                    title={words.takeBackTitle}
                    text={words.takeBackText}
                    disabled={back.isPending}
                    confirm={() => back.mutate(id)}
                  />
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      {back.error && <FailureNotice error={back.error} />}
      <TellAbsence told={again} />
    </section>
  );
}

function TellAbsence({ told }: { told(): Promise<unknown> }) {
  const words = useWords(meWords);
  const [draft, change, drop] = useDraft("absence", EMPTY);
  const names = useNames();
  const list = useId();
  const { data: people } = useQuery({
    queryKey: ["people", "choice", draft.deputy],
    queryFn: ({ signal }) =>
      data(
        api.GET("/api/people", {
          signal,
          params: { query: { state: "active", limit: 20, ...(draft.deputy ? { search: draft.deputy } : {}) } },
        }),
      ),
    placeholderData: (before) => before,
  });
  const wrong = draft.from !== "" && draft.until !== "" && draft.until < draft.from;
  const tell = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/me/absences", {
          body: {
            // From the first moment of the first day to the last of the last one, where I live.
            from: new Date(`${draft.from}T00:00:00`).toISOString(),
            until: new Date(`${draft.until}T23:59:59`).toISOString(),
            ...(draft.deputy.trim() ? { deputy: names.personId(draft.deputy) } : {}),
          },
        }),
      ),
    onSuccess() {
      drop();
      return told();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong) tell.mutate();
  };
  const refused = isHttpFailure(tell.error) && OF_DEPUTY.has(tell.error.code) ? tell.error.title : undefined;
  return (
    <form className="form-part no-print" onSubmit={send}>
      <div className="form-row">
        <Field label={words.from} error={fieldError(tell.error, "from")}>
          {(given) => (
            <input {...given} type="date" required value={draft.from} onChange={(event) => change({ from: event.target.value })} />
          )}
        </Field>
        <Field label={words.until} error={wrong ? words.daysWrong : fieldError(tell.error, "until")}>
          {(given) => (
            <input {...given} type="date" required value={draft.until} onChange={(event) => change({ until: event.target.value })} />
          )}
        </Field>
        <Field label={words.deputy} hint={words.deputyHint} error={refused ?? fieldError(tell.error, "deputy")}>
          {(given) => (
            <input
              {...given}
              list={list}
              maxLength={100}
              autoComplete="off"
              value={draft.deputy}
              onChange={(event) => change({ deputy: event.target.value })}
            />
          )}
        </Field>
      </div>
      <datalist id={list}>
        {(people ?? []).map(({ id, name }) => (
          <option key={id} value={name}>
            {id}
          </option>
        ))}
      </datalist>
      <button type="submit" className="button main" disabled={tell.isPending || wrong}>
        {tell.isPending ? words.telling : words.tell}
      </button>
      {refused === undefined && isOfForm(tell.error, ["from", "until", "deputy"]) && <FailureNotice error={tell.error} />}
    </form>
  );
}
