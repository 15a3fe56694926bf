// How it was evaluated: each criterion with its score as strokes and in words, and by what that is shown; and what else there is.
import { catalogueWords } from "@allmend/look/words/portal/catalogue";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import type { Entry } from "./use-catalogue.ts";

const BEST = 5;

export function Evaluation({ entry, today }: { readonly entry: Entry; readonly today: string }) {
  const words = useWords(catalogueWords).entry;
  const { say, date } = useSpeech();
  const { evaluated, by, review, criteria } = entry;
  const when = [
    evaluated &&
      (by === undefined ? say(words.evaluatedOn, { date: date(evaluated) }) : say(words.evaluatedBy, { who: by, date: date(evaluated) })),
    review && say(review < today ? words.reviewPast : words.review, { date: date(review) }),
  ].filter(Boolean);
  return (
    <>
      <h2>{words.evaluation}</h2>
      <p className="soft">{criteria.length === 0 && when.length === 0 ? words.noEvaluation : when.join(" · ")}</p>
      <ul className="criteria">
        {criteria.map(({ id, score, evidence }) => (
          <li key={id}>
            <strong>
              <bdi>{id}</bdi>
            </strong>
            <Score score={score} />
            <span className="soft">{evidence ?? words.noEvidence}</span>
          </li>
        ))}
      </ul>
      <Alternatives of={entry.alternatives} />
    </>
  );
}

function Score({ score }: { readonly score: number }) {
  const words = useWords(catalogueWords).entry;
  const { say } = useSpeech();
  return (
    <span className="score">
      <svg viewBox="0 0 50 10" width="60" height="12" aria-hidden="true">
        {Array.from({ length: BEST }, (_, at) => (
          <rect key={at} className={at < score ? "full" : "left"} x={at * 10 + 0.5} y="0.5" width="8" height="9" rx="1.5" />
        ))}
      </svg>
      {say(words.score, { score })}
    </span>
  );
}

function Alternatives({ of }: { readonly of: Entry["alternatives"] }) {
  const words = useWords(catalogueWords).entry;
  const { say, number } = useSpeech();
  return (
    <>
      <h2>{words.alternatives}</h2>
      {of.length === 0 && <p className="soft">{words.noAlternatives}</p>}
      <ul className="alternatives">
        {of.map(({ name, kind, cost, because }) => (
          <li key={`${kind} ${name}`}>
            <span className="note">{words.kind[kind]}</span>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            <span>
              {cost ? (
                say(words.cost, { amount: number(cost.amount), currency: cost.currency })
              ) : (
                <span className="note">{words.noCost}</span>
              )}
            </span>
            {because !== undefined && <span className="soft">{because}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
