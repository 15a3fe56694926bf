// One component in a line: what it is, how much of it we use, and what matters of it in words.
import type { State } from "@allmend/look";
import { ecosystemName } from "@allmend/look";
import { inventoryWords } from "@allmend/look/words/portal/inventory";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import type { components } from "../../api/schema.generated.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { type Speech, useSpeech, useWords } from "../../parts/use-words.ts";

type Line = components["schemas"]["ComponentLine"];
type Words = (typeof inventoryWords)["en"];

export function ComponentRow({ line }: { readonly line: Line }) {
  const words = useWords(inventoryWords);
  const speech = useSpeech();
  const names = useNames();
  const { id, name, type, uses, products, versions, licenses } = line;
  const [state, matter] = matterOf({ ...line, worstIn: line.worstIn.map(names.product) }, words, speech);
  const used = speech.say(products === 0 ? words.components.usedNowhere : words.components.used, { uses, products, versions });
  return (
    <div className="component-row">
      <StateMark state={state} />
      <span className="clip">
        <Link to={`/inventory/components/${id}`}>
          <bdi>{name}</bdi>
        </Link>
        <span className="note line clip">
          {ecosystemName(type)} · {used}
        </span>
      </span>
      <span className="clip licence-cell">
        <bdi>{licenceText(licenses, words, speech)}</bdi>
      </span>
      <span className={`matter s-${state}`}>{matter}</span>
    </div>
  );
}

function licenceText(licenses: Line["licenses"], words: Words, { say }: Speech): string {
  const [first] = licenses;
  const name = first ?? words.unknownLicence;
  return licenses.length > 1 ? say(words.components.more, { name, count: licenses.length - 1 }) : name;
}

/** The worst that is open, and where; what else is worth knowing behind it. */
function matterOf({ worst, worstIn, differs, vulnerabilities, exploited }: Line, words: Words, { say }: Speech): [State, string] {
  const more = [
    ...(vulnerabilities > 0 ? [say(words.components.vulnerable, { count: vulnerabilities })] : []),
    ...(exploited ? [words.components.exploited] : []),
    ...(differs ? [words.components.differs] : []),
  ];
  const state = worst === "deny" || worst === "review" || worst === "warn" ? worst : undefined;
  if (state === undefined) return more.length === 0 ? ["allow", words.components.fine] : [exploited ? "deny" : "warn", more.join(", ")];
  const said = { deny: words.components.denied, review: words.components.review, warn: words.components.warn }[state];
  return [state, [say(said, { where: placesText(worstIn, words, say) }), ...more].join(", ")];
}

function placesText([first, ...rest]: readonly string[], words: Words, say: Speech["say"]): string {
  if (first === undefined) return words.components.somewhere;
  return rest.length === 0 ? first : say(words.components.more, { name: first, count: rest.length });
}
