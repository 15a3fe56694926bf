// What licences ask of what we deliver, by product: the open ones first, who answers for each, and how evidence comes on record.
import { licencesWords } from "@allmend/look/words/portal/licences";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Answer } from "../../parts/answer.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Empty } from "../../parts/empty.tsx";
import { LongList } from "../../parts/long-list.tsx";
import { Pick } from "../../parts/pick.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { type Speech, useSpeech, useWords } from "../../parts/use-words.ts";
import { DutyEvidence } from "./duty-evidence.tsx";
import { InventoryPages } from "./inventory-pages.tsx";

type Sums = components["schemas"]["DutySums"];
type Duty = components["schemas"]["DutyLine"];

const MARKS = { open: "review", unknown: "unknown", fulfilled: "allow", "not-applicable": "none", standing: "none" } as const;
const STATES = ["open", "unknown", "fulfilled", "standing", "all"] as const;

export function ObligationsPage() {
  const lang = useLanguage();
  return (
    <>
      <InventoryPages />
      <Read
        of={["duty-sums", lang]}
        read={(signal) => data(api.GET("/api/portal/obligations/sums", { signal, params: { query: { lang } } }))}
      >
        {(sums) => <Obligations sums={sums} />}
      </Read>
    </>
  );
}

function Obligations({ sums }: { readonly sums: readonly Sums[] }) {
  const words = useWords(licencesWords).duties;
  const { say } = useSpeech();
  const address = useAddress();
  const product = address.of("product");
  const shown = sums.filter((each) => product === "" || each.product === product);
  const open = shown.reduce((sum, each) => sum + each.open, 0);
  const done = shown.reduce((sum, each) => sum + each.done, 0);
  const owing = shown.filter((each) => each.open > 0).length;
  const answer = open > 0 ? words.answer : done > 0 ? words.answerDone : words.answerNone;
  const asked = address.of("state");
  const state = STATES.find((each) => each === asked) ?? "open";
  return (
    <>
      <Answer answer={say(answer, { open, done, products: owing })} why={words.why} />
      <div className="inventory-filters no-print">
        <Pick
          label={words.product}
          all={words.states.all}
          of={sums.map((each) => [each.product, `${each.name} (${say(words.sum, { open: each.open, done: each.done })})`])}
          chosen={product}
          choose={(chosen) => address.change({ product: chosen })}
        />
        <Choice
          label={words.state}
          of={STATES.map((each) => [each, words.states[each]])}
          chosen={state}
          choose={(chosen) => address.change({ state: chosen === "open" ? "" : chosen })}
        />
      </div>
      <List product={product} state={state} products={new Map(sums.map((each) => [each.product, each]))} />
    </>
  );
}

interface ListProps {
  readonly product: string;
  readonly state: (typeof STATES)[number];
  readonly products: ReadonlyMap<string, Sums>;
}

function List({ product, state, products }: ListProps) {
  const words = useWords(licencesWords).duties;
  const lang = useLanguage();
  const query = { lang, limit: 50, ...(product === "" ? {} : { product }), ...(state === "all" ? {} : { state }) };
  return (
    <LongList
      label={words.list}
      of={["duty-lines", query]}
      page={(after, signal) =>
        data(api.GET("/api/portal/obligations", { signal, params: { query: after === undefined ? query : { ...query, after } } }))
      }
      idOf={({ id }) => id}
      row={(duty) => <Row duty={duty} product={products.get(duty.product)} />}
      lines={2}
      empty={<Empty what={words.none} how={words.noneHow} />}
    />
  );
}

function Row({ duty, product }: { readonly duty: Duty; readonly product: Sums | undefined }) {
  const words = useWords(licencesWords).duties;
  const { say } = useSpeech();
  const names = useNames();
  const { text, license, source, state, stateText, owner, due, evidence, because, components: count, named, kind } = duty;
  const said = [
    ownerText(owner && names.owner(owner), product?.owner && names.owner(product.owner), words, say),
    ...(due === undefined ? [] : [say(words.due, { due })]),
    ...(evidence === undefined ? [] : [say(words.evidence, { text: evidence })]),
    ...(because === undefined ? [] : [because]),
  ];
  return (
    <div className="place-row">
      <StateMark state={MARKS[state]} label={stateText} />
      <span>
        <span className="line">
          <strong>{text}</strong> ·{" "}
          <Link to={`/inventory/products/${encodeURIComponent(duty.product)}`}>
            <bdi>{product?.name ?? duty.product}</bdi>
          </Link>
        </span>
        <span className="note line">
          {say(kind === "unknown" ? words.fromUnknown : words.from, { source: sourceText(license, source), count })}{" "}
          {named.map(({ component, name, version }, index) => (
            <span key={`${name} ${version}`}>
              {index > 0 && ", "}
              <Link to={`/inventory/components/${component}?version=${encodeURIComponent(version)}`}>
                <bdi>
                  {name} {version}
                </bdi>
              </Link>
            </span>
          ))}
          {count > named.length && ` ${say(words.andMore, { count: count - named.length })}`}
        </span>
        <span className="note line">{said.join(" · ")}</span>
        {state === "open" && <DutyEvidence duty={duty} />}
      </span>
    </div>
  );
}

/** The clause; where none is known, the licence itself. */
function sourceText(license: string, source: string): string {
  return source.startsWith(license) ? source : license;
}

function ownerText(
  owner: string | undefined,
  ofProduct: string | undefined,
  words: (typeof licencesWords)["en"]["duties"],
  say: Speech["say"],
): string {
  if (owner !== undefined) return say(words.owner, { owner });
  return ofProduct === undefined ? words.noOwner : say(words.productOwner, { owner: ofProduct });
}
