// One repository: its own licence, the files that name what it uses, and what that is.
import { productsWords } from "@allmend/look/words/portal/products";
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { Fragment } from "react";
import { Link, useParams } from "react-router";
import { useNames } from "../../api/names.ts";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { Fingerprint } from "../../parts/fingerprint.tsx";
import { LongList } from "../../parts/long-list.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { InventoryPages } from "./inventory-pages.tsx";
import { purlName } from "./purl-name.ts";

type Use = components["schemas"]["Use"];

/** What the page reads of a repository's document. */
interface Told {
  readonly id: string;
  readonly commit?: string;
  readonly files?: number;
  readonly products?: readonly string[];
  readonly manifests?: readonly { readonly path: string }[];
  readonly licenses?: readonly { readonly spdx: string; readonly path: string; readonly confidence: number }[];
}

const SHOWN = 40;

export function RepositoryPage() {
  const id = Number(useParams()["id"]);
  return (
    <>
      <InventoryPages />
      <Read
        of={["repository", id]}
        read={(signal) => data(api.GET("/api/repositories/{id}", { signal, params: { path: { id } } }))}
        rows={8}
      >
        {(document) => <Repository of={document as Told} />}
      </Read>
    </>
  );
}

function Repository({ of: { id, commit, files = 0, products = [], manifests = [], licenses = [] } }: { readonly of: Told }) {
  const words = useWords(productsWords).repository;
  const { say, share } = useSpeech();
  const names = useNames();
  return (
    <>
      <Answer
        answer={
          products.length === 0
            ? say(words.answerLoose, { name: id })
            : say(words.answer, { name: id, products: products.map(names.product).join(", ") })
        }
        why={say(words.readFolder, { files })}
      >
        <Link className="button" to={`/communities/project?id=${encodeURIComponent(id)}`}>
          {words.toProject}
        </Link>
        <Products of={products} />
      </Answer>
      {commit !== undefined && (
        <p className="note">
          {words.commit} <Fingerprint of={commit} label={words.commit} />
        </p>
      )}
      <h2>{words.licence}</h2>
      {licenses.length === 0 && <p className="soft">{words.noLicence}</p>}
      <ul className="quiet-list">
        {licenses.slice(0, SHOWN).map(({ spdx, path, confidence }) => (
          <li key={`${path} ${spdx}`}>
            <bdi>{spdx}</bdi>{" "}
            <span className="note">
              <bdi>{path}</bdi> · {share(confidence)}
            </span>
          </li>
        ))}
      </ul>
      <h2>{words.list}</h2>
      <Uses repository={id} />
      <h2>{words.manifests}</h2>
      {manifests.length === 0 && <p className="soft">{words.noManifests}</p>}
      {manifests.slice(0, SHOWN).map(({ path }) => (
        <code key={path} className="line">
          <bdi>{path}</bdi>
        </code>
      ))}
      {manifests.length > SHOWN && <p className="note">+ {manifests.length - SHOWN}</p>}
    </>
  );
}

function Products({ of }: { readonly of: readonly string[] }) {
  const names = useNames();
  return of.map((product) => (
    <Fragment key={product}>
      {" "}
      <Link className="button" to={`/inventory/products/${encodeURIComponent(product)}`}>
        <bdi>{names.product(product)}</bdi>
      </Link>
    </Fragment>
  ));
}

function Uses({ repository }: { readonly repository: string }) {
  const words = useWords(productsWords).repository;
  return (
    <LongList
      label={words.list}
      of={["repository-uses", repository]}
      page={(after, signal) =>
        data(api.GET("/api/uses", { signal, params: { query: { repository, limit: 50, ...(after === undefined ? {} : { after }) } } }))
      }
      idOf={({ id }) => `${id}`}
      row={(use) => <Row use={use} />}
      lines={2}
      empty={<p className="soft">{words.noUses}</p>}
    />
  );
}

function Row({ use: { component, purl, license, scope, direct, outcome } }: { readonly use: Use }) {
  const words = useWords(inventoryWords);
  const notes = [
    license ?? words.unknownLicence,
    words.scope[scope],
    direct === undefined ? undefined : direct ? words.impact.direct : words.impact.indirect,
  ];
  return (
    <div className="place-row">
      <StateMark state={outcome === "not-applicable" ? "none" : outcome} label={words.outcome[outcome]} />
      <span className="clip">
        <Link to={`/inventory/components/${component}`}>
          <bdi>{purlName(purl)}</bdi>
        </Link>
        <span className="note line clip">
          <bdi>{notes.filter((note) => note !== undefined).join(" · ")}</bdi>
        </span>
      </span>
    </div>
  );
}
