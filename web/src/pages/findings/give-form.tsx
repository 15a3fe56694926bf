// Giving one finding, or several, to somebody: a person or a team, with a note. What is typed stays until it is sent.
import { findingsWords } from "@allmend/look/words/portal/findings";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { useNames } from "../../api/names.ts";
import { api, data } from "../../api/client.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Field } from "../../parts/field.tsx";
import { fieldError, isOfForm } from "../../parts/field-errors.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";

interface Props {
  readonly findings: readonly string[];
  done(to: string): void;
  close?(): void;
}

const EMPTY = { owner: "", note: "" };

export function GiveForm({ findings, done, close }: Props) {
  const words = useWords(findingsWords).give;
  const shared = useWords(findingsWords);
  const { say } = useSpeech();
  const names = useNames();
  const [draft, change, drop] = useDraft(`give.${findings.length === 1 ? findings[0] : "several"}`, EMPTY);
  const queries = useQueryClient();
  const give = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/findings/assignments", {
          body: { findings: [...findings], owner: names.ownerId(draft.owner), ...(draft.note.trim() ? { note: draft.note } : {}) },
        }),
      ),
    async onSuccess() {
      const to = names.ownerId(draft.owner);
      drop();
      await refreshFindings(queries);
      done(to);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    give.mutate();
  };
  const people = useAnswerers(draft.owner);
  const list = useId();
  return (
    <form className="give-form" onSubmit={send}>
      <h3>{findings.length === 1 ? words.title : say(words.titleMany, { count: findings.length })}</h3>
      <Field label={words.to} hint={words.toHint} error={fieldError(give.error, "owner")}>
        {(given) => (
          <input
            {...given}
            list={list}
            required
            maxLength={100}
            autoComplete="off"
            value={draft.owner}
            onChange={(event) => change({ owner: event.target.value })}
          />
        )}
      </Field>
      <datalist id={list}>
        {people.map(({ id, name }) => (
          <option key={id} value={name}>
            {id}
          </option>
        ))}
      </datalist>
      <Field label={words.note} hint={words.noteHint} error={fieldError(give.error, "note")}>
        {(given) => <textarea {...given} maxLength={2000} value={draft.note} onChange={(event) => change({ note: event.target.value })} />}
      </Field>
      {isOfForm(give.error, ["owner", "note"]) && <FailureNotice error={give.error} />}
      <div className="form-ways">
        <button type="submit" className="button main" disabled={give.isPending}>
          {give.isPending ? words.giving : words.give}
        </button>
        {close && (
          <button type="button" className="button" onClick={close}>
            {shared.list.clear}
          </button>
        )}
      </div>
    </form>
  );
}

/** People whose name holds what is typed, and all teams. */
function useAnswerers(typed: string): readonly { readonly id: string; readonly name: string }[] {
  const lang = useLanguage();
  const names = useNames();
  const { data: parts } = useQuery({
    queryKey: ["organization-parts", lang],
    queryFn: ({ signal }) => data(api.GET("/api/portal/organization", { signal, params: { query: { lang } } })),
    staleTime: 600_000,
  });
  const { data: people } = useQuery({
    queryKey: ["people", "choice", typed],
    queryFn: ({ signal }) =>
      data(api.GET("/api/people", { signal, params: { query: { state: "active", limit: 20, ...(typed ? { search: typed } : {}) } } })),
    placeholderData: (before) => before,
  });
  const teams = (parts?.teams ?? []).map(({ id }) => ({ id, name: names.team(id) }));
  return [...(people ?? []), ...teams];
}

export function refreshFindings(queries: ReturnType<typeof useQueryClient>): Promise<unknown> {
  return Promise.all(
    ["findings", "finding", "finding-facets", "finding-matrix"].map((key) => queries.invalidateQueries({ queryKey: [key] })),
  );
}
