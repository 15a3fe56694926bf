// Lines to compare a figure with: those that the organisation set, else those of the registry.
import { type Language, localText, reportWords, type ShareLine, wordFor } from "#look";
import { findMeasure } from "#measures";
import type { ScanResult } from "#scan";

export function referenceLines({ program }: Pick<ScanResult, "program">, measure: string, language: Language): readonly ShareLine[] {
  const own = program.organization.referenceLines;
  if (own && Object.hasOwn(own, measure))
    return (own[measure] ?? []).map(({ label, value }) => ({ at: value, label: localText(label, language) ?? "" }));
  const { references } = reportWords(language);
  return (findMeasure(measure)?.references ?? []).map(({ label, value }) => ({
    at: value,
    label: wordFor(references, label.replace(/ \(.*$/, "")),
  }));
}
