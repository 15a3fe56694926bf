// What the policy says of it, rule by rule, each with its way to why it is there.
import { requestWords } from "@allmend/look/words/portal/request";
import { useSpeech, useWords } from "../../../parts/use-words.ts";
import { WhyLink } from "../../../parts/why-link.tsx";
import type { View } from "../case-text.ts";
import { useLocal } from "../kinds.ts";

/** Nothing where no policy is asked: what an executive decides, a question. */
export function CaseRules({ view: { rules, case: state } }: { readonly view: View }) {
  const words = useWords(requestWords);
  const local = useLocal();
  const { say } = useSpeech();
  if (rules.length === 0 && state.judged?.outcome === undefined) return null;
  return (
    <section>
      <h2>{words.rules}</h2>
      {rules.length === 0 && <p className="soft">{words.noRules}</p>}
      <ul className="quiet-list">
        {rules.map(({ rule, sentence, remedy }) => (
          <li key={rule}>
            <WhyLink id={`rule:${rule}`}>{local(sentence) || rule}</WhyLink>
            {remedy && <span className="note line">{say(words.remedy, { text: local(remedy) })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
