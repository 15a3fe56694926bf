// Beside a finding: how it stands, since when, who takes care of it, and where it leads.
import { wordsOf } from "@allmend/look";
import { findingsWords } from "@allmend/look/words/portal/findings";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { useNames } from "../../api/names.ts";
import { useMay } from "../../api/me.ts";
import { useLanguage } from "../../app/preferences.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { WhyLink } from "../../parts/why-link.tsx";
import type { FindingPageData } from "./finding.tsx";
import { markOf } from "./states.ts";

interface Props {
  readonly page: FindingPageData;
}

export function FindingSide({ page }: Props) {
  const words = useWords(findingsWords);
  const { date, say } = useSpeech();
  const outcome = wordsOf(useLanguage()).outcome;
  const { finding, words: told } = page;
  const mark = markOf(finding);
  return (
    <aside className="finding-side">
      <dl>
        <Line name={words.facets.state}>
          <span className={`s-${mark}`}>
            <StateMark state={mark} />
            {outcome[finding.outcome]}, {words.states[finding.state]}
          </span>
        </Line>
        <Owner page={page} />
        <Line name={words.one.times}>
          {words.one.firstSeen}: {date(finding.firstSeen)}
          <span className="line">
            {words.one.lastSeen}: {date(finding.lastSeen)}
          </span>
          {finding.changed && (
            <span className="line">{say(words.one.changed, { date: date(finding.changed.at), from: outcome[finding.changed.from] })}</span>
          )}
          {finding.returnedAt !== undefined && <span className="line">{say(words.one.returned, { date: date(finding.returnedAt) })}</span>}
        </Line>
        {finding.age !== undefined && (
          <Line name={words.one.baseline}>
            {words.ages[finding.age as "new"] ?? finding.age}
            {told.due !== undefined && `, ${say(words.list.due, { date: told.due })}`}
          </Line>
        )}
        {told.waiver !== undefined && <Line name={words.one.waiver}>{told.waiver}</Line>}
        <Line name={words.one.assurance}>{told.assurance}</Line>
        <Line name={words.one.rule}>
          <code>{finding.rule}</code>
          <span className="line note">{told.policy.place}</span>
        </Line>
        {told.serves.length > 0 && (
          <Line name={words.one.serves}>
            {told.serves.map(({ id, title }) => (
              <span key={id} className="line">
                <WhyLink id={id}>{title}</WhyLink>
              </span>
            ))}
          </Line>
        )}
      </dl>
      <Further page={page} />
    </aside>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Owner({ page: { finding, assignment } }: Props) {
  const words = useWords(findingsWords);
  const names = useNames();
  const { say, date } = useSpeech();
  return (
    <Line name={words.one.owner}>
      {finding.owner === undefined ? (
        words.one.nobody
      ) : (
        <Link to={`/findings?owner=${encodeURIComponent(finding.owner)}`}>
          <bdi>{names.owner(finding.owner)}</bdi>
        </Link>
      )}
      {finding.owner !== undefined && (
        <span className="line note">
          {assignment ? say(words.one.givenBy, { by: names.person(assignment.by), date: date(assignment.at) }) : words.one.byProgram}
        </span>
      )}
      {assignment?.note !== undefined && <q className="line long-words">{assignment.note}</q>}
    </Line>
  );
}

function Further({ page: { finding } }: Props) {
  const words = useWords(findingsWords).one;
  const mayRead = useMay("record:read");
  const rule = /^[\w.-]+$/.test(finding.rule) ? `?rule=${finding.rule}` : "";
  return (
    <p className="note no-print">
      <Link className="line" to={`/program/policies/${finding.area}${rule}`}>
        {words.toPolicy}
      </Link>
      <Link className="line" to={`/findings?rule=${encodeURIComponent(finding.rule)}`}>
        {words.sameRule}
      </Link>
      {finding.component !== undefined && (
        <Link className="line" to={`/findings?component=${finding.component}`}>
          {words.sameComponent}
        </Link>
      )}
      {mayRead && (
        <Link className="line" to={`/record?subject=${encodeURIComponent(finding.id)}`}>
          {words.onRecord}
        </Link>
      )}
    </p>
  );
}
