// One screen for those who lead, and one sheet of paper: three messages, one decision.
import { todayWords } from "@allmend/look/words/portal/today";
import { useState } from "react";
import { Link } from "react-router";
import type { components } from "../../api/schema.generated.ts";
import { Answer } from "../../parts/answer.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useWords } from "../../parts/use-words.ts";
import { Decision } from "./decision.tsx";
import { DoingRow } from "./doing-row.tsx";

type Page = components["schemas"]["TodayPage"];

interface Props {
  readonly page: Page;
  readonly executive: NonNullable<Page["executive"]>;
  readonly greeting: string;
}

export function Executive({ page, executive, greeting }: Props) {
  const words = useWords(todayWords);
  const { messages, ask, period } = executive;
  const [answered, setAnswered] = useState<string>();
  // What was answered is shown no more, before the page was read anew as after.
  const open = executive.case && stepOf(executive.case) === answered ? undefined : executive.case;
  return (
    <div className="executive">
      <Answer answer={page.answer} why={`${period} · ${greeting}`}>
        <Link to="/reports?kind=executive">{words.ask.report}</Link>
      </Answer>
      <ol className="executive-messages" aria-label={words.titles.messages}>
        {messages.map(({ rule, state, title, text }) => (
          <li key={rule}>
            <StateMark state={state} />
            <span>
              <strong>{title}</strong> <span className="soft">{text}</span>
            </span>
          </li>
        ))}
      </ol>
      <section className="executive-ask" aria-labelledby="today-ask">
        <h2 id="today-ask">{words.titles.decision}</h2>
        <p role="status">{answered !== undefined && words.ask.done}</p>
        {open ? (
          <Decision key={stepOf(open)} of={open} done={() => setAnswered(stepOf(open))} />
        ) : ask ? (
          <>
            <p className="executive-question">{ask.title}</p>
            <p className="soft">{ask.text}</p>
          </>
        ) : (
          <p className="soft">{words.ask.nothing}</p>
        )}
      </section>
      <DoingRow of={page.doing} />
    </div>
  );
}

/** A case that comes back after a question is asked anew: its version has grown. */
function stepOf({ id, version }: NonNullable<Props["executive"]["case"]>): string {
  return `${id} ${version}`;
}
