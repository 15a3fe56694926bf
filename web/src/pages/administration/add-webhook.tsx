import { operationsWords } from "@allmend/look/words/portal/operations";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { api, data } from "../../api/client.ts";
import { isHttpFailure } from "../../api/failure.ts";
import { CopyText } from "../../parts/copy-text.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Field } from "../../parts/field.tsx";
import { fieldError, isOfForm } from "../../parts/field-errors.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { useWords } from "../../parts/use-words.ts";

const EMPTY = { url: "", events: "case." };

/** The secret that signs is shown once, here. */
export function AddWebhook() {
  const words = useWords(operationsWords).webhooks;
  const [draft, change, drop] = useDraft("webhook", EMPTY);
  const queries = useQueryClient();
  const add = useMutation({
    mutationFn: () =>
      data(api.POST("/api/webhooks", { body: { url: draft.url.trim(), events: draft.events.split(/[\s,]+/).filter(Boolean) } })),
    async onSuccess() {
      drop();
      await queries.invalidateQueries({ queryKey: ["webhooks"] });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  if (add.data)
    return (
      <section className="secret" role="status">
        <h3>{words.secretTitle}</h3>
        <CopyText text={add.data.secret} label={words.secretTitle} />
        <p>{words.secretHow}</p>
        <button type="button" className="button main" onClick={() => add.reset()}>
          {words.done}
        </button>
      </section>
    );
  const refused = isHttpFailure(add.error) && add.error.code === "address-not-allowed" ? (add.error.detail ?? add.error.title) : undefined;
  return (
    <details className="form-part no-print">
      <summary>{words.add}</summary>
      <form onSubmit={send}>
        <div className="form-row">
          <Field label={words.url} hint={words.urlHint} error={refused ?? fieldError(add.error, "url")}>
            {(given) => (
              <input
                {...given}
                type="url"
                required
                maxLength={2000}
                value={draft.url}
                onChange={(event) => change({ url: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.eventsField} hint={words.eventsHint} error={eventsError(add.error)}>
            {(given) => (
              <input
                {...given}
                required
                maxLength={2000}
                value={draft.events}
                onChange={(event) => change({ events: event.target.value })}
              />
            )}
          </Field>
        </div>
        <button type="submit" className="button main" disabled={add.isPending}>
          {add.isPending ? words.adding : words.adds}
        </button>
        {refused === undefined && eventsError(add.error) === undefined && isOfForm(add.error, ["url"]) && (
          <FailureNotice error={add.error} />
        )}
      </form>
    </details>
  );
}

/** Any of them: `events.2` too. */
function eventsError(error: unknown): string | undefined {
  const all =
    isHttpFailure(error) && Array.isArray(error.more["fields"]) ? (error.more["fields"] as { path: string; message: string }[]) : [];
  return all.find(({ path }) => /(?:^|[./])events/.test(path))?.message;
}
