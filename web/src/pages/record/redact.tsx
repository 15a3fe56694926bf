// Forgetting a person: what cannot be undone is said before it is done.
import { recordWords } from "@allmend/look/words/portal/record";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, data } from "../../api/client.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Field } from "../../parts/field.tsx";
import { fieldError, isOfForm } from "../../parts/field-errors.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";

const EMPTY = { person: "", why: "" };

export function Redact() {
  const words = useWords(recordWords).redact;
  const { say } = useSpeech();
  const [draft, change, drop] = useDraft("redact", EMPTY);
  const queries = useQueryClient();
  const redact = useMutation({
    mutationFn: () => data(api.POST("/api/record/redactions", { body: { person: draft.person.trim(), why: draft.why } })),
    async onSuccess() {
      drop();
      await queries.invalidateQueries({ queryKey: ["record"] });
    },
  });
  return (
    <details className="redact no-print">
      <summary>{words.title}</summary>
      <p>{words.how}</p>
      <Field label={words.person} error={fieldError(redact.error, "person")}>
        {(given) => <input {...given} maxLength={100} value={draft.person} onChange={(event) => change({ person: event.target.value })} />}
      </Field>
      <Field label={words.why} hint={words.whyHint} error={fieldError(redact.error, "why")}>
        {(given) => <textarea {...given} maxLength={2000} value={draft.why} onChange={(event) => change({ why: event.target.value })} />}
      </Field>
      <Confirm
        label={words.button}
        title={say(words.confirm, { person: draft.person.trim() })}
        text={words.confirmText}
        disabled={redact.isPending || draft.person.trim() === "" || draft.why.trim() === ""}
        confirm={() => redact.mutate()}
      />
      <p role="status">{redact.data && say(words.done, { pseudonym: redact.data.pseudonym, values: redact.data.values })}</p>
      {isOfForm(redact.error, ["person", "why"]) && <FailureNotice error={redact.error} />}
    </details>
  );
}
