// One objective: whether it is on track, by which figures, and what is done for it.
import { programWords } from "@allmend/look/words/portal/program";
import { useNames } from "../../api/names.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { WhyLink } from "../../parts/why-link.tsx";
import type { StrategyPageData } from "./use-strategy.ts";

type Objective = StrategyPageData["objectives"][number];

const MARKS = { met: "allow", "on-track": "allow", behind: "review", unknown: "unknown" } as const;

export function ObjectiveCard({ objective }: { readonly objective: Objective }) {
  const words = useWords(programWords).strategy;
  const names = useNames();
  return (
    <article className="objective">
      <p className={`state-line s-${MARKS[objective.state]}`}>
        <StateMark state={MARKS[objective.state]} />
        {words.progress[objective.state]}
      </p>
      <h3>
        <WhyLink id={objective.id}>{objective.statement}</WhyLink>
      </h3>
      {objective.keyResults.length === 0 ? (
        <p className="note">{words.noKeyResult}</p>
      ) : (
        objective.keyResults.map((one) => <KeyResult key={`${one.measure} ${one.of}`} of={one} />)
      )}
      <h4>{words.done}</h4>
      {objective.activities.length === 0 ? (
        <p className="note">{words.noActivity}</p>
      ) : (
        <ul className="quiet-list">
          {objective.activities.map(({ id, title, owner }) => (
            <li key={id}>
              <WhyLink id={id}>{title}</WhyLink> <span className="note">{owner && names.owner(owner)}</span>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function KeyResult({ of: keyResult }: { readonly of: Objective["keyResults"][number] }) {
  const words = useWords(programWords).strategy;
  const { say } = useSpeech();
  const names = useNames();
  const { measure, of, now, target, baseline, due, state, reason, id } = keyResult;
  return (
    <div className="key-result">
      <p>
        <StateMark state={MARKS[state]} label={words.progress[state]} />
        <WhyLink id={id}>
          {measure}
          {of !== undefined && ` · ${names.product(of)}`}
        </WhyLink>
      </p>
      <dl>
        <Figure name={words.now} value={now} strong />
        <Figure name={words.target} value={target} />
        {baseline !== undefined && <Figure name={words.baseline} value={baseline} />}
        {due !== undefined && <Figure name={words.due} value={due} />}
      </dl>
      {reason !== undefined && <p className="note">{say("{progress}: {reason}", { progress: words.progress[state], reason })}</p>}
    </div>
  );
}

function Figure({ name, value, strong = false }: { readonly name: string; readonly value: string; readonly strong?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={strong ? "strong" : undefined}>{value}</dd>
    </div>
  );
}
