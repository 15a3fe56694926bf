// A product: may it ship, what stops it, its releases, and what goes along with one.
import { productsWords } from "@allmend/look/words/portal/products";
import { Link, useParams } from "react-router";
import { useNames } from "../../api/names.ts";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { InventoryPages } from "./inventory-pages.tsx";
import { ProductArtefacts } from "./product-artefacts.tsx";
import { ProductOpen } from "./product-open.tsx";
import { ProductReleases } from "./product-releases.tsx";

export type ProductData = components["schemas"]["ProductPage"];

export function ProductPage() {
  const id = useParams()["id"] ?? "";
  const lang = useLanguage();
  return (
    <>
      <InventoryPages />
      <Read
        of={["product-page", id, lang]}
        read={(signal) => data(api.GET("/api/portal/products/{id}", { signal, params: { path: { id }, query: { lang } } }))}
        rows={10}
      >
        {(product) => <Product product={product} />}
      </Read>
    </>
  );
}

function Product({ product }: { readonly product: ProductData }) {
  const words = useWords(productsWords);
  const { say } = useSpeech();
  const { id, name, gate, components: count, uses } = product;
  const why = {
    unread: words.product.unreadHow,
    clear: words.product.clearWhy,
    review: words.product.clearWhy,
    stopped: say(words.product.stops, { deny: gate.deny, duties: gate.dutiesOpen, unknown: gate.unknownLicenses }),
  }[gate.state];
  return (
    <>
      <Answer answer={say(words.product[gate.state], { name, count: gate.review })} why={gate.state === "review" ? undefined : why}>
        <Link className="button" to={`/inventory?product=${encodeURIComponent(id)}`}>
          {words.product.list}
        </Link>{" "}
        <Link className="button" to={`/inventory/obligations?product=${encodeURIComponent(id)}`}>
          {words.product.duties}
        </Link>{" "}
        <Link className="button" to={`/findings?product=${encodeURIComponent(id)}`}>
          {say(words.product.allFindings, { count: gate.deny + gate.review + gate.warn })}
        </Link>
      </Answer>
      <Gate of={gate} />
      <ProductOpen product={product} />
      <ProductReleases product={product} />
      <ProductArtefacts product={product} />
      <Parts product={product} />
      <p className="note">{say(words.product.uses, { components: count, uses })}</p>
    </>
  );
}

function Gate({ of: { state, deny, review, unknownLicenses, dutiesOpen } }: { readonly of: ProductData["gate"] }) {
  const words = useWords(productsWords).product;
  const { say } = useSpeech();
  if (state === "unread") return null;
  const needs = [
    [words.needs.findings, deny, "deny"],
    [words.needs.licences, unknownLicenses, "deny"],
    [words.needs.duties, dutiesOpen, "deny"],
    [words.needs.reviews, review, "review"],
  ] as const;
  return (
    <section>
      <h2>{words.gate}</h2>
      <ul className="gate">
        {needs.map(([text, open, mark]) => (
          <li key={text}>
            <strong>{text}</strong>
            <span className={`s-${open === 0 ? "allow" : mark}`}>
              <StateMark state={open === 0 ? "allow" : mark} />
              {open === 0 ? words.met : say(words.open, { count: open })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Parts({ product: { deliverables, repositories, owner, criticality } }: { readonly product: ProductData }) {
  const words = useWords(productsWords);
  const { say } = useSpeech();
  const names = useNames();
  return (
    <section>
      <h2>{words.product.parts}</h2>
      <p className="note">
        {[
          owner && say(words.products.owner, { owner: names.owner(owner) }),
          words.products.criticality[criticality as keyof typeof words.products.criticality] ?? criticality,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <ul className="quiet-list">
        {deliverables.map(({ id, distribution }) => (
          <li key={id}>
            <bdi>{id}</bdi>{" "}
            <span className="note">
              {words.product.distribution[distribution as keyof typeof words.product.distribution] ?? distribution}
            </span>
          </li>
        ))}
      </ul>
      <ul className="kind-list">
        {repositories.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/inventory/repositories/${id}`}>
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
