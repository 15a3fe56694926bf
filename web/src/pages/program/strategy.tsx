// The strategy: how its objectives stand, then its own words.
import { useNames } from "../../api/names.ts";
import "./program.css";
import { programWords } from "@allmend/look/words/portal/program";
import { Link } from "react-router";
import { Answer } from "../../parts/answer.tsx";
import { AsOf } from "../../parts/as-of.tsx";
import { Empty } from "../../parts/empty.tsx";
import { Facts } from "./facts.tsx";
import { Prose } from "../../parts/prose.tsx";
import { Read } from "../../parts/read.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { ObjectiveCard } from "./objective-card.tsx";
import { ProgramPages } from "./program-pages.tsx";
import { type StrategyAnswer, type StrategyPageData, useStrategyRead } from "./use-strategy.ts";

export function StrategyPage() {
  const read = useStrategyRead();
  return (
    <>
      <ProgramPages />
      <Read {...read}>{(answer) => <Strategy answer={answer} />}</Read>
    </>
  );
}

function Strategy({ answer: { strategy, asOf, otherProgram } }: { readonly answer: StrategyAnswer }) {
  const words = useWords(programWords).strategy;
  if (!strategy)
    return (
      <>
        <Answer answer={words.none} />
        <Empty what={words.none} how={words.noneHow} />
      </>
    );
  return (
    <>
      <Head strategy={strategy} />
      <AsOf asOf={asOf} otherProgram={otherProgram} />
      <h2>{words.objectives}</h2>
      <div className="objectives">
        {strategy.objectives.map((objective) => (
          <ObjectiveCard key={objective.id} objective={objective} />
        ))}
      </div>
      <div className="beside-prose">
        <section>
          {!strategy.prose.trimStart().startsWith("# ") && <h2>{words.text}</h2>}
          <Prose markdown={strategy.prose} />
        </section>
        <About strategy={strategy} />
      </div>
    </>
  );
}

function Head({ strategy }: { readonly strategy: StrategyPageData }) {
  const words = useWords(programWords).strategy;
  const { say } = useSpeech();
  const count = (...states: readonly string[]) => strategy.objectives.filter(({ state }) => states.includes(state)).length;
  const [all, good, behind, unknown] = [strategy.objectives.length, count("met", "on-track"), count("behind"), count("unknown")];
  const { title, version, stateText } = strategy;
  return (
    <Answer
      answer={say(unknown === all ? words.answerUnknown : words.answer, { good, all })}
      why={`${say(words.why, { title, version, state: stateText })} ${unknown === all ? "" : say(words.behind, { count: behind, unknown })}`}
    >
      <Link className="button" to="/program/map">
        {words.toMap}
      </Link>{" "}
      <Link className="button" to="/program/history">
        {words.history}
      </Link>{" "}
      <Link className="button" to="/program/documents">
        {words.draft}
      </Link>
    </Answer>
  );
}

function About({ strategy }: { readonly strategy: StrategyPageData }) {
  const words = useWords(programWords).strategy;
  const { say, date } = useSpeech();
  const names = useNames();
  const review =
    strategy.review === undefined ? undefined : say(strategy.reviewOverdue ? words.overdue : words.review, { date: date(strategy.review) });
  const pairs = [
    [words.owner, strategy.owner && names.owner(strategy.owner)],
    [words.sponsor, strategy.sponsor && names.owner(strategy.sponsor)],
    [words.inForce, strategy.inForce === undefined ? undefined : date(strategy.inForce)],
    [words.reviewLabel, review],
  ] as const;
  return (
    <aside>
      <Facts of={pairs} />
      <h3>{words.breaks}</h3>
      {strategy.breaks.length === 0 ? (
        <p className="note">{words.noBreaks}</p>
      ) : (
        <ul className="note">
          {strategy.breaks.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </aside>
  );
}
