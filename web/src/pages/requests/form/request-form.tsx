// The form of a new request: kept while one types, said at the field what is wrong, answered when it is sent.
import { requestFormWords } from "@allmend/look/words/portal/request-form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { api, data } from "../../../api/client.ts";
import { caseAddress } from "../../../api/request-address.ts";
import { FailureNotice } from "../../../parts/failure-notice.tsx";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { askedFields, type Kind, type Values } from "../kinds.ts";
import { flawOf } from "./check-field.ts";
import { answersOf, RequestFields } from "./request-fields.tsx";
import { refusedFields } from "./send-failure.ts";
import { useDraft } from "./use-draft.ts";
import { useAddressed, usePrefilled } from "./use-prefill.ts";

interface Props {
  readonly kind: Kind;
  /** What it is about: under this the draft is kept. */
  readonly about: string;
  readonly known: { readonly values: Values; readonly from: Readonly<Record<string, string>> };
}

export function RequestForm({ kind, about, known }: Props) {
  const words = useWords(requestFormWords);
  const { say, fromNow } = useSpeech();
  const draft = useDraft(about);
  const addressed = useAddressed(kind);
  const [typed, setTyped] = useState<Values>(draft.restored?.values ?? {});
  const [restored, setRestored] = useState(draft.restored !== undefined);
  const [sent, setSent] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const base = { ...defaultsOf(kind), ...known.values, ...addressed.values };
  const prefilled = usePrefilled(kind, { ...base, ...typed });
  const values = { ...prefilled.values, ...base, ...typed };
  const from = sources({ ...prefilled.from, ...known.from, ...addressed.from }, typed);
  const flaws = askedFields(kind, values).filter((field) => flawOf(field, values[field.id], words, true) !== undefined);
  const send = useSend(kind, draft);
  const refused = refusedFields(send.error);
  useEffect(() => {
    if (sent) form.current?.querySelector<HTMLElement>(".wrong input, .wrong textarea, .wrong select")?.focus();
    // Only when somebody tried to send, or the server answered.
  }, [sent, send.error]);
  return (
    <form
      ref={form}
      className="request-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setSent(true);
        if (flaws.length === 0) send.mutate({ fields: answersOf(kind, values), submit: true });
        else form.current?.querySelector<HTMLElement>(".wrong input, .wrong textarea, .wrong select")?.focus();
      }}
    >
      {restored && draft.restored && (
        <p className="note draft-restored">
          {say(words.restored, { when: fromNow(draft.restored.at) })}{" "}
          <button
            type="button"
            className="button"
            onClick={() => {
              draft.discard();
              setTyped({});
              setRestored(false);
            }}
          >
            {words.discard}
          </button>
        </p>
      )}
      <RequestFields
        kind={kind}
        values={values}
        from={from}
        refused={refused}
        sent={sent}
        change={(after) => {
          const mine = Object.fromEntries(Object.entries(after).filter(([id, value]) => id in typed || value !== values[id]));
          setTyped(mine);
          draft.keep(mine);
        }}
      />
      {send.error && Object.keys(refused).length === 0 && <FailureNotice error={send.error} />}
      <div className="form-ways">
        <button type="submit" className="button main" disabled={send.isPending}>
          {send.isPending ? words.sending : words.send}
        </button>
        <button
          type="button"
          className="button"
          disabled={send.isPending}
          onClick={() => send.mutate({ fields: answersOf(kind, values), submit: false })}
        >
          {words.keep}
        </button>
        {sent && flaws.length > 0 && (
          <p className="note s-deny" role="status">
            {say(words.errors, { count: flaws.length })}
          </p>
        )}
        <p className="note">{words.keepHow}</p>
      </div>
    </form>
  );
}

function useSend(kind: Kind, draft: ReturnType<typeof useDraft>) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ fields, submit }: { readonly fields: Values; readonly submit: boolean }) =>
      data(
        api.POST("/api/cases", {
          body: { kind: kind.kind, fields: { ...fields }, submit },
          headers: { "idempotency-key": submit ? draft.key : `${draft.key} draft` },
        }),
      ),
    async onSuccess({ case: { id } }) {
      draft.discard();
      await queries.invalidateQueries({ queryKey: ["cases"] });
      await navigate(caseAddress(id));
    },
  });
}

function defaultsOf({ fields }: Kind): Values {
  return Object.fromEntries(fields.flatMap(({ id, default: value }) => (value === undefined ? [] : [[id, value]])));
}

/** Whoever typed over it is its source. */
function sources(from: Readonly<Record<string, string>>, typed: Values): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(from).filter(([id]) => !(id in typed)));
}
