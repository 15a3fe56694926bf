// Is there already something approved for this? One question, the answer in a sentence; the radar, and the same as a list.
import "../../parts/pictures.css";
import "./catalogue.css";
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import { Link } from "react-router";
import { useMay } from "../../api/me.ts";
import { requestAddress } from "../../api/request-address.ts";
import { Answer } from "../../parts/answer.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { SearchField } from "../../parts/search-field.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { type Speech, useSpeech, useWords } from "../../parts/use-words.ts";
import { Approvals, Trusted } from "./approvals.tsx";
import { CatalogueRadar } from "./catalogue-radar.tsx";
import { EntryList } from "./entry-list.tsx";
import { fitting } from "./fits.ts";
import { type Catalogue, catalogueRead, type Entry } from "./use-catalogue.ts";

type Words = (typeof catalogueWords)["en"];

export function CataloguePage() {
  return <Read {...catalogueRead}>{(catalogue) => <Whole of={catalogue} />}</Read>;
}

function Whole({ of }: { readonly of: Catalogue }) {
  const words = useWords(catalogueWords);
  const speech = useSpeech();
  const address = useAddress();
  const search = address.of("search").trim();
  const found = fitting(of.entries, search);
  return (
    <>
      <Answer
        answer={answerText(of.entries, found, search, words, speech)}
        why={search !== "" && found.length === 0 ? words.answerNoHow : words.why}
      >
        <Ways search={search} found={found.length} />
      </Answer>
      <SearchField
        label={words.search}
        hint={words.searchHint}
        value={address.of("search")}
        change={(value) => address.change({ search: value })}
      />
      {of.entries.length === 0 && <Empty what={words.none} how={words.noneHow} />}
      {found.length > 0 && (
        <div className="catalogue-parts">
          <EntryList entries={found} />
          <CatalogueRadar entries={found} />
        </div>
      )}
      <Approvals of={of.approvals} search={search} />
      <Trusted of={of} />
    </>
  );
}

function answerText(entries: readonly Entry[], found: readonly Entry[], search: string, words: Words, { say }: Speech): string {
  const approved = found.filter(({ state }) => state === "approved");
  if (entries.length === 0) return words.none;
  if (search === "") return say(words.answer, { approved: approved.length, entries: entries.length });
  const [first] = approved;
  if (approved.length > 1) return say(words.answerSeveral, { count: approved.length });
  if (first) return say(words.answerFound, { name: first.name });
  return found.length > 0 ? say(words.answerOther, { count: found.length }) : words.answerNo;
}

function Ways({ search, found }: { readonly search: string; readonly found: number }) {
  const words = useWords(catalogueWords);
  const mayWrite = useMay("registers:write");
  const mayAsk = useMay("cases:open");
  return (
    <>
      {search !== "" && (
        <Link className={found === 0 ? "button main" : "button"} to={`/inventory?search=${encodeURIComponent(search)}`}>
          {words.inInventory}
        </Link>
      )}{" "}
      {mayAsk && search !== "" && (
        <Link className="button" to={requestAddress("use")}>
          {words.askFor}
        </Link>
      )}{" "}
      {mayWrite && (
        <Link className="button" to="/catalogue/write">
          {words.write}
        </Link>
      )}
    </>
  );
}
