// One finding: what is so, why, what to do, who takes care of it; then the ways on.
import "./findings.css";
import { findingsWords } from "@allmend/look/words/portal/findings";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { api, data } from "../../api/client.ts";
import { useMay } from "../../api/me.ts";
import { waiverAddress } from "../../api/request-address.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { WhyLink } from "../../parts/why-link.tsx";
import { findingId } from "./address.ts";
import { FindingReasons } from "./finding-reasons.tsx";
import { FindingSide } from "./finding-side.tsx";
import { GiveForm } from "./give-form.tsx";
import { openState, SHORT_LABEL } from "./states.ts";
import { TakeBack } from "./take-back.tsx";
import { useProducts } from "./use-lists.ts";

export type FindingPageData = components["schemas"]["FindingPage"];

export function FindingPage() {
  const id = findingId(useParams()["id"] ?? "");
  const lang = useLanguage();
  return (
    <Read
      of={["finding", id, lang]}
      read={(signal) => data(api.GET("/api/portal/findings/{id}", { signal, params: { path: { id }, query: { lang } } }))}
      rows={9}
    >
      {(page) => (
        <>
          <Head page={page} />
          <div className="finding-parts">
            <FindingReasons page={page} />
            <FindingSide page={page} />
          </div>
        </>
      )}
    </Read>
  );
}

function Head({ page }: { readonly page: FindingPageData }) {
  const words = useWords(findingsWords);
  const { say } = useSpeech();
  const { finding, words: told } = page;
  const name = useProductName(finding.product);
  const label = shortLabel(finding.label);
  const what = name === undefined ? label : say(words.one.inProduct, { what: label, product: name });
  const sentence = words.one[finding.state === "open" ? openState(finding) : finding.state];
  return (
    <Answer
      answer={say(sentence, { what })}
      why={
        <WhyLink id={`rule:${finding.rule}`} label={words.one.whyChain}>
          {told.policy.statement.slice(0, 600)}
        </WhyLink>
      }
    >
      <Ways page={page} />
    </Answer>
  );
}

function Ways({ page: { finding } }: { readonly page: FindingPageData }) {
  const words = useWords(findingsWords);
  const { say } = useSpeech();
  const [giving, setGiving] = useState(false);
  const [told, setTold] = useState<string>();
  const mayAsk = useMay("cases:open");
  const mayGive = useMay("findings:write");
  const counts = finding.state === "open" && finding.outcome !== "allow";
  return (
    <>
      <div className="form-ways">
        {mayAsk && counts && (
          <Link className="button main" to={waiverAddress(finding)}>
            {words.one.ask}
          </Link>
        )}
        {mayGive && !giving && (
          <button type="button" className="button" onClick={() => setGiving(true)}>
            {finding.assigned ? words.give.again : words.give.open}
          </button>
        )}
        {mayGive && finding.assigned && <TakeBack findings={[finding.id]} done={(count) => setTold(say(words.give.tookBack, { count }))} />}
        <Link to="/findings">{words.one.back}</Link>
      </div>
      {giving && (
        <GiveForm
          findings={[finding.id]}
          done={(to) => {
            setGiving(false);
            setTold(say(words.give.done, { count: 1, to }));
          }}
        />
      )}
      <p role="status" className="note">
        {told}
      </p>
    </>
  );
}

function useProductName(id: string | undefined): string | undefined {
  const lang = useLanguage();
  const { data: products } = useProducts();
  if (id === undefined) return undefined;
  return products?.find((product) => product.id === id)?.name[lang] ?? id;
}

function shortLabel(label: string): string {
  return label.length > SHORT_LABEL ? `${label.slice(0, SHORT_LABEL - 2)}…` : label;
}
