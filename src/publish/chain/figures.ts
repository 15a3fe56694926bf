// Figures in the chain: an objective's key results with their live values.
import { findMeasure, type MeasureDefinition, type MeasureValue } from "#measures";
import { formatDate, type Language } from "#look";
import { type KeyResult, languages } from "#program";
import type { ScanResult } from "#scan";
import { figureText, quantityText } from "../shared/figures.ts";
import type { ChainBuilder } from "./build.ts";
import type { ChainNode } from "./types.ts";

export function addFigures(result: ScanResult, builder: ChainBuilder): void {
  for (const objective of result.program.strategy?.objectives ?? [])
    for (const keyResult of objective.keyResults) addKeyResult(keyResult, `objective:${objective.id}`, result, builder);
}

function addKeyResult(keyResult: KeyResult, objective: string, result: ScanResult, builder: ChainBuilder): void {
  for (const { subject, value } of valuesFor(keyResult, result)) {
    const target = (language: Language) => targetText(keyResult, language);
    const place = { file: keyResult.position.file, line: keyResult.position.line };
    builder.link(objective, addFigure({ measure: keyResult.measure, subject, ...(value ? { value } : {}), target, place }, builder));
  }
}

function targetText({ measure, target, due }: KeyResult, language: Language): string {
  return [quantityText(target, findMeasure(measure), language), ...(due === undefined ? [] : [formatDate(due, language)])].join(", ");
}

export interface Figure {
  /** Id or alias of a measure. */
  readonly measure: string;
  readonly subject: string;
  /** Absent where nothing computes the measure yet. */
  readonly value?: MeasureValue;
  /** As people read it. */
  readonly target?: (language: Language) => string;
  readonly place?: { readonly file: string; readonly line: number };
}

/** Adds it and says its id; one that is there stays as it is. */
export function addFigure({ measure: name, subject, value, target, place }: Figure, builder: ChainBuilder): string {
  const measure = findMeasure(name);
  const id = `figure:${measure?.alias ?? name}@${subject}`;
  const title = measure ? measure.title : { en: name };
  const more = (language: Language) => [subject, ...(target === undefined ? [] : [`→ ${target(language)}`])].join(" · ");
  builder.node({
    id,
    kind: "figure",
    label: Object.fromEntries(Object.entries(title).map(([language, text]) => [language, `${text} · ${more(language as Language)}`])),
    ...(value === undefined ? {} : toldBy(value, measure)),
    ...(place === undefined ? {} : { place }),
  });
  return id;
}

function toldBy(value: MeasureValue, measure: MeasureDefinition | undefined): Pick<ChainNode, "state" | "told"> {
  if (value.value === null) return { state: value.reason ?? "no-source" };
  const state = String(Math.round(value.value * 1000) / 1000);
  return measure
    ? { state, told: Object.fromEntries(languages.map((language) => [language, figureText(value, measure, language)])) }
    : { state };
}

interface Live {
  readonly subject: string;
  /** Absent where nothing computes the measure yet. */
  readonly value?: MeasureValue;
}

/** The value of the product that is named, of every product for `*`, else of the organisation. */
function valuesFor(keyResult: KeyResult, result: ScanResult): readonly Live[] {
  const id = findMeasure(keyResult.measure)?.id ?? keyResult.measure;
  const values = result.measures.filter(({ measure }) => measure === id);
  const subjects =
    keyResult.of === "*"
      ? values.filter(({ subject }) => subject.startsWith("product:")).map(({ subject }) => subject)
      : [keyResult.of === undefined ? "organization" : `product:${keyResult.of}`];
  return (subjects.length > 0 ? subjects : ["product:*"]).map((subject) => {
    const value = values.find((candidate) => candidate.subject === subject);
    return value ? { subject, value } : { subject };
  });
}
