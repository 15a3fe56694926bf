// How we are doing, in four sentences beside each other: each opens its page.
import { columns } from "@allmend/look";
import { todayWords } from "@allmend/look/words/portal/today";
import { Link } from "react-router";
import type { components } from "../../api/schema.generated.ts";
import { Picture } from "../../parts/picture.tsx";
import { StateMark } from "../../parts/state-mark.tsx";
import { useWords } from "../../parts/use-words.ts";

export function DoingRow({ of }: { readonly of: components["schemas"]["TodayPage"]["doing"] }) {
  const words = useWords(todayWords);
  return (
    <section aria-labelledby="today-doing" className="today-doing">
      <h2 id="today-doing">{words.titles.doing}</h2>
      <ul>
        {of.map(({ id, state, sentence, trend, address }) => (
          <li key={id}>
            <h3>
              <StateMark state={state} />
              <Link to={address}>{words.doing[id]}</Link>
            </h3>
            <p>{sentence}</p>
            {trend && (
              <>
                <Picture svg={columns(trend.values, trend.text)} />
                <span className="note">{trend.label}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
