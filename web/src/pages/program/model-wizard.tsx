// Nine questions, and what the answers speak for: proposals with their strength and their price, and a draft where they should stand.
import { modelsWords } from "@allmend/look/words/portal/models";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Choice } from "../../parts/choice.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { ModelProposals } from "../../parts/model-proposals.tsx";
import { ModelQuestions } from "../../parts/model-questions.tsx";
import { useDraft } from "../../parts/use-draft.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { beginDraft } from "./kept-draft.ts";

type Page = components["schemas"]["ModelsPage"];
type Proposal = components["schemas"]["ModelProposal"];
const NOTHING: { readonly answers: Readonly<Record<string, boolean>> } = { answers: {} };

export function ModelWizard({ questions, products }: Pick<Page, "questions" | "products">) {
  const words = useWords(modelsWords).wizard;
  const lang = useLanguage();
  const [product, setProduct] = useState("");
  const [{ answers }, change] = useDraft(`models.${product}`, NOTHING);
  const ask = useMutation({
    mutationFn: () => data(api.POST("/api/portal/models/proposal", { params: { query: { lang } }, body: { answers } })),
  });
  return (
    <section className="wizard no-print">
      <h2>{words.title}</h2>
      <p>{words.why}</p>
      <Choice
        label={words.about}
        of={[["", words.whole], ...products.map(({ id, name }) => [id, name] as const)]}
        chosen={product}
        choose={setProduct}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate();
        }}
      >
        <ModelQuestions questions={questions} answers={answers} change={(given) => change({ answers: given })} />
        <button type="submit" className="button main" disabled={ask.isPending}>
          {words.ask}
        </button>
      </form>
      {ask.error && <FailureNotice error={ask.error} />}
      {ask.data && (
        <div role="status">
          <Proposed of={ask.data} />
          {ask.data.models.length > 0 && <AsDraft answers={answers} product={product} />}
        </div>
      )}
    </section>
  );
}

function Proposed({ of: { role, models } }: { readonly of: Proposal }) {
  const words = useWords(modelsWords);
  const { say } = useSpeech();
  if (models.length === 0 || role === undefined) return <p className="plan-answer">{words.wizard.nothing}</p>;
  const short: Readonly<Record<string, string>> = words.short;
  return (
    <>
      <p className="proposal-answer">{say(words.wizard.answer, { models: models.map(({ model }) => short[model] ?? model).join(", ") })}</p>
      <p className="soft">{say(words.wizard.answerWhy, { role: words.wizard.roles[role] })}</p>
      <ModelProposals
        of={models}
        more={({ speaksFor, against }) => (
          <>
            <Questions title={words.wizard.speaksFor} of={speaksFor} />
            <Questions title={words.wizard.against} of={against} />
          </>
        )}
      />
    </>
  );
}

function Questions({ title, of }: { readonly title: string; readonly of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="note">
        {of.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </>
  );
}

function AsDraft({ answers, product }: { readonly answers: Readonly<Record<string, boolean>>; readonly product: string }) {
  const words = useWords(modelsWords).wizard;
  const lang = useLanguage();
  const navigate = useNavigate();
  const draft = useMutation({
    mutationFn: () =>
      data(
        api.POST("/api/portal/models/draft", { params: { query: { lang } }, body: { answers, ...(product === "" ? {} : { product }) } }),
      ),
    onSuccess({ path, text, version }) {
      beginDraft(path, { text, base: version });
      void navigate(`/program/documents/${encodeURIComponent(path)}/draft`);
    },
  });
  return (
    <>
      <p className="soft">{words.draftWhy}</p>
      <button type="button" className="button" disabled={draft.isPending} onClick={() => draft.mutate()}>
        {words.draft}
      </button>
      {draft.error && <FailureNotice error={draft.error} />}
    </>
  );
}
