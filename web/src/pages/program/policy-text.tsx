// The text of a policy: what stands before a rule is its sentence, and the rule's state stands beside it.
import { programWords } from "@allmend/look/words/portal/program";
import { useSearchParams } from "react-router";
import type { components } from "../../api/schema.generated.ts";
import { Prose } from "../../parts/prose.tsx";
import { StandingLines } from "../../parts/standing-lines.tsx";
import { useSpeech, useWords } from "../../parts/use-words.ts";
import { RuleBody } from "./rule-body.tsx";

type Policy = components["schemas"]["PolicyPage"];
type Rule = components["schemas"]["RuleView"];
type Part = Policy["parts"][number];

export function PolicyText({ policy }: { readonly policy: Policy }) {
  const words = useWords(programWords).policies;
  return (
    <div className="policy-text">
      {sentences(withoutTitle(policy.parts)).map(({ markdown, rules }, index) => (
        <Sentence key={rules[0]?.id ?? index} markdown={markdown} rules={rules} area={policy.area} />
      ))}
      {policy.off.length > 0 && (
        <>
          <h2>{words.off}</h2>
          <ul>
            {policy.off.map(({ rule, because }) => (
              <li key={rule}>
                <code>{rule}</code>: {because}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Its title stands above already, as the answer. */
function withoutTitle([first, ...rest]: readonly Part[]): readonly Part[] {
  if (first?.is !== "prose") return first ? [first, ...rest] : rest;
  return [{ ...first, markdown: first.markdown.replace(/^# [^\n]*\n?/, "") }, ...rest];
}

interface SentenceOf {
  readonly markdown: string;
  readonly rules: readonly Rule[];
}

/** Prose with the rules that follow it. */
function sentences(parts: readonly Part[]): readonly SentenceOf[] {
  const found: { markdown: string; rules: Rule[] }[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (part.is === "prose") found.push({ markdown: part.markdown, rules: [] });
    else if (last) last.rules.push(part.rule);
    else found.push({ markdown: "", rules: [part.rule] });
  }
  return found;
}

function Sentence({ markdown, rules, area }: SentenceOf & { readonly area: string }) {
  return (
    <div className="sentence">
      <Prose markdown={markdown} />
      <div className="rule-beside">
        {rules.map((rule) => (
          <RuleState key={rule.id} rule={rule} />
        ))}
      </div>
      <OpenRules rules={rules} area={area} />
    </div>
  );
}

/** Which rules are unfolded stands in the address. */
function useUnfolded() {
  const [search, setSearch] = useSearchParams();
  const open = new Set(search.getAll("rule"));
  const toggle = (id: string) =>
    setSearch(
      (before) => {
        const others = before.getAll("rule").filter((one) => one !== id);
        before.delete("rule");
        for (const one of open.has(id) ? others : [...others, id]) before.append("rule", one);
        return before;
      },
      { replace: true, preventScrollReset: true },
    );
  return { open, toggle };
}

function RuleState({ rule: { id, standing, shadow } }: { readonly rule: Rule }) {
  const words = useWords(programWords).policies;
  const { say } = useSpeech();
  const { open, toggle } = useUnfolded();
  return (
    <button type="button" className="rule-toggle" aria-expanded={open.has(id)} title={say(words.ofRule, { id })} onClick={() => toggle(id)}>
      <StandingLines of={standing} />
      <span className="note">
        {words.theRule}
        {shadow && ` (${words.shadow})`}
      </span>
    </button>
  );
}

function OpenRules({ rules, area }: { readonly rules: readonly Rule[]; readonly area: string }) {
  const { open } = useUnfolded();
  return rules.filter(({ id }) => open.has(id)).map((rule) => <RuleBody key={rule.id} rule={rule} area={area} />);
}
