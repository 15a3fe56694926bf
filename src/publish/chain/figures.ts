// Figures in the chain: an objective's key results with their live values.
import { findMeasure, type MeasureValue } from "#measures";
import type { KeyResult } from "#program";
import type { ScanResult } from "#scan";
import type { ChainBuilder } from "./build.ts";

export function addFigures(result: ScanResult, builder: ChainBuilder): void {
  for (const objective of result.program.strategy?.objectives ?? [])
    for (const keyResult of objective.keyResults) addKeyResult(keyResult, `objective:${objective.id}`, result, builder);
}

function addKeyResult(keyResult: KeyResult, objective: string, result: ScanResult, builder: ChainBuilder): void {
  const measure = findMeasure(keyResult.measure);
  for (const { subject, value } of valuesFor(keyResult, result)) {
    const id = `figure:${measure?.alias ?? keyResult.measure}@${subject}`;
    const target = [keyResult.target, keyResult.due].filter((part) => part !== undefined).join(", ");
    const label = measure ? measure.title : { en: keyResult.measure };
    builder.node({
      id,
      kind: "figure",
      label: Object.fromEntries(Object.entries(label).map(([language, text]) => [language, `${text} · ${subject} · → ${target}`])),
      ...(value === undefined
        ? {}
        : { state: value.value === null ? (value.reason ?? "no-source") : String(Math.round(value.value * 1000) / 1000) }),
      place: { file: keyResult.position.file, line: keyResult.position.line },
    });
    builder.link(objective, id);
  }
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
