// What we buy: how far each delivery is, what it lacks, what our rules say to it; and who asked to buy what.
import type { State } from "@allmend/look";
import { productsWords } from "@allmend/look/words/portal/products";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import { useMay } from "../../api/me.ts";
import { caseAddress, requestAddress } from "../../api/request-address.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { InventoryPages } from "./inventory-pages.tsx";
import { purlName } from "./purl-name.ts";
import { SupplierWays } from "./supplier-ways.tsx";

type Supplier = components["schemas"]["SuppliersPage"]["suppliers"][number];
export type Item = Supplier["items"][number];

const MARKS: Readonly<Record<Item["state"], State>> = {
  none: "unknown",
  requested: "unknown",
  received: "unknown",
  validated: "warn",
  gaps: "review",
  remediation: "review",
  accepted: "allow",
  refused: "deny",
};
const SHOWN = 8;

export function SuppliersPage() {
  const lang = useLanguage();
  return (
    <>
      <InventoryPages />
      <Read of={["suppliers", lang]} read={(signal) => data(api.GET("/api/portal/suppliers", { signal, params: { query: { lang } } }))}>
        {({ suppliers: { suppliers }, asOf, otherProgram }) => (
          <>
            <Suppliers of={suppliers} />
            <Cases />
            <AsOf asOf={asOf} otherProgram={otherProgram} />
          </>
        )}
      </Read>
    </>
  );
}

function Suppliers({ of }: { readonly of: readonly Supplier[] }) {
  const words = useWords(productsWords).suppliers;
  const { say } = useSpeech();
  const items = of.flatMap((supplier) => supplier.items);
  const inState = (...states: readonly Item["state"][]) => items.filter(({ state }) => states.includes(state)).length;
  const counts = { items: items.length, suppliers: of.length, accepted: inState("accepted"), gaps: inState("gaps", "remediation") };
  return (
    <>
      <Answer answer={of.length === 0 ? words.none : say(words.answer, counts)} why={of.length === 0 ? words.noneHow : words.why}>
        <Ask />
      </Answer>
      {of.map((supplier) => (
        <SupplierPart key={supplier.id} of={supplier} />
      ))}
    </>
  );
}

function Ask() {
  const words = useWords(productsWords).suppliers;
  const mayAsk = useMay("cases:open");
  if (!mayAsk) return null;
  return (
    <Link className="button" to={requestAddress("procure")}>
      {words.ask}
    </Link>
  );
}

function SupplierPart({ of: { id, name, tier, language, openChain, items } }: { readonly of: Supplier }) {
  const words = useWords(productsWords).suppliers;
  const { say, date } = useSpeech();
  const conforms = openChain
    ? say(openChain.valid ? words.openChain : words.lapsed, { standard: openChain.standard, date: date(openChain.affirmed) })
    : words.noOpenChain;
  return (
    <section>
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <p className="note">
        {words.tier[tier]} · {conforms}
      </p>
      {items.map((item) => (
        <ItemPart key={item.id} supplier={id} language={language} item={item} />
      ))}
    </section>
  );
}

interface ItemProps {
  readonly supplier: string;
  readonly language: Supplier["language"];
  readonly item: Item;
}

function ItemPart({ supplier, language, item }: ItemProps) {
  const words = useWords(productsWords).suppliers;
  const { say, date } = useSpeech();
  const { name, kind, state, stateText, version, components: count, due, renewalDays } = item;
  const notes = [
    kind,
    version && say(words.version, { version }),
    count > 0 && say(words.parts, { count }),
    due && say(words.due, { date: date(due) }),
    renewalDays !== undefined && say(renewalDays < 0 ? words.renewalPast : words.renewal, { days: Math.abs(renewalDays) }),
  ].filter(Boolean);
  return (
    <div className="inventory-part">
      <h3>
        <StateMark state={MARKS[state]} />
        <bdi>{name}</bdi>: <span className={`s-${MARKS[state]}`}>{stateText}</span>
      </h3>
      <p className="note">{notes.join(" · ")}</p>
      <Lacks item={item} />
      <SupplierWays supplier={supplier} item={item} language={language} />
    </div>
  );
}

function Lacks({ item: { gaps, undeclared = [], clausesMissing, worst, worstOf, supportUntil, neededUntil } }: { readonly item: Item }) {
  const words = useWords(productsWords).suppliers;
  const { say, date } = useSpeech();
  const some = (names: readonly string[]) => `${names.slice(0, SHOWN).map(purlName).join(", ")}${names.length > SHOWN ? ", …" : ""}`;
  const short = supportUntil !== undefined && neededUntil !== undefined && supportUntil < neededUntil;
  const lines = [
    ...(worst === "deny" && worstOf.length > 0 ? [say(words.denied, { names: some(worstOf) })] : []),
    ...(worst === "review" && worstOf.length > 0 ? [say(words.toReview, { names: some(worstOf) })] : []),
    ...gaps,
    ...(undeclared.length > 0 ? [say(words.undeclared, { names: some(undeclared) })] : []),
    ...(clausesMissing.length > 0 ? [say(words.clauses, { clauses: clausesMissing.join(", ") })] : []),
    ...(short ? [say(words.supportShort, { until: date(supportUntil), needed: date(neededUntil) })] : []),
  ];
  return (
    <>
      {supportUntil !== undefined && !short && <p className="note">{say(words.support, { until: date(supportUntil) })}</p>}
      {lines.length > 0 && (
        <>
          <h4>{words.lacks}</h4>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Cases() {
  const words = useWords(productsWords).suppliers;
  const { date } = useSpeech();
  return (
    <section>
      <h2>{words.cases}</h2>
      <Read
        of={["procure-cases"]}
        read={(signal) => data(api.GET("/api/cases", { signal, params: { query: { kind: "procure", limit: 20 } } }))}
        rows={2}
      >
        {({ cases }) => (
          <>
            {cases.length === 0 && <p className="soft">{words.noCases}</p>}
            <ul className="quiet-list">
              {cases.map(({ id, title, outcome, openedAt }) => (
                <li key={id}>
                  <StateMark state={outcome === "approved" ? "allow" : outcome === "rejected" ? "deny" : "unknown"} />
                  <Link to={caseAddress(id)}>
                    <bdi>{title}</bdi>
                  </Link>{" "}
                  <span className="note">{date(openedAt)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Read>
    </section>
  );
}
