import { type Language, type State, wordsOf } from "#look";
import type { StandingLine } from "../shared/rule-standing.ts";

/** A state alone, with its usual word. */
export function wordsOfState(state: State, language: Language): StandingLine {
  return { state, text: wordsOf(language).outcome[state] };
}
