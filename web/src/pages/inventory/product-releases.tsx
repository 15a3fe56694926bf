// Releases on record, each with the way it took and what was made for it.
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { productsWords } from "@allmend/look/words/portal/products";
import { useNames } from "../../api/names.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { ProductData } from "./product.tsx";

export function ProductReleases({ product: { id, releases } }: { readonly product: ProductData }) {
  const words = useWords(productsWords).product;
  const { say } = useSpeech();
  return (
    <section>
      <h2>{words.releases}</h2>
      {releases.length === 0 && (
        <>
          <p className="soft">{words.noRelease}</p>
          <details className="note no-print">
            <summary>{words.releaseCommand}</summary>
            <code>{say(words.planCommand, { product: id })}</code>
          </details>
        </>
      )}
      {releases.slice(0, 10).map((release) => (
        <Release key={release.version} of={release} />
      ))}
    </section>
  );
}

function Release({ of: { version, state, steps, artifacts } }: { readonly of: ProductData["releases"][number] }) {
  const words = useWords(productsWords).product;
  const states = useWords(inventoryWords).impact.releaseStates;
  const { say, date } = useSpeech();
  const names = useNames();
  const out = state === "shipped" || state === "archived";
  return (
    <div className="inventory-part">
      <h3>
        <StateMark state={out ? "allow" : "unknown"} />
        <bdi>{version}</bdi>: {states[state]}
      </h3>
      <ul className="quiet-list">
        {steps.map(({ to, at, by, because }) => (
          <li key={`${to} ${at}`} className="note">
            {[say(words.releaseLine, { date: date(at), state: states[to as keyof typeof states] ?? to }), by && names.person(by), because]
              .filter(Boolean)
              .join(" · ")}
          </li>
        ))}
        {artifacts.map(({ kind, file, sha256 }) => (
          <li key={file}>
            {words.artefact[kind as keyof typeof words.artefact] ?? kind}: <code>{file}</code>{" "}
            <code className="note">{sha256.slice(0, 16)}…</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
