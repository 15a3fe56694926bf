// What somebody's roles add to their start page, the most urgent first: each a sentence, a few lines and a way in.
import { todayWords } from "@allmend/look/words/portal/today";
import { Link } from "react-router";
import type { components } from "../../api/schema.generated.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { useWords } from "../../parts/use-words.ts";
import { Lines } from "./lines.tsx";

export function Blocks({ of }: { readonly of: components["schemas"]["TodayPage"]["blocks"] }) {
  const words = useWords(todayWords);
  return of.map(({ id, state, sentence, lines, address }) => (
    <section key={id} aria-labelledby={`today-${id}`} className="today-block">
      <h2 id={`today-${id}`}>{words.titles[id]}</h2>
      {sentence !== "" && (
        <p>
          <StateMark state={state} />
          {sentence}
        </p>
      )}
      {lines.length > 0 && <Lines of={lines} />}
      <Link className="today-way no-print" to={address}>
        {words.open[id]}
      </Link>
    </section>
  ));
}
