// Affected products with who answers for them and their releases, each with the places that hold it; what is of no product at the end.
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { ImpactData } from "./impact.tsx";
import { purlName } from "./purl-name.ts";

type Place = ImpactData["places"][number];

/** More lines than this of one product are folded. */
const SHOWN = 12;

export function ImpactPlaces({ impact: { products, places } }: { readonly impact: ImpactData }) {
  const words = useWords(inventoryWords);
  const byProduct = Map.groupBy(places, ({ product }) => product);
  const loose = byProduct.get(undefined) ?? [];
  return (
    <section>
      <h2>{words.impact.products}</h2>
      {products.map((product) => (
        <Product key={product.id} product={product} places={byProduct.get(product.id) ?? []} />
      ))}
      {loose.length > 0 && (
        <div className="inventory-part">
          <h3>{words.noProduct}</h3>
          <Places of={loose} />
        </div>
      )}
    </section>
  );
}

function Product({
  product: { id, name, owner, releases },
  places,
}: {
  readonly product: ImpactData["products"][number];
  readonly places: readonly Place[];
}) {
  const words = useWords(inventoryWords).impact;
  const { say, date } = useSpeech();
  const names = useNames();
  const told = releases
    .slice(0, 5)
    .map(
      ({ version, state, at }) => `${version} (${words.releaseStates[state as keyof typeof words.releaseStates] ?? state}, ${date(at)})`,
    );
  return (
    <div className="inventory-part">
      <h3>
        <Link to={`/inventory/products/${encodeURIComponent(id)}`}>
          <bdi>{name}</bdi>
        </Link>
      </h3>
      <p className="note">{owner === undefined ? words.noOwner : say(words.owner, { owner: names.owner(owner) })}</p>
      <p className="note">{told.length === 0 ? words.noReleases : say(words.releases, { releases: told.join(", ") })}</p>
      <Places of={places} />
    </div>
  );
}

function Places({ of }: { readonly of: readonly Place[] }) {
  const { number } = useSpeech();
  const lines = of.map((place) => <PlaceLine key={`${place.repositoryId} ${place.deliverable ?? ""}`} place={place} />);
  return (
    <>
      <ul className="quiet-list">{lines.slice(0, SHOWN)}</ul>
      {lines.length > SHOWN && (
        <details>
          <summary>+ {number(lines.length - SHOWN)}</summary>
          <ul className="quiet-list">{lines.slice(SHOWN)}</ul>
        </details>
      )}
    </>
  );
}

function PlaceLine({ place: { repository, repositoryId, deliverable, versions, scope, direct, path } }: { readonly place: Place }) {
  const words = useWords(inventoryWords);
  const { say } = useSpeech();
  const way = path && path.length > 1 ? say(words.impact.through, { path: path.slice(0, -1).map(purlName).join(" → ") }) : undefined;
  return (
    <li>
      <Link to={`/inventory/repositories/${repositoryId}`}>
        <bdi>{repository}</bdi>
      </Link>{" "}
      <strong>{versions.join(", ")}</strong>
      <span className="note line">
        {[deliverable, words.scope[scope], direct ? words.impact.direct : words.impact.indirect, way].filter(Boolean).join(" · ")}
      </span>
    </li>
  );
}
