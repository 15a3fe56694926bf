// Business models: how we and each product live with open source, and how much of it is open source beside lines to compare with.
import "./office.css";
import "./models.css";
import { modelsWords } from "@allmend/look/words/portal/models";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { BusinessCard } from "./business-card.tsx";
import { ModelWizard } from "./model-wizard.tsx";
import { ProgramPages } from "./program-pages.tsx";

type Page = components["schemas"]["ModelsPage"];

export function ModelsPage() {
  const lang = useLanguage();
  return (
    <>
      <ProgramPages />
      <Read of={["models", lang]} read={(signal) => data(api.GET("/api/portal/models", { signal, params: { query: { lang } } }))} rows={9}>
        {(page) => <Models page={page} />}
      </Read>
    </>
  );
}

function Models({ page: { organization, products, references, questions, asOf, otherProgram } }: { readonly page: Page }) {
  const words = useWords(modelsWords);
  const { say, share } = useSpeech();
  const told = products.filter(({ models }) => models.length > 0);
  const kinds = new Set(told.flatMap(({ models }) => models.map(({ model }) => model))).size;
  return (
    <>
      <Answer answer={told.length === 0 ? words.answerNone : say(words.answer, { count: told.length, kinds })} why={words.why} />
      <AsOf asOf={asOf} otherProgram={otherProgram} />
      <h2>{words.products}</h2>
      <div className="businesses">
        {products.map((product) => (
          <BusinessCard key={product.id} of={product} references={references} />
        ))}
      </div>
      <h2>{words.organization}</h2>
      <div className="businesses">
        <BusinessCard of={organization} references={references} />
      </div>
      <p className="note">
        {words.lines}: {references.map(({ at, label }) => `│ ${share(at)} ${label}`).join(" · ")}. {words.linesHow}{" "}
        <Link className="no-print" to="/program/documents/organization.yaml/draft">
          {words.linesDraft}
        </Link>
      </p>
      <ModelWizard questions={questions} products={products} />
    </>
  );
}
