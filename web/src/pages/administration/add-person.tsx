// Naming somebody before they first come; what is wrong is said at its field, and what was typed stays.
import { administrationWords } from "@allmend/look/words/portal/administration";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useNavigate } from "react-router";
import { api, data } from "../../api/client.ts";
import { isHttpFailure } from "../../api/failure.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Field } from "../../parts/field.tsx";
import { fieldError, isOfForm } from "../../parts/field-errors.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { useWords } from "../../parts/use-words.ts";

const EMPTY = { id: "", name: "", email: "" };

export function AddPerson() {
  const words = useWords(administrationWords).people;
  const [draft, change, drop] = useDraft("add-person", EMPTY);
  const queries = useQueryClient();
  const go = useNavigate();
  const add = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/people", {
          body: { id: draft.id.trim(), name: draft.name.trim(), ...(draft.email.trim() ? { email: draft.email.trim() } : {}) },
        }),
      ),
    async onSuccess({ id }) {
      drop();
      await queries.invalidateQueries({ queryKey: ["people"] });
      await go(`/administration/people/${encodeURIComponent(id)}`);
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  const exists = isHttpFailure(add.error) && add.error.code === "person-exists";
  const error = (path: string) => (path === "id" && exists ? words.exists : fieldError(add.error, path));
  return (
    <details className="form-part no-print">
      <summary>{words.add}</summary>
      <form onSubmit={send}>
        <p className="note">{words.addHow}</p>
        <div className="form-row">
          <Field label={words.id} hint={words.idHint} error={error("id")}>
            {(given) => (
              <input
                {...given}
                required
                maxLength={100}
                autoCapitalize="none"
                value={draft.id}
                onChange={(event) => change({ id: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.name} error={error("name")}>
            {(given) => (
              <input {...given} required maxLength={200} value={draft.name} onChange={(event) => change({ name: event.target.value })} />
            )}
          </Field>
          <Field label={words.email} hint={words.emailHint} error={error("email")}>
            {(given) => (
              <input
                {...given}
                maxLength={320}
                inputMode="email"
                value={draft.email}
                onChange={(event) => change({ email: event.target.value })}
              />
            )}
          </Field>
        </div>
        <button type="submit" className="button main" disabled={add.isPending}>
          {add.isPending ? words.adding : words.adds}
        </button>
        {!exists && isOfForm(add.error, ["id", "name", "email"]) && <FailureNotice error={add.error} />}
      </form>
    </details>
  );
}
