// A draft that was kept as a case: changed, then sent.
import { requestFormWords } from "@allmend/look/words/portal/request-form";
import { requestWords } from "@allmend/look/words/portal/request";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "../../../parts/use-words.ts";
import type { View } from "../case-text.ts";
import { flawOf } from "../form/check-field.ts";
import { answersOf, RequestFields } from "../form/request-fields.tsx";
import { refusedFields } from "../form/send-failure.ts";
import { useDraft } from "../form/use-draft.ts";
import { askedFields, type Kind, type Values } from "../kinds.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import { sendAct } from "./use-act.ts";
import { caseQuery } from "./use-case.ts";

export function DraftForm({ view, kind }: { readonly view: View; readonly kind: Kind }) {
  const words = useWords(requestFormWords);
  const ways = useWords(requestWords).ways;
  const queries = useQueryClient();
  const { id, fields } = view.case;
  const draft = useDraft(`case ${id}`);
  const [values, setValues] = useState<Values>({ ...(fields as Values), ...draft.restored?.values });
  const [sent, setSent] = useState(false);
  const flaws = askedFields(kind, values).filter((field) => flawOf(field, values[field.id], words, true) !== undefined);
  const save = useMutation({
    async mutationFn(submit: boolean) {
      const { version } = await sendAct(id, { path: "/api/cases/{id}/changes", body: { fields: answersOf(kind, values) } }, view.version);
      if (submit) await sendAct(id, { path: "/api/cases/{id}/submission", body: {} }, version);
    },
    onSuccess: () => draft.discard(),
    onSettled: () =>
      Promise.all([queries.invalidateQueries({ queryKey: caseQuery(id).queryKey }), queries.invalidateQueries({ queryKey: ["cases"] })]),
  });
  return (
    <form
      className="request-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
        if (flaws.length === 0) save.mutate(true);
      }}
    >
      <RequestFields
        kind={kind}
        values={values}
        from={{}}
        refused={refusedFields(save.error)}
        sent={sent}
        change={(after) => {
          setValues(after);
          draft.keep(after);
        }}
      />
      {save.error && <ConflictNotice error={save.error} view={view} />}
      <div className="form-ways">
        <button type="submit" className="button main" disabled={save.isPending}>
          {ways.submit}
        </button>
        <button type="button" className="button" disabled={save.isPending} onClick={() => save.mutate(false)}>
          {words.keep}
        </button>
      </div>
    </form>
  );
}
