// What was measured: the question, the answer for the whole with what it is a share of, the range over products, and what it must not be read as.
import { escapeHtml, fill, formatNumber, type Language, localText, wordsOf } from "#look";
import type { ScanResult } from "#scan";
import { findMeasure, type MeasureDefinition, type MeasureValue } from "#measures";
import { referenceLines } from "../../shared/references.ts";
import { figureText, numberText, rangeOf } from "../../shared/figures.ts";
import type { Section } from "./section.ts";

export const figures: Section = {
  id: "figures",
  title: (_result, language) => wordsOf(language).figures.title,
  render(result, language) {
    const words = wordsOf(language).figures;
    const rows = [...byMeasure(result.measures)].flatMap(([id, values]) => row(findMeasure(id), values, result, language));
    return rows.length === 0 ? "" : `<h2>${escapeHtml(words.title)}</h2><p>${escapeHtml(words.lead)}</p>${rows.join("")}`;
  },
};

function byMeasure(values: readonly MeasureValue[]): ReadonlyMap<string, readonly MeasureValue[]> {
  const groups = new Map<string, MeasureValue[]>();
  for (const value of values) groups.set(value.measure, [...(groups.get(value.measure) ?? []), value]);
  return groups;
}

function row(measure: MeasureDefinition | undefined, values: readonly MeasureValue[], result: ScanResult, language: Language): string[] {
  const whole = values.find(({ subject }) => subject === "organization");
  if (!measure || !whole) return [];
  const words = wordsOf(language).figures;
  const of =
    whole.of === undefined || whole.value === null
      ? ""
      : ` ${fill(measure.unit === "share" ? words.of : words.sample, { count: whole.of }, language)}`;
  const range = rangeOf(values.filter(({ subject }) => subject.startsWith("product:")));
  const products = range
    ? fill(
        words.perProduct,
        { low: numberText(range.low, measure, language), high: numberText(range.high, measure, language), count: range.count },
        language,
      )
    : "";
  const references = referenceLines(result, measure.id, language).map(({ label, at }) => `${label}: ${numberText(at, measure, language)}`);
  const beside = [products, ...references, detailText(whole, measure, language)].filter((part) => part !== "");
  return [
    `<details class="policy"><summary><b>${escapeHtml(localText(measure.question, language) ?? measure.id)}</b> <span class="figure-value">${escapeHtml(figureText(whole, measure, language))}</span><span class="note">${escapeHtml(of)}</span></summary><div><ul class="plain">${beside.map((part) => `<li>${escapeHtml(part)}</li>`).join("")}${definition(measure, language)}</ul></div></details>`,
  ];
}

/** What stands beside a value, in the reader's words; names without a word stay as they are. */
function detailText(value: MeasureValue, measure: MeasureDefinition, language: Language): string {
  const { figures, outcome } = wordsOf(language);
  const names: Readonly<Record<string, string>> = { ...outcome, ...figures.detail };
  const parts = Object.entries(value.detail ?? {}).map(([name, part]) => {
    const text =
      typeof part !== "number" ? (part ?? "–") : name === "reference" ? numberText(part, measure, language) : formatNumber(part, language);
    return `${Object.hasOwn(names, name) ? names[name] : name} ${text}`;
  });
  return parts.join(" · ");
}

/** The registry defines measures in English; other languages read the reference page. */
function definition(measure: MeasureDefinition, language: Language): string {
  const name = `<code>${escapeHtml(measure.alias ?? measure.id)}</code>`;
  if (language !== "en") return `<li class="soft">${name} · docs/reference/measures.md</li>`;
  const caveat = escapeHtml(fill(wordsOf(language).figures.caveat, { text: measure.caveat }, language));
  return `<li>${escapeHtml(measure.definition)} <span class="soft">${escapeHtml(measure.source)} · ${name}</span></li><li>${caveat}</li>`;
}
