// The questions of `allmend init`, and the program that the answers make: seen before it is put in force.
import { firstRunWords } from "@allmend/look/words/portal/first-run";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { api, data } from "../../api/client.ts";
import { useNames } from "../../api/names.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Choice } from "../../parts/choice.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { ModelProposals } from "../../parts/model-proposals.tsx";
import { ModelQuestions } from "../../parts/model-questions.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { type Answers, forgetAnswers, sent, useAnswers } from "./use-answers.ts";

type Run = components["schemas"]["FirstRun"];
type Draft = components["schemas"]["FirstProgram"];

export function FirstProgram({ run }: { readonly run: Run }) {
  const words = useWords(firstRunWords);
  const [answers, change] = useAnswers();
  const names = useNames();
  const draft = useDraft(answers);
  return (
    <>
      <section aria-labelledby="run-who">
        <h2 id="run-who">1 · {words.steps.who}</h2>
        <div className="form">
          <label>
            {run.asks.organization}
            <input
              required
              maxLength={200}
              value={answers.organization}
              onChange={(event) => change({ organization: event.target.value })}
            />
          </label>
          <label>
            {words.who.domains}
            <input
              value={answers.domains}
              placeholder="example.org"
              aria-describedby="run-domains"
              onChange={(event) => change({ domains: event.target.value.toLowerCase() })}
            />
            <span id="run-domains" className="note">
              {words.who.domainsHint}
            </span>
          </label>
          <label>
            {words.who.executives}
            <input
              value={answers.executives}
              list="run-people"
              autoComplete="off"
              aria-describedby="run-executives"
              onChange={(event) => change({ executives: event.target.value })}
            />
            <span id="run-executives" className="note">
              {words.who.executivesHint}
            </span>
            <datalist id="run-people">
              {names.people.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </label>
        </div>
      </section>
      <Business run={run} answers={answers} change={change} draft={draft.data} />
      <section aria-labelledby="run-rules">
        <h2 id="run-rules">3 · {words.steps.rules}</h2>
        <p className="soft">{words.rules.why}</p>
        <Choice
          label={words.rules.pack}
          of={run.packs.map((pack) => [pack, (words.rules.packs as Readonly<Record<string, string>>)[pack] ?? pack])}
          chosen={answers.pack}
          choose={(pack) => change({ pack })}
        />
        {draft.error && <FailureNotice error={draft.error} />}
        {draft.data && <PutInForce draft={draft.data} ready={answers.organization.trim() !== "" && !draft.isPlaceholderData} />}
      </section>
    </>
  );
}

function useDraft(answers: Answers) {
  const lang = useLanguage();
  const { personId } = useNames();
  const body = sent(useDeferredValue(answers), personId);
  return useQuery({
    queryKey: ["first-program", body, lang],
    enabled: body.organization !== "",
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => data(api.POST("/api/portal/first-run/draft", { signal, params: { query: { lang } }, body })),
  });
}

interface BusinessProps {
  readonly run: Run;
  readonly answers: Answers;
  readonly draft: Draft | undefined;
  change(change: Partial<Answers>): void;
}

function Business({ run, answers, draft, change }: BusinessProps) {
  const words = useWords(firstRunWords);
  return (
    <section aria-labelledby="run-business">
      <h2 id="run-business">2 · {words.steps.business}</h2>
      <p className="soft">{words.business.why}</p>
      <ModelQuestions questions={run.questions} answers={answers.business} change={(business) => change({ business })} />
      <h3>{words.business.proposed}</h3>
      {draft && draft.models.length > 0 ? <ModelProposals of={draft.models} /> : <p className="soft">{words.business.nothing}</p>}
    </section>
  );
}

function PutInForce({ draft, ready }: { readonly draft: Draft; readonly ready: boolean }) {
  const words = useWords(firstRunWords).rules;
  const { say } = useSpeech();
  const queries = useQueryClient();
  const paths = Object.keys(draft.files);
  const put = useMutation({
    mutationFn: () => data(api.POST("/api/program", { body: { files: draft.files, origin: "first run" } })),
    onSuccess: () => {
      forgetAnswers();
      void queries.invalidateQueries();
    },
  });
  return (
    <>
      <p>{say(words.documents, { count: paths.length })}</p>
      {paths.map((path) => (
        <details key={path} className="first-run-document">
          <summary>
            <code>{path}</code>
          </summary>
          <pre tabIndex={0}>{draft.files[path]}</pre>
        </details>
      ))}
      {put.error && <FailureNotice error={put.error} />}
      <p>
        <button type="button" className="button main" disabled={!ready || put.isPending} onClick={() => put.mutate()}>
          {put.isPending ? words.putting : words.put}
        </button>
      </p>
    </>
  );
}
