// Something new on a register of communities: an event or talk, joint work, thanks. A few fields; what is typed stays until it is sent.
import { communitiesWords } from "@allmend/look/words/portal/communities";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, data } from "../../api/client.ts";
import { useMay } from "../../api/me.ts";
import { Field } from "../../parts/field.tsx";
import { FormEnd } from "../../parts/form-end.tsx";
import { Pick } from "../../parts/pick.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useWords } from "../../parts/use-words.ts";
import { entryOf, type List, type Typed } from "./entry-of.ts";

/** Texts that each asks, the one that it is known by first. */
const TEXTS = {
  events: ["title", "where", "owner"],
  collaborations: ["problem", "partners", "owner"],
  recognition: ["for", "team"],
} as const satisfies Readonly<Record<List, readonly (keyof Typed)[]>>;

const EMPTY: Typed = { title: "", where: "", owner: "", problem: "", partners: "", for: "", team: "", on: "", kind: "talk" };
const NEEDED = new Set<keyof Typed>(["title", "problem", "partners", "for"]);

export function WriteEntry({ list }: { readonly list: List }) {
  const words = useWords(communitiesWords).registers;
  const may = useMay("communities:write");
  const [open, setOpen] = useState(false);
  if (!may) return null;
  if (open) return <EntryForm list={list} close={() => setOpen(false)} />;
  return (
    <p className="no-print">
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {words.write[list]}
      </button>
    </p>
  );
}

function EntryForm({ list, close }: { readonly list: List; close(): void }) {
  const { form: words, write, eventKinds } = useWords(communitiesWords).registers;
  const [draft, change, drop] = useDraft<Typed>(`community.${list}`, EMPTY);
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () =>
      data(api.POST("/api/communities/{list}", { params: { path: { list } }, body: { ended: false, ...entryOf(list, draft) } })),
    async onSuccess() {
      drop();
      await queries.invalidateQueries({ queryKey: ["registers"] });
      close();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className="form-part no-print" onSubmit={submit}>
      <h3>{write[list]}</h3>
      {TEXTS[list].map((name) => (
        <Field key={name} label={words.fields[name]} hint={name in words.hints ? words.hints[name as keyof typeof words.hints] : undefined}>
          {(given) => (
            <input
              {...given}
              required={NEEDED.has(name)}
              maxLength={300}
              value={draft[name]}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {list === "events" && (
        <Pick label={words.fields.kind} of={Object.entries(eventKinds)} chosen={draft.kind} choose={(kind) => change({ kind })} />
      )}
      <Field label={list === "collaborations" ? words.fields.review : words.fields.on}>
        {(given) => (
          <input
            {...given}
            type="date"
            required={list !== "collaborations"}
            value={draft.on}
            onChange={(event) => change({ on: event.target.value })}
          />
        )}
      </Field>
      <FormEnd error={send.error} pending={send.isPending} words={words} close={close} />
    </form>
  );
}
