// The next step of a release: what it means, what stands against it with the way there, and the form for whoever may say it.
import { releasesWords } from "@allmend/look/words/portal/releases";
import { useState } from "react";
import { Link } from "react-router";
import { useMay } from "../../api/me.ts";
import { requestAddress } from "../../api/request-address.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { ReleaseData } from "./product-releases.tsx";
import { ReleaseStep } from "./release-step.tsx";

interface Props {
  readonly product: { readonly id: string; readonly name: string };
  readonly release: ReleaseData;
}

export function ReleaseNext({ product, release }: Props) {
  const words = useWords(releasesWords);
  const { say } = useSpeech();
  const may = useMay("registers:write");
  const [saying, setSaying] = useState<ReleaseData["state"]>();
  const { next, state, version } = release;
  if (next === undefined) return <p className="note">{words.ended}</p>;
  const free = next.against.length === 0;
  const mayGoBack = state !== "planned" && state !== "shipped";
  return (
    <>
      <h4 className="release-next">{say(words.next, { step: words.steps[next.to] })}</h4>
      <p className="note">{words.how[next.to]}</p>
      {free ? (
        <p>
          <StateMark state="allow" />
          {words.ready}
        </p>
      ) : (
        <Against of={next.against} product={product.id} />
      )}
      {saying !== undefined && <ReleaseStep product={product.id} release={release} to={saying} close={() => setSaying(undefined)} />}
      {may && saying === undefined && (
        <p className="no-print supplier-next">
          {free && (
            <button type="button" className="button main" onClick={() => setSaying(next.to)}>
              {words.steps[next.to]}
            </button>
          )}
          {mayGoBack && (
            <button type="button" className="button" onClick={() => setSaying("planned")}>
              {words.steps.planned}
            </button>
          )}
        </p>
      )}
      {!may && (
        <p className="note no-print">
          {words.byOffice}{" "}
          <Link
            to={requestAddress("ask", {
              about: "source",
              subject: say(words.tellSubject, { version, product: product.name, step: words.steps[next.to] }),
              product: `${product.name} ${version}`,
            })}
          >
            {words.tell}
          </Link>
        </p>
      )}
    </>
  );
}

type Against = NonNullable<ReleaseData["next"]>["against"];

function Against({ of, product }: { readonly of: Against; readonly product: string }) {
  const words = useWords(releasesWords);
  const { say } = useSpeech();
  const mine = `product=${encodeURIComponent(product)}`;
  const ways: Readonly<Record<Against[number]["reason"], string>> = {
    "no-inventory": "/administration/sources",
    "inventory-changed": `/inventory?${mine}`,
    "findings-open": `/findings?outcome=deny&${mine}`,
    "unknown-licences": "#stops",
    "obligations-open": `/inventory/obligations?state=open&${mine}`,
  };
  return (
    <>
      <p>{words.notYet}</p>
      <ul className="quiet-list">
        {of.map(({ reason, count }) => (
          <li key={reason}>
            <StateMark state="deny" />
            {say(words.against[reason], { count })} <Link to={ways[reason]}>{words.way[reason]}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
