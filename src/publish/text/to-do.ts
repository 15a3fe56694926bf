// What to do first, as numbered paragraphs: what stands against which sentence of ours, what is meant, and the remedy.
import { fill, type Language, wordsOf } from "#look";
import type { Rule } from "#program";
import type { ScanResult, ToDo } from "#scan";
import { remedyOf, ruleSentence } from "../shared/rules.ts";
import { openStateOf } from "../shared/states.ts";
import { SHAPES } from "./areas.ts";
import { name, wrap } from "./layout.ts";

export function toDo(result: ScanResult, rules: ReadonlyMap<string, Rule>, language: Language): string[] {
  const words = wordsOf(language).report;
  const things = result.summary.toDo;
  if (things.length === 0) return result.repositories.length === 0 ? [] : [words.nothingToDo];
  const lines = things.flatMap((thing, index) => paragraph(thing, index + 1, rules.get(thing.rule), language));
  return [fill(words.toDo, { count: things.length }, language), ...lines];
}

function paragraph(thing: ToDo, number: number, rule: Rule | undefined, language: Language): string[] {
  const words = wordsOf(language);
  const state = openStateOf(thing);
  const more = thing.count - thing.examples.length;
  const examples = thing.examples.map((example) => name(example)).join(", ");
  const rest = fill(words.report.moreExamples, { count: more }, language);
  const remedy = remedyOf(rule, language);
  const indent = " ".repeat(8);
  return [
    ...wrap(
      `${words.outcome[state]}: ${more > 0 ? `${examples} ${rest}` : examples}`,
      `  ${String(number).padStart(2)}. ${SHAPES[state]} `,
      indent,
    ),
    ...wrap(fill(words.report.ourRule, { sentence: ruleSentence(rule, thing.rule, language) }, language), indent, indent),
    ...(remedy ? wrap(name(remedy, 400), `${indent}→ `, `${indent}  `) : []),
  ];
}
