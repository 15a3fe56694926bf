// What is declared, what the texts say, what we concluded, side by side; where they differ it is said and marked.
import type { State } from "@allmend/look";
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { Link } from "react-router";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { ComponentData } from "./component.tsx";

export function LicenceTrust({ component: { trust, kindText } }: { readonly component: ComponentData }) {
  const words = useWords(inventoryWords);
  const { license, from, declared, declaredLicense, detected, concluded, differs, notion } = trust;
  const [state, said] = agreement(trust, words.component);
  return (
    <section>
      <h2>{words.component.licence}</h2>
      <p>
        {license === undefined ? (
          words.unknownLicence
        ) : (
          <>
            {words.component.judged}{" "}
            <Link to={licenceAddress(license)}>
              <bdi>{license}</bdi>
            </Link>
            {kindText !== undefined && `: ${kindText}`}
          </>
        )}
      </p>
      <p className={`s-${state}`}>
        <StateMark state={state} />
        {said}
      </p>
      <div className="notions">
        <Notion
          title={words.component.notions.declared}
          value={declaredLicense ?? declared[0]?.text}
          none={words.component.notDeclared}
          counts={notion === "declared"}
          differs={differs}
          note={declared.length > 0 ? declaredFrom(declared) : from}
        />
        <Detected of={detected} counts={notion === "detected"} differs={differs} />
        <Notion
          title={words.component.notions.concluded}
          value={concluded}
          none={words.component.notConcluded}
          counts={notion === "concluded"}
          note={concluded === undefined ? undefined : from}
        />
      </div>
      <Wording of={declared} />
    </section>
  );
}

export function licenceAddress(license: string): string {
  return `/inventory/licences/one?license=${encodeURIComponent(license)}`;
}

type Trust = ComponentData["trust"];
type Words = (typeof inventoryWords)["en"]["component"];

function agreement({ license, differs, detected, declaredLicense, notion }: Trust, words: Words): [State, string] {
  if (differs) return ["review", words.differs];
  if (license === undefined) return ["unknown", words.nobodySays];
  if (detected?.expression !== undefined && declaredLicense !== undefined) return ["allow", words.same];
  return [notion === "concluded" ? "allow" : "warn", words.oneSource];
}

function declaredFrom(declared: Trust["declared"]): string {
  return [...new Set(declared.map(({ from }) => from))].join(", ");
}

interface NotionProps {
  readonly title: string;
  readonly value: string | undefined;
  readonly none: string;
  readonly note?: string | undefined;
  /** Whether rules judge this one. */
  readonly counts: boolean;
  readonly differs?: boolean;
}

function Notion({ title, value, none, note, counts, differs = false }: NotionProps) {
  const words = useWords(inventoryWords).component;
  const { say } = useSpeech();
  return (
    <div className={counts ? "notion counts" : "notion"}>
      <h3>{title}</h3>
      {value === undefined ? (
        <p className="soft">{none}</p>
      ) : (
        <p className="notion-value">
          {differs && <StateMark state="review" />}
          <bdi>{value.length > 200 ? `${value.slice(0, 199)}…` : value}</bdi>
        </p>
      )}
      {value !== undefined && note !== undefined && <p className="note">{say(words.from, { from: note })}</p>}
    </div>
  );
}

function Detected({ of, counts, differs }: { readonly of: Trust["detected"]; readonly counts: boolean; readonly differs: boolean }) {
  const words = useWords(inventoryWords).component;
  const { say, share } = useSpeech();
  return (
    <div className={counts ? "notion counts" : "notion"}>
      <h3>{words.notions.detected}</h3>
      {of?.expression === undefined ? (
        <p className="soft">{words.notDetected}</p>
      ) : (
        <p className="notion-value">
          {differs && <StateMark state="review" />}
          <bdi>{of.expression}</bdi>
        </p>
      )}
      {of && (
        <p className="note">
          {of.expression !== undefined && `${say(words.sure, { share: share(of.confidence) })} · `}
          {say(words.files, { count: of.files.length })}
        </p>
      )}
      {of?.files.slice(0, 6).map(({ path, expression }) => (
        <code key={path} className="line">
          <bdi>{path}</bdi>
          {expression !== undefined && expression !== of.expression && ` (${expression})`}
        </code>
      ))}
    </div>
  );
}

/** A field may hold a whole text: folded, and no wider than the page. */
function Wording({ of }: { readonly of: Trust["declared"] }) {
  const words = useWords(inventoryWords).component;
  if (of.length === 0) return null;
  return (
    <details>
      <summary>{words.words}</summary>
      {of.map(({ text, from }) => (
        <div key={`${from} ${text}`} className="wording">
          <span className="note">{from}</span>
          <pre>{text}</pre>
        </div>
      ))}
    </details>
  );
}
