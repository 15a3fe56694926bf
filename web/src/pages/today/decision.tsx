// The decision that waits for whoever leads: read it, say yes, say no with a reason, or ask back. What is typed stays until it is sent.
import { todayWords } from "@allmend/look/words/portal/today";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { caseAddress } from "../../api/request-address.ts";
import type { components } from "../../api/schema.generated.ts";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useWords } from "../../parts/use-words.ts";

type Case = NonNullable<NonNullable<components["schemas"]["TodayPage"]["executive"]>["case"]>;
type Said = { readonly is: "yes" } | { readonly is: "no" | "ask"; readonly text: string };

interface DecisionProps {
  readonly of: Case;
  /** It is on record: the next decision may come in its place. */
  done(): void;
}

export function Decision({ of, done }: DecisionProps) {
  const words = useWords(todayWords).ask;
  const queries = useQueryClient();
  const [writes, setWrites] = useState<"no" | "ask">();
  const decide = useMutation({
    mutationFn: (said: Said) => send(of, said),
    onSuccess: () => {
      setWrites(undefined);
      done();
      void queries.invalidateQueries();
    },
  });
  return (
    <>
      <p className="executive-question">
        <bdi>{of.question}</bdi>
      </p>
      <p className="soft">
        <bdi>{of.recommendation}</bdi>
      </p>
      {decide.error && <FailureNotice error={decide.error} />}
      {writes === undefined ? (
        <p className="executive-ways no-print">
          <Link className="button" to={caseAddress(of.id)}>
            {words.read}
          </Link>
          {of.lane !== undefined && (
            <>
              <button type="button" className="button main" disabled={decide.isPending} onClick={() => decide.mutate({ is: "yes" })}>
                {words.yes}
              </button>
              <button type="button" className="button" onClick={() => setWrites("no")}>
                {words.no}
              </button>
              <button type="button" className="button" onClick={() => setWrites("ask")}>
                {words.ask}
              </button>
            </>
          )}
        </p>
      ) : (
        <Reason
          key={writes}
          about={`${of.id}.${writes}`}
          label={writes === "no" ? words.why : words.whatAsk}
          send={(text) => decide.mutate({ is: writes, text })}
          back={() => setWrites(undefined)}
        />
      )}
    </>
  );
}

interface ReasonProps {
  /** What the draft is kept under. */
  readonly about: string;
  readonly label: string;
  send(text: string): void;
  back(): void;
}

const NOTHING = { text: "" };

function Reason({ about, label, send: sendText, back }: ReasonProps) {
  const words = useWords(todayWords).ask;
  const [{ text }, change, drop] = useDraft(`decision.${about}`, NOTHING);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    drop();
    sendText(text.trim());
  };
  return (
    <form className="executive-reason no-print" onSubmit={submit}>
      <label>
        {label}
        <textarea rows={2} required maxLength={2000} autoFocus value={text} onChange={(event) => change({ text: event.target.value })} />
      </label>
      <p className="executive-ways">
        <button type="submit" className="button main">
          {words.send}
        </button>
        <button type="button" className="button" onClick={back}>
          {words.back}
        </button>
      </p>
    </form>
  );
}

async function send({ id, lane = "", for: seat }: Case, said: Said): Promise<unknown> {
  const path = { id };
  if (said.is === "ask") return data(api.POST("/api/cases/{id}/questions", { params: { path }, body: { lane, question: said.text } }));
  const vote = said.is === "yes" ? ("approve" as const) : ("reject" as const);
  const body = { lane, vote, ...(seat === undefined ? {} : { for: seat }), ...(said.is === "no" ? { because: said.text } : {}) };
  return data(api.POST("/api/cases/{id}/decisions", { params: { path }, body }));
}
