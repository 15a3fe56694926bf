// One component: may we use it, what is its licence and how sure is that, where is it and why, who looks after it, what was decided.
import "../../parts/pictures.css";
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { Link, useParams } from "react-router";
import { api, data } from "../../api/client.ts";
import { requestAddress } from "../../api/request-address.ts";
import type { components } from "../../api/schema.generated.ts";
import { useMay } from "../../api/me.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { ComponentAnswers, useAnswers } from "./component-answers.tsx";
import { ComponentPast } from "./component-past.tsx";
import { ComponentPlaces } from "./component-places.tsx";
import { ComponentPeople } from "./component-people.tsx";
import { ComponentVersions } from "./component-versions.tsx";
import { ComponentVulnerabilities } from "./component-vulnerabilities.tsx";
import { InventoryPages } from "./inventory-pages.tsx";
import { LicenceTrust } from "./licence-trust.tsx";

export type ComponentData = components["schemas"]["ComponentPage"];

export function ComponentPage() {
  const id = Number(useParams()["id"]);
  const lang = useLanguage();
  const version = useAddress().of("version");
  const query = { lang, ...(version === "" ? {} : { version }) };
  return (
    <>
      <InventoryPages />
      <Read
        of={["component-page", id, query]}
        read={(signal) => data(api.GET("/api/portal/components/{id}", { signal, params: { path: { id }, query } }))}
        rows={10}
      >
        {(component) => <Component component={component} asked={version} />}
      </Read>
    </>
  );
}

function Component({ component, asked }: { readonly component: ComponentData; readonly asked: string }) {
  return (
    <>
      <Head component={component} asked={asked} />
      <div className="component-parts">
        <div>
          <ComponentAnswers component={component} asked={asked} />
          <LicenceTrust component={component} />
          <ComponentPlaces id={component.id} />
        </div>
        <aside>
          <ComponentVersions component={component} />
          <ComponentVulnerabilities of={component.vulnerabilities} />
          <ComponentPeople component={component} />
          <ComponentPast purl={component.versionPurl} name={component.name} />
        </aside>
      </div>
    </>
  );
}

function Head({ component, asked }: { readonly component: ComponentData; readonly asked: string }) {
  const words = useWords(inventoryWords);
  const { say } = useSpeech();
  const mayAsk = useMay("cases:open");
  const answers = useAnswers(component.id, asked);
  const { name, version, ecosystem, trust, uses, products, purl, versionPurl, health } = component;
  const what = say(words.component.what, { ecosystem, licence: trust.license ?? words.unknownLicence, uses, products });
  return (
    <Answer
      answer={say(answerText(answers.data?.answers, words.component), { name, version, ...countsOf(answers.data?.answers) })}
      why={what}
    >
      {mayAsk && (
        <Link className="button main" to={requestAddress("use", { component: versionPurl })}>
          {words.component.request}
        </Link>
      )}{" "}
      <Link className="button" to={`/inventory/impact?purl=${encodeURIComponent(purl)}`}>
        {words.component.impact}
      </Link>{" "}
      <Link className="button" to={`/findings?component=${component.id}`}>
        {words.component.findings}
      </Link>{" "}
      {sourceOf(health?.repository) !== undefined && (
        <a className="button" href={sourceOf(health?.repository)} rel="noreferrer noopener">
          {words.component.source}
        </a>
      )}
    </Answer>
  );
}

type Answers = components["schemas"]["ComponentAnswers"]["answers"];
type Words = (typeof inventoryWords)["en"]["component"];

/** For the products that use it; before anybody does, for all of them. */
function answerText(answers: Answers | undefined, words: Words): string {
  if (answers === undefined) return words.asking;
  const outcomes = new Set(concerned(answers).map(({ outcome }) => outcome));
  const fine = outcomes.has("allow") || outcomes.has("warn");
  if (outcomes.has("deny")) return fine ? words.allowedIn : words.denied;
  if (outcomes.has("review")) return fine ? words.allowedIn : words.reviewed;
  return fine ? (outcomes.has("unknown") ? words.allowedIn : words.allowed) : words.unknown;
}

function countsOf(answers: Answers = []) {
  const all = concerned(answers);
  return { all: all.length, fine: all.filter(({ outcome }) => outcome === "allow" || outcome === "warn").length };
}

function concerned(answers: Answers): Answers {
  const used = answers.filter(({ used: isUsed }) => isUsed);
  return used.length > 0 ? used : answers;
}

/** Only an address of the web becomes a link. */
function sourceOf(repository: string | undefined): string | undefined {
  return repository !== undefined && /^https?:\/\//i.test(repository) ? repository : undefined;
}
