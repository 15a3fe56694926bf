// A finding in a list: what, what the rule says of it, where, who answers, since when.
import { findingsWords } from "@allmend/look/words/portal/findings";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { findingAddress } from "./address.ts";
import { type Finding, markOf } from "./states.ts";
import type { ValueWords } from "./value-words.ts";

interface Props {
  readonly finding: Finding;
  readonly values: ValueWords;
  /** Absent where nothing can be done with several. */
  readonly chosen?: boolean | undefined;
  choose(chosen: boolean): void;
}

export function FindingRow({ finding, values, chosen, choose }: Props) {
  const words = useWords(findingsWords);
  const { say } = useSpeech();
  const names = useNames();
  const { id, label, rule, outcome, product, owner, assigned } = finding;
  return (
    <div className={chosen === undefined ? "finding-row" : "finding-row choosable"}>
      {chosen !== undefined && (
        <input
          type="checkbox"
          checked={chosen}
          aria-label={say(words.list.choose, { what: label.slice(0, 200) })}
          onChange={(event) => choose(event.target.checked)}
        />
      )}
      <StateMark state={markOf(finding)} label={values.of("outcome", markOf(finding) === "unknown" ? "unknown" : outcome)} />
      <span className="finding-what">
        <Link to={findingAddress(id)} className="clamped">
          <bdi>{label.slice(0, 600)}</bdi>
        </Link>
        <span className="note clamped">{values.of("rule", rule)}</span>
      </span>
      <span className="note finding-where">
        {product !== undefined && <bdi>{values.product(product)}</bdi>}
        {owner !== undefined && (
          <span className="line">
            <bdi>{names.owner(owner)}</bdi>
            {assigned && ` · ${words.list.given}`}
          </span>
        )}
      </span>
      <When finding={finding} />
    </div>
  );
}

function When({ finding: { firstSeen, due } }: Pick<Props, "finding">) {
  const words = useWords(findingsWords).list;
  const { say, date } = useSpeech();
  const overdue = due !== undefined && Date.parse(due) < Date.now();
  return (
    <span className="note finding-when">
      {say(words.since, { date: date(firstSeen) })}
      {due !== undefined && (
        <span className={overdue ? "line s-deny" : "line"}>{say(overdue ? words.overdue : words.due, { date: date(due) })}</span>
      )}
    </span>
  );
}
