// What a finding rests on: the remedy first, then what the rule read and where that stands.
import { findingsWords } from "@allmend/look/words/portal/findings";
import type { ReactNode } from "react";
import { CopyText } from "../../parts/copy-text.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { FindingPageData } from "./finding.tsx";
import { SHORT_LABEL } from "./states.ts";

interface Props {
  readonly page: FindingPageData;
}

export function FindingReasons({ page }: Props) {
  const words = useWords(findingsWords).one;
  const { because, policy, license, unknown } = page.words;
  const { label } = page.finding;
  return (
    <div>
      {label.length > SHORT_LABEL && (
        <p className="long-words">
          <bdi>{label}</bdi>
        </p>
      )}
      <Todo page={page} />
      <Part title={words.because}>
        <p>
          {because[0]?.toUpperCase()}
          {because.slice(1)}
          {policy.decides !== undefined && `; ${policy.decides}`}.
        </p>
        {policy.statement.length > 600 && <p className="long-words">{policy.statement}</p>}
      </Part>
      {unknown.length > 0 && (
        <Part title={words.unknownFacts}>
          <Pairs of={unknown.map(({ fact, reason }) => [<code key={fact}>{fact}</code>, reason])} />
        </Part>
      )}
      {license.length > 0 && (
        <Part title={words.license}>
          {license.map((line) => (
            <p key={line} className="long-words">
              <bdi>{line}</bdi>
            </p>
          ))}
        </Part>
      )}
      <Facts page={page} />
      <Places page={page} />
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Todo({ page: { words: told } }: Props) {
  const words = useWords(findingsWords).one;
  const { say } = useSpeech();
  return (
    <Part title={words.todo}>
      <p className="long-words">{told.remedy ?? words.noRemedy}</p>
      {told.lane !== undefined && <p>{told.lane}</p>}
      {told.fix && (
        <>
          <p>{say(words.fix, { file: told.fix.file })}</p>
          <CopyText text={told.fix.command} label={words.todo} />
        </>
      )}
    </Part>
  );
}

function Facts({ page: { words: told } }: Props) {
  const words = useWords(findingsWords).one;
  if (told.facts.length === 0) return null;
  return (
    <Part title={words.facts}>
      <Pairs
        of={told.facts.map(({ name, means, value, from }) => [
          <code key={name} title={means}>
            {name}
          </code>,
          <>
            <bdi>{value ?? words.notKnown}</bdi>
            {from !== undefined && <span className="note line">{from}</span>}
          </>,
        ])}
      />
    </Part>
  );
}

function Places({ page: { words: told } }: Props) {
  const words = useWords(findingsWords).one;
  const { say } = useSpeech();
  return (
    <Part title={words.places}>
      {told.places.length === 0 && <p>{say(words.noPlace, { kind: told.subjectKind })}</p>}
      <ul className="quiet-list">
        {told.places.map(({ place, note }, index) => (
          <li key={index}>
            <code>{place}</code>
            {note !== undefined && <span className="note line">{note}</span>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Pairs({ of }: { readonly of: readonly (readonly [ReactNode, ReactNode])[] }) {
  return (
    <dl className="finding-facts">
      {of.map(([name, value], index) => (
        <div key={index} style={{ display: "contents" }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
