// What is known beside the request: the component now, what it asks of us, how it was decided before, what is different.
import { obligationWords } from "@allmend/look/words/obligations";
import { requestWords } from "@allmend/look/words/portal/request";
import { requestsWords } from "@allmend/look/words/portal/requests";
import { Link } from "react-router";
import { caseAddress } from "../../../api/request-address.ts";
import { useLanguage } from "../../../app/preferences.tsx";
import { StateMark } from "../../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { phaseWord, spokenName, stateOf, useValueText, type View } from "../case-text.ts";
import { type Kind, useLocal, type Value } from "../kinds.ts";

interface Props {
  readonly view: View;
  readonly kind: Kind | undefined;
}

export function CaseKnown({ view, kind }: Props) {
  const requests = useWords(requestsWords);
  const words = useWords(requestWords);
  const local = useLocal();
  return (
    <>
      {view.component && <Component of={view.component} kind={kind} />}
      {view.component && <Obligations of={view.component.obligations.map((each) => each.kind)} />}
      <Differs view={view} kind={kind} />
      <section>
        <h2>{words.precedents}</h2>
        {view.precedents.length === 0 && <p className="soft">{words.noPrecedents}</p>}
        <ul className="quiet-list">
          {view.precedents.map(({ id, title, phase, because, conditions }) => (
            <li key={id}>
              <StateMark state={stateOf(phase)} />
              <Link to={caseAddress(id)}>
                <bdi>{spokenName(title)}</bdi>
              </Link>{" "}
              <span className="note">{phaseWord(phase, requests)}</span>
              {[...because.map((reason) => local(reason)), ...conditions].map((text) => (
                <span key={text} className="note line">
                  <bdi>{text}</bdi>
                </span>
              ))}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Component({ of, kind }: { readonly of: NonNullable<View["component"]>; readonly kind: Kind | undefined }) {
  const words = useWords(requestWords).known;
  const local = useLocal();
  const products = kind?.fields.find(({ type }) => type === "product")?.options;
  const { say } = useSpeech();
  const { component, seen, uses, vulnerabilities, compatibility, versions } = of;
  return (
    <section>
      <h2>{words.title}</h2>
      <ul className="quiet-list">
        <li>
          {words.license}: <bdi>{component.license ?? words.noLicense}</bdi>
        </li>
        <li>
          {words.seen[seen]}
          {uses > 0 && <span className="note"> · {say(words.uses, { count: uses })}</span>}
        </li>
        {versions.length > 0 && (
          <li>
            {words.versions}: <bdi>{versions.map((purl) => spokenName(purl).split(" ").at(-1)).join(", ")}</bdi>
          </li>
        )}
        <li>
          <StateMark state={vulnerabilities.length === 0 ? "none" : "deny"} />
          {words.vulnerabilities}:{" "}
          {vulnerabilities.length === 0
            ? words.noVulnerabilities
            : vulnerabilities.map(({ id, exploited }) => (exploited ? `${id} (${words.exploited})` : id)).join(", ")}
        </li>
        {worstByProduct(compatibility).map(({ product, compatible }) => (
          <li key={product}>
            <StateMark state={compatible === "yes" ? "allow" : compatible === "no" ? "deny" : "unknown"} />
            {say(words.compatible[compatible], { product: local(products?.[product]) || product })}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Compatible = NonNullable<View["component"]>["compatibility"][number];
const BEST_FIRST = ["yes", "unknown", "no"];

/** One answer for each product: what holds of the part in which it is hardest holds of the whole. */
function worstByProduct(compatibility: readonly Compatible[]): readonly Compatible[] {
  const worst = new Map<string, Compatible>();
  for (const each of compatibility) {
    const before = worst.get(each.product);
    if (!before || BEST_FIRST.indexOf(each.compatible) > BEST_FIRST.indexOf(before.compatible)) worst.set(each.product, each);
  }
  return [...worst.values()];
}

function Obligations({ of }: { readonly of: readonly string[] }) {
  const words = useWords(requestWords);
  const names: Readonly<Record<string, string>> = obligationWords(useLanguage()).obligation;
  return (
    <section>
      <h2>{words.obligations}</h2>
      {of.length === 0 && <p className="soft">{words.noObligations}</p>}
      <ul className="quiet-list">
        {[...new Set(of)].map((kind) => (
          <li key={kind}>{names[kind] ?? kind}</li>
        ))}
      </ul>
    </section>
  );
}

function Differs({ view: { differs }, kind }: Props) {
  const words = useWords(requestWords);
  const local = useLocal();
  const { say } = useSpeech();
  const valueText = useValueText();
  if (!differs || differs.fields.length === 0) return null;
  return (
    <section>
      <h2>{words.differs}</h2>
      <ul className="quiet-list">
        {differs.fields.map(({ field: id, before, now }) => {
          const field = kind?.fields.find((each) => each.id === id);
          return (
            <li key={id}>
              <span className="note">{local(field?.label) || id}</span>
              <span className="line">
                <del>{valueText(field, before as Value | undefined)}</del> → <ins>{valueText(field, now as Value | undefined)}</ins>
              </span>
            </li>
          );
        })}
      </ul>
      <p className="note">
        <Link to={caseAddress(differs.from)}>{say(words.differsFrom, { id: differs.from })}</Link>
      </p>
    </section>
  );
}
