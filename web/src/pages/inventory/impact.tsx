// Where a range of versions is: which products, releases and repositories are affected, to be taken along as text or CSV.
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { Field } from "../../parts/field.tsx";
import { type Address, useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { ImpactCopy } from "./impact-copy.tsx";
import { ImpactGuess } from "./impact-guess.tsx";
import { ImpactPlaces } from "./impact-places.tsx";
import { InventoryPages } from "./inventory-pages.tsx";

export type ImpactData = components["schemas"]["Impact"];

export function ImpactPage() {
  const words = useWords(inventoryWords).impact;
  const lang = useLanguage();
  const address = useAddress();
  const purl = address.of("purl");
  const impact = useQuery({
    queryKey: ["impact", purl, lang],
    enabled: purl !== "",
    queryFn: ({ signal }) => data(api.GET("/api/portal/impact", { signal, params: { query: { purl, lang } } })),
  });
  return (
    <>
      <InventoryPages />
      {impact.data ? <Head impact={impact.data} /> : <Answer answer={words.ask} why={words.askWhy} />}
      {impact.error && <FailureNotice error={impact.error} />}
      <Asking address={address} />
      {address.of("named") !== "" && <ImpactGuess named={address.of("named")} />}
      {impact.isLoading && <Waiting rows={8} />}
      {impact.data && <Body impact={impact.data} />}
    </>
  );
}

function Asking({ address }: { readonly address: Address }) {
  const words = useWords(inventoryWords).impact;
  const [typed, setTyped] = useState(address.of("purl") || address.of("named"));
  const find = (event: FormEvent) => {
    event.preventDefault();
    const text = typed.trim();
    const isPackage = /^pkg:[a-z0-9.+-]+\/.+/i.test(text);
    // Who knows a number or a name only is asked which of them is meant.
    address.change(isPackage ? { purl: text, named: "" } : { named: text, purl: "" });
  };
  return (
    <form className="impact-form no-print" onSubmit={find}>
      <Field label={words.field}>
        {(given) => (
          <input
            {...given}
            value={typed}
            placeholder={words.fieldHint}
            maxLength={4000}
            spellCheck={false}
            autoCapitalize="none"
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <button type="submit" className="button main">
        {words.find}
      </button>
    </form>
  );
}

function Head({ impact: { name, component, products, places, versions, undecided } }: { readonly impact: ImpactData }) {
  const words = useWords(inventoryWords).impact;
  const { say } = useSpeech();
  if (places.length === 0)
    return <Answer answer={undecided.length === 0 ? words.none : say(words.maybe, { count: undecided.length })} why={words.noneWhy} />;
  const repositories = new Set(places.map(({ repositoryId }) => repositoryId)).size;
  return (
    <Answer
      answer={say(products.length === 0 ? words.answerLoose : words.answer, { name, products: products.length, repositories })}
      why={say(words.versions, { versions: versions.slice(0, 12).join(", ") })}
    >
      {component !== undefined && (
        <Link className="button" to={`/inventory/components/${component}`}>
          <bdi>{name}</bdi>
        </Link>
      )}
    </Answer>
  );
}

function Body({ impact }: { readonly impact: ImpactData }) {
  const words = useWords(inventoryWords).impact;
  const { say } = useSpeech();
  return (
    <>
      {impact.undecided.length > 0 && (
        <section>
          <h2>{words.undecided}</h2>
          {impact.undecided.slice(0, 50).map((purl) => (
            <code key={purl} className="line">
              <bdi>{purl}</bdi>
            </code>
          ))}
        </section>
      )}
      {impact.places.length > 0 && (
        <>
          <ImpactPlaces impact={impact} />
          {impact.more && <p className="note">{say(words.more, { count: impact.places.length })}</p>}
          <ImpactCopy impact={impact} />
        </>
      )}
    </>
  );
}
