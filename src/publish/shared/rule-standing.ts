// How a rule stands today, in words with their shape: what is open because of it, else how many subjects are fine, else why nothing is said.
import { fill, formatNumber, type Language, type State, wordFor, wordsOf } from "#look";
import type { RuleTally } from "#policy";
import { openStates, type StateCounts } from "./states.ts";

export interface StandingLine {
  readonly state: State;
  readonly text: string;
}

export function ruleStanding(tally: RuleTally | undefined, open: StateCounts | undefined, language: Language): readonly StandingLine[] {
  const words = wordsOf(language);
  if (open)
    return openStates
      .filter((state) => open[state] > 0)
      .map((state) => ({ state, text: fill(words.counted[state], { count: open[state] }, language) }));
  if (!tally || (tally.subjects === 0 && Object.keys(tally.reasons).length === 0)) return [{ state: "none", text: words.outcome.none }];
  const answered = tally.matched + tally.notMatched;
  if (answered > 0) return [{ state: "allow", text: `${formatNumber(answered, language)} ${words.outcome.allow}` }];
  const reasons = Object.keys(tally.reasons).map((reason) => wordFor(words.reason, reason));
  return [{ state: "unknown", text: [words.outcome.unknown, ...reasons].join(": ") }];
}
