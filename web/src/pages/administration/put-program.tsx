// Putting a program in force: its folder, the plan of what would change, then, confirmed, the act itself.
import { operationsWords } from "@allmend/look/words/portal/operations";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ChangeEvent, useState } from "react";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { isHttpFailure } from "../../api/failure.ts";
import type { components } from "../../api/schema.generated.ts";
import { Confirm } from "../../parts/confirm.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Field } from "../../parts/field.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { programFiles } from "./program-files.ts";

type DocumentProblem = components["schemas"]["DocumentProblem"];

export function PutProgram() {
  const words = useWords(operationsWords).program;
  const { say } = useSpeech();
  const [files, setFiles] = useState<Readonly<Record<string, string>>>();
  const plan = useMutation({
    mutationFn: (sent: Record<string, string>) => data(api.POST("/api/program/plan", { body: { files: sent } })),
  });
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    plan.reset();
    setFiles(event.target.files === null ? undefined : await programFiles([...event.target.files]));
  };
  const whole = files !== undefined && "organization.yaml" in files;
  const untried = isHttpFailure(plan.error) && plan.error.code === "no-result";
  return (
    <section className="form-part no-print">
      <h3>{words.put}</h3>
      <p>{words.putHow}</p>
      <Field
        label={words.folder}
        hint={files && say(words.chosen, { count: Object.keys(files).length })}
        error={files !== undefined && !whole ? words.noOrganization : undefined}
      >
        {/* A whole folder: browsers know the attribute, types do not. */}
        {(given) => <input {...given} type="file" multiple {...{ webkitdirectory: "" }} onChange={(event) => void choose(event)} />}
      </Field>
      {whole && (
        <button type="button" className="button main" disabled={plan.isPending} onClick={() => plan.mutate({ ...files })}>
          {plan.isPending ? words.planning : words.plan}
        </button>
      )}
      {plan.data && <Planned plan={plan.data} />}
      {untried && <p>{words.noResult}</p>}
      {plan.error && !untried && <Refused error={plan.error} />}
      {whole && (plan.data !== undefined || untried) && <PutInForce files={files} />}
    </section>
  );
}

function Planned({ plan: { uses, findings, rules, problems } }: { readonly plan: components["schemas"]["Plan"] }) {
  const words = useWords(operationsWords).program;
  const { say } = useSpeech();
  const values = { changed: uses.changed, judged: uses.judged, added: findings.added.count, removed: findings.removed.count };
  return (
    <div role="status">
      <p>
        <strong>{say(words.planned, values)}</strong>
      </p>
      {rules.length > 0 && (
        <>
          <h4>{words.rules}</h4>
          <ul className="quiet-list">
            {rules.map(({ rule, added, removed, changed }) => (
              <li key={rule}>
                <code>{rule}</code> <span className="note">{say(words.rule, { added, removed, changed })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Problems of={problems} />
    </div>
  );
}

function Problems({ of }: { readonly of: readonly DocumentProblem[] }) {
  const words = useWords(operationsWords).program;
  if (of.length === 0) return null;
  return (
    <details>
      <summary>
        {words.problems} ({of.length})
      </summary>
      <ul className="quiet-list">
        {of.slice(0, 100).map(({ file, line, message, hint }) => (
          <li key={`${file} ${line} ${message}`}>
            <code>
              {file}
              {line !== undefined && `:${line}`}
            </code>{" "}
            {message}
            {hint !== undefined && <span className="note line">{hint}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Each error with its file and line. */
function Refused({ error }: { readonly error: unknown }) {
  const problems = isHttpFailure(error) && Array.isArray(error.more["problems"]) ? (error.more["problems"] as DocumentProblem[]) : [];
  return (
    <>
      <FailureNotice error={error} />
      <Problems of={problems} />
    </>
  );
}

const EMPTY = { why: "" };

function PutInForce({ files }: { readonly files: Readonly<Record<string, string>> }) {
  const words = useWords(operationsWords).program;
  const [draft, change, drop] = useDraft("put-program", EMPTY);
  const queries = useQueryClient();
  const put = useMutation({
    mutationFn: () =>
      data(api.POST("/api/program", { body: { files: { ...files }, ...(draft.why.trim() ? { why: draft.why.trim() } : {}) } })),
    async onSuccess() {
      drop();
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    },
  });
  return (
    <>
      <Field label={words.whyField} hint={words.whyHint}>
        {(given) => <input {...given} maxLength={2000} value={draft.why} onChange={(event) => change({ why: event.target.value })} />}
      </Field>
      <Confirm
        main
        label={words.act}
        title={words.confirm}
        text={words.confirmText}
        disabled={put.isPending}
        confirm={() => put.mutate()}
      />
      <p role="status">
        {put.data && (put.data.changed ? words.done : words.unchanged)}{" "}
        {put.data?.judgement !== undefined && <Link to={`/administration/jobs/${put.data.judgement}`}>{words.follow}</Link>}
      </p>
      {put.error && <Refused error={put.error} />}
    </>
  );
}
