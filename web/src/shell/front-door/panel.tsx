// What the front door says: the answer in a sentence, what it rests on, and everything else that is called so.
import { frontDoorWords } from "@allmend/look/words/portal/front-door";
import type { KeyboardEvent } from "react";
import { FailureNotice } from "../../parts/failure-notice.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { WhyLink } from "../../parts/why-link.tsx";
import type { Choice, Group } from "./choices.ts";
import type { Answered, useQuestion } from "./use-question.ts";

interface Props {
  readonly id: string;
  readonly question: ReturnType<typeof useQuestion>;
  readonly groups: readonly Group[];
  readonly active: string | undefined;
  readonly product: string;
  chooseProduct(product: string): void;
  go(address: string): void;
  close(): void;
}

export function FrontDoorPanel({ id, question, groups, active, product, chooseProduct, go, close }: Props) {
  const words = useWords(frontDoorWords);
  const { say } = useSpeech();
  const { data, error } = question;
  const count = groups.reduce((sum, { choices }) => sum + choices.length, 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
  };
  return (
    <div className="front-door-panel" onKeyDown={onKeyDown} aria-busy={!question.settled}>
      {error && !data ? <FailureNotice error={error} retry={() => void question.refetch()} /> : null}
      {data?.answer && <AnswerInPlace answer={data.answer} />}
      {data && data.products.length > 1 && (
        <label className="front-door-product">
          {words.product}{" "}
          <select value={data.answer?.product ?? product} onChange={(event) => chooseProduct(event.target.value)}>
            <option value="">{words.anyProduct}</option>
            {data.products.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <p className="only-read" role="status">
        {question.settled ? say(words.results, { count }) : words.asking}
      </p>
      {question.settled && data && !data.answer && data.hits.length === 0 && <p className="front-door-nothing soft">{words.nothing}</p>}
      {!data && !error && <p className="front-door-nothing soft">{words.asking}</p>}
      <div id={`${id}-list`} role="listbox" aria-label={words.label}>
        {groups.map((group) => (
          <div key={group.kind} role="group" aria-labelledby={`${id}-${group.kind}`}>
            <div id={`${id}-${group.kind}`} className="front-door-kind" role="presentation">
              {words.kinds[group.kind]}
            </div>
            {group.choices.map((choice) => (
              <Option key={choice.id} id={`${id}-${choice.id}`} choice={choice} active={choice.id === active} go={go} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function AnswerInPlace({ answer }: { readonly answer: NonNullable<Answered["answer"]> }) {
  return (
    <div className={`front-door-answer s-edge-${answer.state}`} aria-live="polite">
      <p className="front-door-sentence">
        <StateMark state={answer.state} />
        <bdi>{answer.sentence}</bdi>
      </p>
      <p>
        <bdi>{answer.facts.join(" ")}</bdi>
      </p>
      {answer.because.map(({ id, text, remedy }) => (
        <p key={id} className="note">
          <WhyLink id={`rule:${id}`}>{text}</WhyLink> {remedy}
        </p>
      ))}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: Choice;
  readonly active: boolean;
  go(address: string): void;
}

function Option({ id, choice, active, go }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={active ? "front-door-option active" : "front-door-option"}
      ref={(element) => {
        if (active) element?.scrollIntoView({ block: "nearest" });
      }}
      // The box keeps the focus; only a click on it goes there.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => go(choice.address)}
    >
      {choice.state && <StateMark state={choice.state} />}
      <bdi className="front-door-label">{choice.label}</bdi>
      {choice.detail !== undefined && <span className="note">{choice.detail}</span>}
    </div>
  );
}
