// One entry: what we say of it and why, how it was evaluated, what else there is, who looks after it, and the way on.
import { useNames } from "../../api/names.ts";
import "./catalogue.css";
import "../inventory/inventory.css";
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import { Link } from "react-router";
import { useMay } from "../../api/me.ts";
import { requestAddress } from "../../api/request-address.ts";
import { Answer } from "../../parts/answer.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Read } from "../../parts/read.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useAddress } from "../../parts/use-address.ts";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { Evaluation } from "./evaluation.tsx";
import { CATALOGUE_MARKS } from "./marks.ts";
import { catalogueRead, type Entry } from "./use-catalogue.ts";

export function EntryPage() {
  const component = useAddress().of("component");
  return (
    <Read {...catalogueRead}>
      {({ entries, today }) => {
        const entry = entries.find((each) => each.component === component);
        return entry ? <Found entry={entry} today={today} /> : <Gone />;
      }}
    </Read>
  );
}

function Gone() {
  const words = useWords(catalogueWords);
  return (
    <>
      <Answer answer={words.entry.gone}>
        <Link className="button" to="/catalogue">
          {words.entry.back}
        </Link>
      </Answer>
      <Empty what={words.entry.gone} how={words.entry.goneHow} />
    </>
  );
}

function Found({ entry, today }: { readonly entry: Entry; readonly today: string }) {
  const words = useWords(catalogueWords);
  const { say } = useSpeech();
  const names = useNames();
  const { component, name, state, for: purpose, because, category, ecosystem, owner, used } = entry;
  const range = /@([^/]+)$/.exec(component)?.[1];
  return (
    <>
      <Answer answer={say(words.entry.answer[state], { name })} why={because ?? purpose}>
        <Ways entry={entry} />
      </Answer>
      <p>
        <StateMark state={CATALOGUE_MARKS[state]} />
        {words.state[state]}: {words.stateWhy[state]}
      </p>
      {purpose !== undefined && because !== undefined && <p>{purpose}</p>}
      <p className="note">
        {[category, ecosystem, range && say(words.entry.range, { range }), used ? say(words.used, used) : words.notUsed]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <h2>{words.entry.owner}</h2>
      <p>
        <bdi>{owner === undefined ? words.entry.noOwner : names.owner(owner)}</bdi>
      </p>
      <Evaluation entry={entry} today={today} />
    </>
  );
}

function Ways({ entry: { component, used } }: { readonly entry: Entry }) {
  const words = useWords(catalogueWords);
  const mayWrite = useMay("registers:write");
  const mayAsk = useMay("cases:open");
  return (
    <>
      {used && (
        <Link className="button" to={`/inventory/components/${used.id}`}>
          {words.entry.inventory}
        </Link>
      )}{" "}
      {mayAsk && (
        <Link className="button" to={requestAddress("use", { component })}>
          {words.entry.ask}
        </Link>
      )}{" "}
      <Link className="button" to={`/inventory/impact?purl=${encodeURIComponent(component)}`}>
        {words.entry.impact}
      </Link>{" "}
      {mayWrite && (
        <Link className="button" to={`/catalogue/write?component=${encodeURIComponent(component)}`}>
          {words.change}
        </Link>
      )}{" "}
      <Link className="button" to="/catalogue">
        {words.entry.back}
      </Link>
    </>
  );
}
