// Where it is and why it is here: each place with the way by which it comes in.
import { useNames } from "../../api/names.ts";
import { purlName } from "./purl-name.ts";
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { LongList } from "../../parts/long-list.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";

type Use = components["schemas"]["Use"];

export function ComponentPlaces({ id }: { readonly id: number }) {
  const words = useWords(inventoryWords).component;
  return (
    <section>
      <h2>{words.places}</h2>
      <LongList
        label={words.placesList}
        of={["uses", id]}
        page={(after, signal) =>
          data(api.GET("/api/uses", { signal, params: { query: { component: id, limit: 50, ...(after === undefined ? {} : { after }) } } }))
        }
        idOf={(use) => `${use.id}`}
        row={(use) => <Place use={use} />}
        lines={2}
        empty={<p className="soft">{words.noPlaces}</p>}
      />
    </section>
  );
}

function Place({ use: { purl, product, repository, scope, direct, outcome, manifests, path } }: { readonly use: Use }) {
  const words = useWords(inventoryWords);
  const { say } = useSpeech();
  const names = useNames();
  const [first] = manifests;
  const where = [product === undefined ? words.noProduct : names.product(product), repository, words.scope[scope]].join(" · ");
  const way =
    direct === true
      ? words.component.asksFor
      : path && path.length > 1
        ? say(words.component.through, { path: wayText(path) })
        : words.component.unknownWay;
  return (
    <div className="place-row">
      <StateMark state={outcome === "not-applicable" ? "none" : outcome} label={words.outcome[outcome]} />
      <span className="clip">
        <span className="line clip">
          <bdi>{where}</bdi> <span className="note">{purl.slice(purl.lastIndexOf("@") + 1)}</span>
        </span>
        <span className="note line way">
          <bdi>{way}</bdi>
          {first && ` (${first.line === undefined ? first.path : say(words.component.manifest, { path: first.path, line: first.line })})`}
        </span>
      </span>
    </div>
  );
}

/** From the one that we ask for down to it, without itself. */
function wayText(path: readonly string[]): string {
  return path.slice(0, -1).map(purlName).join(" → ");
}
