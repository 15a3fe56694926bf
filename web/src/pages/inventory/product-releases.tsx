// Releases on record, each with the way it took, what was made for it, and the next step for whoever may say it.
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { productsWords } from "@allmend/look/words/portal/products";
import { releasesWords } from "@allmend/look/words/portal/releases";
import { useNames } from "../../api/names.ts";
import type { components } from "../../api/schema.generated.ts";
import { Fingerprint } from "../../parts/fingerprint.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { StepPath } from "../../parts/step-path.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { ProductData } from "./product.tsx";
import { ReleaseNext } from "./release-next.tsx";
import { ReleasePlan } from "./release-plan.tsx";

export type ReleaseData = ProductData["releases"][number];
type State = components["schemas"]["ProductPage"]["releases"][number]["state"];

const WAY = ["planned", "frozen", "resolved", "made", "verified", "shipped", "archived"] as const satisfies readonly State[];
const SHOWN = 10;

export function ProductReleases({ product: { id, name, releases } }: { readonly product: ProductData }) {
  const heading = useWords(productsWords).product.releases;
  const words = useWords(releasesWords);
  return (
    <section id="releases">
      <h2>{heading}</h2>
      {releases.length === 0 && <p className="soft">{words.none}</p>}
      {releases.slice(0, SHOWN).map((release) => (
        <Release key={release.version} product={{ id, name }} of={release} />
      ))}
      <ReleasePlan product={id} />
    </section>
  );
}

interface Props {
  readonly product: { readonly id: string; readonly name: string };
  readonly of: ReleaseData;
}

function Release({ product, of: release }: Props) {
  const states = useWords(inventoryWords).impact.releaseStates;
  const { version, state } = release;
  const out = state === "shipped" || state === "archived";
  return (
    <div className="inventory-part">
      <h3>
        <StateMark state={out ? "allow" : "unknown"} />
        <bdi>{version}</bdi>: {states[state]}
      </h3>
      <StepPath steps={WAY.map((step) => [step, states[step]] as const)} now={state} />
      <ReleaseNext key={state} product={product} release={release} />
      <Told of={release} />
    </div>
  );
}

/** Who said which step when, and what was made. */
function Told({ of: { steps, artifacts, inventory, archive } }: { readonly of: ReleaseData }) {
  const words = useWords(releasesWords);
  const kinds = useWords(productsWords).product.artefact;
  const states = useWords(inventoryWords).impact.releaseStates;
  const { say, date } = useSpeech();
  const names = useNames();
  return (
    <ul className="quiet-list">
      {steps.map(({ to, at, by, because }) => (
        <li key={`${to} ${at}`} className="note">
          {[say(words.line, { date: date(at), state: states[to as keyof typeof states] ?? to }), by && names.person(by), because]
            .filter(Boolean)
            .join(" · ")}
        </li>
      ))}
      {inventory !== undefined && (
        <li className="note">
          {words.frozenAs} <Fingerprint of={inventory} label={words.frozenAs} />
        </li>
      )}
      {artifacts.map(({ kind, file, sha256 }) => (
        <li key={`${kind} ${file}`} className="note">
          {kinds[kind as keyof typeof kinds] ?? kind}: <code>{file}</code>{" "}
          <Fingerprint of={sha256} label={say(words.fingerprint, { file })} />
        </li>
      ))}
      {archive !== undefined && <li className="note">{say(words.kept, { place: archive })}</li>}
    </ul>
  );
}
