// Products, with what is open in each: the ones that may not ship first.
import type { State } from "@allmend/look";
import { productsWords } from "@allmend/look/words/portal/products";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { InventoryPages } from "./inventory-pages.tsx";

type Product = components["schemas"]["Product"];

export function ProductsPage() {
  return (
    <>
      <InventoryPages />
      <Read of={["products"]} read={(signal) => data(api.GET("/api/products", { signal }))}>
        {(products) => <Products of={products} />}
      </Read>
    </>
  );
}

function Products({ of }: { readonly of: readonly Product[] }) {
  const words = useWords(productsWords).products;
  const { say } = useSpeech();
  if (of.length === 0)
    return (
      <>
        <Answer answer={words.none} />
        <Empty what={words.none} how={words.noneHow} />
      </>
    );
  const stopped = of.filter(({ findings }) => findings.deny > 0).length;
  const sorted = of.toSorted((a, b) => b.findings.deny - a.findings.deny || b.findings.review - a.findings.review);
  return (
    <>
      <Answer answer={say(stopped === 0 ? words.answerFine : words.answer, { stopped, products: of.length })} why={words.why} />
      <div>
        {sorted.map((product) => (
          <Row key={product.id} product={product} />
        ))}
      </div>
    </>
  );
}

function Row({ product: { id, name, owner, criticality, repositories, findings } }: { readonly product: Product }) {
  const words = useWords(productsWords).products;
  const { say, language } = useSpeech();
  const names = useNames();
  const state: State = findings.deny > 0 ? "deny" : findings.review > 0 ? "review" : findings.warn > 0 ? "warn" : "allow";
  const notes = [
    owner !== undefined && say(words.owner, { owner: names.owner(owner) }),
    say(words.repositories, { count: repositories }),
    words.criticality[criticality as keyof typeof words.criticality] ?? criticality,
  ].filter(Boolean);
  return (
    <div className="row-main inventory-part">
      <StateMark state={state} />
      <span>
        <Link to={`/inventory/products/${encodeURIComponent(id)}`}>
          <bdi>{name[language] ?? Object.values(name)[0] ?? id}</bdi>
        </Link>
        <span className="note line">{notes.join(" · ")}</span>
      </span>
      <span className={`matter s-${state}`}>{state === "allow" ? words.fine : say(words.counts, findings)}</span>
    </div>
  );
}
