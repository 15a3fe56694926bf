// Said against measured, key by key: to the one who has just answered.
import { surveyPageWords } from "@allmend/look/words/portal/survey";
import { Link } from "react-router";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";

type Result = components["schemas"]["SaidAgainstMeasured"];

const MARKS = { same: "allow", better: "allow", worse: "review", unknown: "unknown" } as const;

export function Compared({ of: { answers, keys }, least, again }: { readonly of: Result; readonly least: number; again(): void }) {
  const words = useWords(surveyPageWords);
  const { say } = useSpeech();
  return (
    <div role="status">
      <Answer answer={words.thanks} why={say(words.thanksWhy, { answers, least })}>
        <p>
          <Link to="/delivery">{words.back}</Link> ·{" "}
          <button type="button" className="button" onClick={again}>
            {words.again}
          </button>
        </p>
      </Answer>
      <div className="compared">
        {keys.map(({ key, name, said, measured, compared, state }) => (
          <section key={key}>
            <h2>{name}</h2>
            <dl className="facts">
              <div>
                <dt>{words.said}</dt>
                <dd>{said ?? words.nothingSaid}</dd>
              </div>
              <div>
                <dt>{words.measured}</dt>
                <dd>{measured ? `${measured.value}, ${measured.level}` : words.nothingMeasured}</dd>
              </div>
            </dl>
            <p>
              <StateMark state={MARKS[state]} />
              {compared}
            </p>
          </section>
        ))}
      </div>
    </div>
  );
}
