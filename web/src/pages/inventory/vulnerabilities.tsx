// What is known against what we use: what is being attacked first, then the most severe, each with where it counts and what mends it.
import { type State, vulnerabilityWords, wordFor } from "@allmend/look";
import { licencesWords } from "@allmend/look/words/portal/licences";
import { Link } from "react-router";
import { useState } from "react";
import { api, data } from "../../api/client.ts";
import { useMay } from "../../api/me.ts";
import { useNames } from "../../api/names.ts";
import { requestAddress } from "../../api/request-address.ts";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Judging } from "../../parts/judging.tsx";
import { LongList } from "../../parts/long-list.tsx";
import { Read } from "../../parts/read.tsx";
import { SearchField } from "../../parts/search-field.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { InventoryPages } from "./inventory-pages.tsx";
import { purlName } from "./purl-name.ts";
import { useFiguresRead } from "./use-figures.ts";
import { VulnerabilityReply } from "./vulnerability-reply.tsx";

type Vulnerability = components["schemas"]["Vulnerability"];

export function VulnerabilitiesPage() {
  const words = useWords(licencesWords).vulnerabilities;
  const { say } = useSpeech();
  const read = useFiguresRead();
  return (
    <>
      <InventoryPages />
      <Read {...read}>
        {({
          figures: {
            vulnerabilities: { looked, open, exploited },
          },
          asOf,
          otherProgram,
        }) => (
          <>
            {looked ? (
              <Answer answer={say(open === 0 ? words.answerFine : words.answer, { open, exploited })} why={words.why} />
            ) : (
              <Answer answer={words.notLooked} why={words.notLookedHow} />
            )}
            <AsOf asOf={asOf} otherProgram={otherProgram} />
            <Vulnerabilities />
          </>
        )}
      </Read>
    </>
  );
}

function Vulnerabilities() {
  const words = useWords(licencesWords).vulnerabilities;
  const address = useAddress();
  const [search, show] = [address.of("search").trim(), address.of("show")];
  // Here and not in the row: what was answered may leave the list with it.
  const [work, setWork] = useState<string>();
  const query = {
    limit: 50,
    ...(search === "" ? {} : { search }),
    ...(show === "exploited" ? { exploited: "true" as const } : {}),
    ...(show === "all" || search !== "" ? {} : { open: "true" as const }),
  };
  return (
    <>
      <div className="inventory-filters no-print">
        <SearchField
          label={words.search}
          hint={words.searchHint}
          value={address.of("search")}
          change={(value) => address.change({ search: value })}
        />
        <Choice
          label={words.show}
          of={[
            ["", words.open],
            ["exploited", words.exploited],
            ["all", words.all],
          ]}
          chosen={show}
          choose={(value) => address.change({ show: value })}
        />
      </div>
      {work !== undefined && <Judging key={work} work={work} going={words.judging} done={words.judged} />}
      <LongList
        label={words.list}
        of={["vulnerabilities", query]}
        page={(after, signal) =>
          data(api.GET("/api/vulnerabilities", { signal, params: { query: after === undefined ? query : { ...query, after } } }))
        }
        idOf={({ id }) => id}
        row={(vulnerability) => <Row vulnerability={vulnerability} said={setWork} />}
        lines={2}
        empty={<Empty what={words.none} how={words.noneHow} />}
      />
    </>
  );
}

const SHOWN = 4;

interface RowProps {
  readonly vulnerability: Vulnerability;
  /** Told the work that judges by an answer. */
  said(work: string): void;
}

function Row({ vulnerability, said }: RowProps) {
  const words = useWords(licencesWords).vulnerabilities;
  const { say, language } = useSpeech();
  const { id, severity, affects, summary, url, aliases } = vulnerability;
  const exploited = vulnerability["exploited"] !== undefined;
  const how = [wordFor(vulnerabilityWords(language).severity, severity), ...(exploited ? [words.attacked] : [])].join(", ");
  return (
    <div className="place-row">
      <StateMark state={affects.some(({ open }) => open) ? markOf(severity, exploited) : "none"} label={how} />
      <span>
        <span className="line">
          <strong>{id}</strong> <span className="note">{how}</span>{" "}
          {url !== undefined && /^https?:\/\//i.test(url) && (
            <a href={url} rel="noreferrer noopener" className="note" aria-label={`${words.read}: ${id}`}>
              {words.read}
            </a>
          )}
          {aliases.length > 0 && <span className="note"> {say(words.also, { names: aliases.slice(0, 3).join(", ") })}</span>}
        </span>
        {summary !== undefined && <span className="note line clamped">{summary}</span>}
        {affects.slice(0, SHOWN).map((affected) => (
          <Affected key={affected.purl} id={id} exploited={exploited} of={affected} said={said} />
        ))}
        {affects.length > SHOWN && <span className="note line">{say(words.more, { count: affects.length - SHOWN })}</span>}
      </span>
    </div>
  );
}

interface AffectedProps {
  readonly id: string;
  readonly exploited: boolean;
  readonly of: Vulnerability["affects"][number];
  said(work: string): void;
}

function Affected({ id, exploited, of, said: told }: AffectedProps) {
  const words = useWords(licencesWords).vulnerabilities;
  const { say, date } = useSpeech();
  const [mayAnswer, mayAsk] = [useMay("findings:write"), useMay("cases:open")];
  const [open, setOpen] = useState(false);
  const names = useNames();
  const { fixed, openIn: products, answers } = of;
  const said = [
    fixed === undefined ? words.noFix : say(words.fixed, { version: fixed }),
    of.open
      ? products.length > 0
        ? say(words.where, { products: products.slice(0, 6).map(names.product).join(", ") })
        : undefined
      : words.aside,
  ].filter((each) => each !== undefined);
  const answered = (given: (typeof answers)[number]) => {
    const values = {
      product: given.product === undefined ? words.everywhere : names.product(given.product),
      status: words.reply.said[given.status],
      by: names.owner(given.by),
    };
    const why = given.because ?? (given.justification && wordFor(words.reply.justifications, given.justification));
    return [say(words.answered, values), date(given.at), why].filter(Boolean).join(" · ");
  };
  return (
    <>
      <span className="line">
        <Link to={`/inventory/impact?purl=${encodeURIComponent(of.purl)}`}>
          <bdi>{purlName(of.purl)}</bdi>
        </Link>{" "}
        <span className="note">{said.join(" · ")}</span>
      </span>
      {answers.slice(-SHOWN).map((each) => (
        <span key={`${each.at} ${each.product ?? ""}`} className="note line">
          {answered(each)}
        </span>
      ))}
      {open ? (
        <VulnerabilityReply
          id={id}
          affected={of}
          close={() => setOpen(false)}
          said={(ordered) => {
            setOpen(false);
            told(ordered);
          }}
        />
      ) : (
        <span className="line no-print">
          {mayAnswer && products.length > 0 && (
            <button type="button" className="button" onClick={() => setOpen(true)}>
              {words.reply.open}
            </button>
          )}{" "}
          {mayAsk && exploited && products.length > 0 && (
            <Link className="button" to={requestAddress("report", { product: products[0], vulnerability: id, what: "exploited" })}>
              {words.report}
            </Link>
          )}
        </span>
      )}
    </>
  );
}

function markOf(severity: string, exploited: boolean): State {
  if (exploited || severity === "critical") return "deny";
  return severity === "unknown" ? "unknown" : severity === "low" || severity === "none" ? "warn" : "review";
}
