// What licences ask, a line for each licence; opened, its duties stand below it, each with the products that owe it.
import { licencesWords } from "@allmend/look/words/portal/licences";
import { Link } from "react-router";
import { api, data } from "../../api/client.ts";
import type { components } from "../../api/schema.generated.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { DutyRow } from "./duty-row.tsx";
import type { STATES, Sums } from "./obligations.tsx";

type Licence = components["schemas"]["DutyLicence"];

interface Props {
  readonly product: string;
  readonly state: (typeof STATES)[number];
  readonly products: ReadonlyMap<string, Sums>;
}

export function DutyLicences({ product, state, products }: Props) {
  const words = useWords(licencesWords).duties;
  const lang = useLanguage();
  const address = useAddress();
  const chosen = address.of("license");
  const query = { lang, ...(product === "" ? {} : { product }), ...(state === "all" ? {} : { state }) };
  return (
    <Read
      of={["duty-licences", query]}
      read={(signal) => data(api.GET("/api/portal/obligations/licences", { signal, params: { query } }))}
      rows={6}
    >
      {(licences) =>
        licences.length === 0 ? (
          <Empty what={words.none} how={words.noneHow} />
        ) : (
          <ul className="duty-licences" aria-label={words.list}>
            {licences.map((licence) => {
              const open = licence.license === chosen || licences.length === 1;
              return (
                <li key={licence.license}>
                  <LicenceLine
                    of={licence}
                    products={products}
                    open={open}
                    toggle={() => address.change({ license: open ? "" : licence.license })}
                  />
                  {open && <Duties query={{ ...query, license: licence.license }} products={products} />}
                </li>
              );
            })}
          </ul>
        )
      }
    </Read>
  );
}

interface LineProps {
  readonly of: Licence;
  readonly products: ReadonlyMap<string, Sums>;
  readonly open: boolean;
  toggle(): void;
}

function LicenceLine({ of: { license, asks, products: owing, open: left, unknown }, products, open, toggle }: LineProps) {
  const words = useWords(licencesWords).duties;
  const { say } = useSpeech();
  const named = owing.slice(0, 3).map((id) => products.get(id)?.name ?? id);
  const more = owing.length - named.length;
  const where = more > 0 ? [...named, say(words.andMore, { count: more })] : named;
  return (
    <button type="button" className="duty-licence" aria-expanded={open} onClick={toggle}>
      <StateMark state={left > 0 ? "review" : unknown > 0 ? "unknown" : "allow"} />
      <span>
        <strong>
          <bdi>{license}</bdi>
        </strong>{" "}
        {left > 0 && <span className="s-review">{say(words.leftOpen, { count: left })}</span>}
        <span className="line">{asks.map(({ text }) => text).join(" · ")}</span>
        <span className="note line">{say(words.inProducts, { products: where.join(", ") })}</span>
      </span>
      <span className="note" aria-hidden="true">
        {open ? "▾" : "▸"}
      </span>
    </button>
  );
}

interface DutiesProps {
  readonly query: {
    readonly lang: "en" | "de";
    readonly license: string;
    readonly product?: string;
    readonly state?: Exclude<(typeof STATES)[number], "all">;
  };
  readonly products: ReadonlyMap<string, Sums>;
}

/** More than these nobody reads through at once: a product is chosen first. */
const MOST = 200;

function Duties({ query, products }: DutiesProps) {
  const words = useWords(licencesWords).duties;
  const read = (signal: AbortSignal) => data(api.GET("/api/portal/obligations", { signal, params: { query: { ...query, limit: MOST } } }));
  return (
    <Read of={["duty-lines", query]} read={read} rows={3}>
      {({ items, next }) => (
        <div className="duties-of">
          <p className="note">
            <Link to={`/inventory/licences/one?license=${encodeURIComponent(query.license)}`}>{words.readLicence}</Link>
          </p>
          {[...Map.groupBy(items, ({ kind }) => kind)].map(([kind, duties]) => (
            <section key={kind}>
              <h3>{duties[0]?.text}</h3>
              {duties.map((duty) => (
                <DutyRow key={duty.id} duty={duty} product={products.get(duty.product)} />
              ))}
            </section>
          ))}
          {next !== undefined && <p className="note">{words.chooseProduct}</p>}
        </div>
      )}
    </Read>
  );
}
