// The form of an entry: what, what we say of it and why, how it was evaluated, what else there is.
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { api, data } from "../../api/client.ts";
import { useNames } from "../../api/names.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useWords } from "../../parts/use-words.ts";
import { type Draft, draftOf, writtenOf } from "./draft.ts";
import { AlternativeFields } from "./alternative-fields.tsx";
import { CriterionFields } from "./criterion-fields.tsx";
import { EndEntry } from "./end-entry.tsx";
import { EntryFields } from "./entry-fields.tsx";
import { entryAddress } from "./marks.ts";
import type { Entry } from "./use-catalogue.ts";

export interface FieldsProps {
  readonly draft: Draft;
  change(change: Partial<Draft>): void;
}

export function EntryForm({ entry, component }: { readonly entry: Entry | undefined; readonly component: string }) {
  const words = useWords(catalogueWords).form;
  const start = useMemo(() => draftOf(entry, component), [entry, component]);
  const [draft, change, discard] = useDraft<Draft>(`catalogue.${component || "new"}`, start);
  const [wrong, setWrong] = useState(false);
  const names = useNames();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/registers/{list}", {
          params: { path: { list: "catalogue" } },
          body: {
            entry: writtenOf({ ...draft, owner: names.ownerId(draft.owner), by: names.ownerId(draft.by) }),
            ended: false,
            ...(draft.reason.trim() === "" ? {} : { because: draft.reason.trim() }),
          },
        }),
      ),
    async onSuccess({ id }) {
      discard();
      await queries.invalidateQueries({ queryKey: ["catalogue"] });
      void navigate(entryAddress(id));
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const isPackage = /^pkg:[a-z0-9.+-]+\/.+/i.test(draft.component.trim());
    setWrong(!isPackage);
    if (isPackage) save.mutate();
  };
  const changed = JSON.stringify(draft) !== JSON.stringify(start);
  return (
    <form className="entry-form" onSubmit={send} noValidate>
      <EntryFields draft={draft} start={start} change={change} wrong={wrong} fixed={entry !== undefined} />
      <CriterionFields draft={draft} change={change} />
      <AlternativeFields draft={draft} change={change} />
      {save.error && <FailureNotice error={save.error} />}
      <div className="form-ways">
        <button type="submit" className="button main" disabled={save.isPending}>
          {save.isPending ? words.saving : words.save}
        </button>
        {changed && (
          <button type="button" className="button" onClick={discard}>
            {words.discard}
          </button>
        )}
      </div>
      {entry && <EndEntry component={entry.component} because={draft.reason} />}
    </form>
  );
}
