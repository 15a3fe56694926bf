// May we use it? For each product, why, what to do, and what its licence asks there.
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { WhyLink } from "../../parts/why-link.tsx";
import type { ComponentData } from "./component.tsx";

type ProductAnswer = components["schemas"]["ProductAnswer"];

export function useAnswers(id: number, version: string) {
  const lang = useLanguage();
  const query = { lang, ...(version === "" ? {} : { version }) };
  return useQuery({
    queryKey: ["component-answers", id, query],
    queryFn: ({ signal }) => data(api.GET("/api/portal/components/{id}/answers", { signal, params: { path: { id }, query } })),
  });
}

export function ComponentAnswers({ component, asked }: { readonly component: ComponentData; readonly asked: string }) {
  const words = useWords(inventoryWords).component;
  const { say } = useSpeech();
  const answers = useAnswers(component.id, asked);
  if (answers.error) return <FailureNotice error={answers.error} retry={() => void answers.refetch()} />;
  if (!answers.data) return <Waiting rows={4} />;
  const used = answers.data.answers.filter((answer) => answer.used);
  const others = answers.data.answers.filter((answer) => !answer.used);
  return (
    <section>
      <h2>{words.mayWe}</h2>
      {used.map((answer) => (
        <Product key={answer.product} answer={answer} />
      ))}
      {others.length > 0 && (
        <details open={used.length === 0}>
          <summary>{say(words.others, { count: others.length })}</summary>
          {others.map((answer) => (
            <Product key={answer.product} answer={answer} />
          ))}
        </details>
      )}
    </section>
  );
}

function Product({ answer: { product, name, outcome, reasons, duties } }: { readonly answer: ProductAnswer }) {
  const words = useWords(inventoryWords);
  return (
    <div className="product-answer">
      <h3>
        <StateMark state={outcome} />
        <Link to={`/inventory/products/${encodeURIComponent(product)}`}>
          <bdi>{name}</bdi>
        </Link>
        : <span className={`s-${outcome}`}>{words.outcome[outcome]}</span>
      </h3>
      {reasons.length === 0 && <p className="note">{words.component.noReason}</p>}
      {reasons.map((reason) => (
        <Reason key={`${reason.rule} ${reason.outcome} ${reason.because}`} reason={reason} />
      ))}
      <Duties of={duties} />
    </div>
  );
}

function Reason({
  reason: { rule, outcome, statement, remedy, because, exceptedUntil },
}: {
  readonly reason: ProductAnswer["reasons"][number];
}) {
  const words = useWords(inventoryWords).component;
  const { say, date } = useSpeech();
  const about = rule.startsWith("default:") ? undefined : `rule:${rule}`;
  return (
    <p className="reason">
      {about === undefined ? statement : <WhyLink id={about}>{statement}</WhyLink>}
      <span className="note line">
        {because}
        {exceptedUntil !== undefined && ` · ${say(words.excepted, { date: date(exceptedUntil) })}`}
      </span>
      {remedy !== undefined && outcome !== "allow" && (
        <span className="line">
          {words.remedy}: {remedy}
        </span>
      )}
    </p>
  );
}

function Duties({ of }: { readonly of: ProductAnswer["duties"] }) {
  const words = useWords(inventoryWords).component;
  const told = of.filter(({ state }) => state !== "standing");
  if (told.length === 0) return <p className="note">{words.asksNothing}</p>;
  return (
    <>
      <h4>{words.asks}</h4>
      <ul className="quiet-list">
        {told.map(({ kind, text, license, source, state, stateText, evidence }) => (
          <li key={`${kind} ${license}`}>
            <StateMark state={state === "open" ? "review" : state === "unknown" ? "unknown" : "allow"} />
            {text}{" "}
            <span className="note">
              (
              {[stateText, kind === "unknown" ? undefined : source.startsWith(license) ? source : license, evidence]
                .filter(Boolean)
                .join(" · ")}
              )
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
