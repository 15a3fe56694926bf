// A sentence that the data give: a rule with its condition, its weight and its words. Nothing is said that no rule says.
import { fill, type Language, type State } from "#look";
import type { View } from "./view.ts";

export interface Statement {
  /** 0 to 100: what comes first. */
  readonly priority: number;
  readonly state: State;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface StatementRule {
  readonly id: string;
  /** In words: when it speaks, and how much it weighs. */
  readonly condition: string;
  readonly words: Readonly<Record<Language, { readonly title: string; readonly text: string }>>;
  /** Undefined where it has nothing to say. */
  speak(view: View): Statement | undefined;
}

export interface Spoken {
  readonly rule: string;
  readonly priority: number;
  readonly state: State;
  readonly title: string;
  readonly text: string;
}

/** What the rules say of a view, the heaviest first; among equals in the order of the registry. */
export function speak(rules: readonly StatementRule[], view: View): Spoken[] {
  const spoken = rules.flatMap((rule): Spoken[] => {
    const said = rule.speak(view);
    if (!said) return [];
    const { title, text } = rule.words[view.language];
    const put = (words: string) => fill(words, said.values, view.language).trim();
    return [{ rule: rule.id, priority: said.priority, state: said.state, title: put(title), text: put(text) }];
  });
  return spoken.sort((a, b) => b.priority - a.priority);
}
