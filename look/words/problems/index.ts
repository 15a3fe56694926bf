// Problems in the language of a report. Those that were written as phrases are said in full; of the others the code says what they mean, and what the
// place that found them says stands behind it, as it is.
import type { Language } from "../speech.ts";
import { meaningsDe } from "./codes.ts";
import { documentsDe } from "./documents.ts";
import { expectedDe } from "./expected.ts";
import { factsDe } from "./facts.ts";
import { programDe } from "./program.ts";
import { rulesDe } from "./rules.ts";

/** A sentence with its places apart, as the kit of the product makes them. */
export interface PhraseText {
  readonly text: string;
  readonly values: readonly (string | number | PhraseText)[];
  readonly joined?: true | undefined;
}

interface ProblemText {
  readonly message: string;
  readonly expected?: string | undefined;
  readonly hint?: string | undefined;
}

export interface SpokenProblem extends ProblemText {
  readonly code: string;
  readonly phrases?: { readonly [part in keyof ProblemText]?: PhraseText | undefined } | undefined;
}

/** Every German phrase, by the English one. */
export const phrasesDe: Readonly<Record<string, string>> = { ...documentsDe, ...programDe, ...rulesDe, ...factsDe, ...expectedDe };
export { meaningsDe };

/** The words of a problem in this language; English ones where another has none. */
export function problemIn<P extends SpokenProblem>(problem: P, language: Language): P {
  if (language === "en") return problem;
  const { code, message, phrases = {} } = problem;
  const meaning = Object.hasOwn(meaningsDe, code) ? meaningsDe[code] : undefined;
  const said = phrases.message ? asSentence(inGerman(phrases.message)) : meaning && `${meaning} (${message.replace(/\.$/, "")})`;
  const { expected, hint } = phrases;
  return {
    ...problem,
    message: said ?? message,
    ...(expected ? { expected: inGerman(expected) } : {}),
    ...(hint ? { hint: inGerman(hint) } : {}),
  };
}

function inGerman({ text, values, joined }: PhraseText): string {
  const german = Object.hasOwn(phrasesDe, text) ? (phrasesDe[text] as string) : text;
  const words = values.map((value) => (typeof value === "object" ? inGerman(value) : String(value)));
  return joined ? words.join(german) : german.replace(/\{(\d)\}/g, (place, index: string) => words[Number(index)] ?? place);
}

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!…]$/.test(text) ? "" : "."}`;
}
