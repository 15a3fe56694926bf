// What stops a release, a rule at a time, with what to do; behind it what else is open.
import { productsWords } from "@allmend/look/words/portal/products";
import { Link } from "react-router";
import { StateMark } from "../../parts/state-mark.tsx";
import { useMay } from "../../api/me.ts";
import { requestAddress } from "../../api/request-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { WhyLink } from "../../parts/why-link.tsx";
import type { ProductData } from "./product.tsx";
import { purlName } from "./purl-name.ts";

type Open = ProductData["open"][number];

export function ProductOpen({ product: { id, open, unknownNames } }: { readonly product: ProductData }) {
  const words = useWords(productsWords).product;
  const stops = open.filter(({ outcome }) => outcome === "deny");
  const others = open.filter(({ outcome }) => outcome !== "deny");
  return (
    <>
      {stops.length + unknownNames.length > 0 && (
        <section id="stops">
          <h2>{words.whatStops}</h2>
          {stops.map((each) => (
            <OpenRule key={`${each.rule} ${each.outcome}`} product={id} of={each} />
          ))}
          {unknownNames.length > 0 && (
            <div className="inventory-part">
              <p>
                <StateMark state="unknown" />
                {words.unknownNames}
              </p>
              <p className="note">
                <bdi>{unknownNames.map(purlName).join(", ")}</bdi>
              </p>
            </div>
          )}
        </section>
      )}
      {others.length > 0 && (
        <details>
          <summary>{words.whatElse}</summary>
          {others.map((each) => (
            <OpenRule key={`${each.rule} ${each.outcome}`} product={id} of={each} />
          ))}
        </details>
      )}
    </>
  );
}

function OpenRule({ product, of: { rule, outcome, statement, remedy, count, examples } }: { readonly product: string; readonly of: Open }) {
  const words = useWords(productsWords).product;
  const { say } = useSpeech();
  const mayAsk = useMay("cases:open");
  const [first] = examples;
  const labels = examples.map(({ label }) => label).join(", ");
  return (
    <div className="inventory-part">
      <p>
        <StateMark state={outcome === "not-applicable" ? "none" : outcome} />
        {rule.startsWith("default:") || statement === "" ? statement || rule : <WhyLink id={`rule:${rule}`}>{statement}</WhyLink>}
      </p>
      <p className="note">
        <bdi>{count > examples.length ? say(words.about, { label: labels, count: count - examples.length }) : labels}</bdi>
      </p>
      {remedy !== undefined && (
        <p>
          {words.remedy}: {remedy}
        </p>
      )}
      <p className="note no-print">
        <Link to={`/findings?product=${encodeURIComponent(product)}&rule=${encodeURIComponent(rule)}`}>
          {say(words.allFindings, { count })}
        </Link>
        {mayAsk && first && outcome !== "warn" && (
          <>
            {" · "}
            <Link to={requestAddress("waive", { finding: first.id })}>{words.askException}</Link>
          </>
        )}
      </p>
    </div>
  );
}
