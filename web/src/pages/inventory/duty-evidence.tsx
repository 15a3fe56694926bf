// How it comes on record that a duty is done: right here for those who keep the records, by way of the office for everybody else.
import { licencesWords } from "@allmend/look/words/portal/licences";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { useMay } from "../../api/me.ts";
import { requestAddress } from "../../api/request-address.ts";
import type { components } from "../../api/schema.generated.ts";
import { Choice } from "../../parts/choice.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Field } from "../../parts/field.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";

type Duty = components["schemas"]["DutyLine"];

const EMPTY: { state: "fulfilled" | "not-applicable"; text: string } = { state: "fulfilled", text: "" };

export function DutyEvidence({ duty }: { readonly duty: Duty }) {
  const words = useWords(licencesWords).duties;
  const { say } = useSpeech();
  const may = useMay("registers:write");
  const { kind, product, text, license } = duty;
  return (
    <details className="note no-print">
      <summary>{words.howTo}</summary>
      {may ? (
        <EvidenceForm duty={duty} />
      ) : (
        <p>
          {words.byOffice}{" "}
          <Link to={requestAddress("ask", { about: "license", subject: say(words.askSubject, { text, license }) })}>
            {words.tellOffice}
          </Link>
        </p>
      )}
      <p>
        {words.orCommand} <code>{say(words.command, { kind, product })}</code>
      </p>
    </details>
  );
}

function EvidenceForm({ duty: { id, kind, product, license } }: { readonly duty: Duty }) {
  const words = useWords(licencesWords).duties;
  const [draft, change, drop] = useDraft(`evidence.${id}`, EMPTY);
  const queries = useQueryClient();
  const put = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/records", {
          body: {
            kind: "obligation",
            id: kind,
            subject: `product:${product}`,
            data: { state: draft.state, license, [draft.state === "fulfilled" ? "evidence" : "because"]: draft.text.trim() },
          },
        }),
      ),
    async onSuccess() {
      drop();
      await Promise.all(["duty-lines", "duty-licences", "duty-sums"].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    put.mutate();
  };
  if (put.isSuccess) return <p role="status">{words.onRecord}</p>;
  const done = draft.state === "fulfilled";
  return (
    <form className="evidence" onSubmit={send}>
      <Choice
        label={words.stands}
        of={[
          ["fulfilled", words.isDone],
          ["not-applicable", words.notHere],
        ]}
        chosen={draft.state}
        choose={(state) => change({ state })}
      />
      <Field label={done ? words.shows : words.because} hint={done ? words.showsHint : undefined}>
        {(given) => (
          <input
            {...given}
            className="input"
            required
            maxLength={1000}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      {put.error && <FailureNotice error={put.error} />}
      <button type="submit" className="button main" disabled={put.isPending || draft.text.trim() === ""}>
        {words.put}
      </button>
    </form>
  );
}
