// The front door: one text, and everything that answers to it, from what is stored. Each part is a look-up by index or in memory.
import { type Language, localText } from "#look";
import type { Program } from "#program";
import { type Asked, type Hit, portalPages } from "#publish";
import type { Caller } from "../../access/caller.ts";
import { visibleProgram } from "../../access/visible-program.ts";
import type { Deps } from "../../deps.ts";
import { judgedProgram } from "../../judging/judged-program.ts";
import { casesFor, licensesFor, peopleFor, registersFor, repositoriesFor, vulnerabilitiesFor } from "./beside.ts";
import { componentHit, componentsFor } from "./components.ts";
import { type AnswerForUse, answerFor } from "./use.ts";
import { type Way, waysOn } from "./ways.ts";

export interface QuestionAnswered {
  readonly asked: string;
  readonly intent?: Asked["intent"];
  readonly answer?: AnswerForUse;
  readonly hits: readonly Hit[];
  /** Requests that somebody may open about it. */
  readonly ways: readonly Way[];
  readonly products: readonly { readonly id: string; readonly name: string }[];
}

interface Question {
  readonly q: string;
  /** For which product, where the text names none. */
  readonly product?: string | undefined;
  readonly lang: Language;
}

export interface Looking {
  readonly deps: Deps;
  readonly caller: Caller;
  readonly program: Program;
  readonly asked: Asked;
  readonly lang: Language;
  readonly product?: string;
}

export async function answerQuestion(deps: Deps, caller: Caller, { q, product, lang }: Question): Promise<QuestionAnswered> {
  const program = visibleProgram(await judgedProgram(deps), caller);
  const { readAsked, inProgram } = await portalPages();
  const asked = readAsked(q, program.organization);
  const chosen = asked.product ?? program.organization.products.find(({ id }) => id === product)?.id;
  const looking: Looking = { deps, caller, program, asked, lang, ...(chosen === undefined ? {} : { product: chosen }) };
  const components = await componentsFor(looking);
  const [answer, ...others] = await Promise.all([
    answerFor(looking, components),
    casesFor(looking),
    peopleFor(looking),
    repositoriesFor(looking),
    vulnerabilitiesFor(looking),
  ]);
  const words = asked.words.length > 0 ? asked.words : asked.product === undefined ? [] : [asked.product];
  const hits = [
    ...components.items.map((item) => componentHit(item, lang)),
    ...inProgram(words, program, lang),
    ...others.flat(),
    ...licensesFor(looking),
    ...(await registersFor(looking)),
  ];
  return {
    asked: asked.text,
    ...(asked.intent === undefined ? {} : { intent: asked.intent }),
    ...(answer ? { answer } : {}),
    hits,
    ways: waysOn(looking, answer),
    products: program.organization.products.map(({ id, name }) => ({ id, name: localText(name, lang) ?? id })),
  };
}
