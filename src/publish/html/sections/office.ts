// The seven responsibilities with their activities, figures, rules and gaps; and what co-creation, compliance and communities brought about.
import { escapeHtml, fill, type Language, localText, officeWords, shorten, type State, stateMark, wordFor, wordsOf } from "#look";
import { findMeasure, levels, type MeasureValue } from "#measures";
import type { PolicyArea } from "#program";
import type { ScanResult } from "#scan";
import { type Responsibility, type ResponsibilityFigure, responsibilitiesOf, type Standing } from "../../office/responsibilities.ts";
import { type Side, type SideFigure, sideFigures } from "../../office/three-sides.ts";
import { figureText } from "../../shared/figures.ts";
import type { Section } from "./section.ts";

const MARKS: Readonly<Record<Standing, State>> = { none: "deny", unmeasured: "unknown", gaps: "warn", runs: "allow" };

export const office: Section = {
  id: "office",
  title: ({ program }, language) => (program.strategy ? officeWords(language).title : ""),
  render(result, language) {
    if (!result.program.strategy) return "";
    const words = officeWords(language);
    const rows = responsibilitiesOf(result).map((one) => responsibility(one, language));
    return `<h2>${escapeHtml(words.title)}</h2><p>${escapeHtml(words.lead)}</p>${rows.join("")}${threeSides(result, language)}`;
  },
};

function responsibility(one: Responsibility, language: Language): string {
  const words = officeWords(language);
  const parts = [
    [words.activities, activities(one, language)],
    [words.figures, figures(one.figures, language)],
    [words.evidence, evidence(one, language)],
    [words.missing, missing(one, language)],
  ] as const;
  const list = parts
    .filter(([, lines]) => lines.length > 0)
    .map(
      ([name, lines]) => `<dt>${escapeHtml(name)}</dt><dd><ul class="plain">${lines.map((line) => `<li>${line}</li>`).join("")}</ul></dd>`,
    );
  return `<details class="policy"><summary>${stateMark(MARKS[one.standing])}<b>${one.id} ${escapeHtml(words.responsibility[one.id])}</b> <span class="note">${escapeHtml(words.standing[one.standing])}</span></summary><div><dl class="explain">${list.join("")}</dl></div></details>`;
}

function activities({ activities: list }: Responsibility, language: Language): string[] {
  const words = officeWords(language);
  if (list.length === 0) return [escapeHtml(words.noActivity)];
  return list.map(({ id, title, owner }) => {
    const who = `<span class="note">${escapeHtml(owner === undefined ? words.unowned : shorten(owner, 60))}</span>`;
    return `<bdi>${escapeHtml(shorten(localText(title, language) ?? id, 120))}</bdi> ${who}`;
  });
}

function figures(list: readonly ResponsibilityFigure[], language: Language): string[] {
  return list.flatMap(({ measure: id, value }) => {
    const measure = findMeasure(id);
    if (!measure || typeof value?.value !== "number") return [];
    const text = measure.unit === "profile" ? profileText(value, language) : figureText(value, measure, language);
    return [`${escapeHtml(localText(measure.title, language) ?? id)} <b class="figure-value">${escapeHtml(text)}</b>`];
  });
}

/** How many stand on each level: a profile is no number. */
function profileText({ detail }: MeasureValue, language: Language): string {
  const { level } = wordsOf(language).delivery;
  return levels.flatMap((name) => (typeof detail?.[name] === "number" ? `${level[name]} ${detail[name]}` : [])).join(" · ");
}

function evidence({ rules, denied, toReview }: Responsibility, language: Language): string[] {
  const words = officeWords(language);
  const { answered, all } = rules;
  return [escapeHtml(all === 0 ? words.noRules : fill(words.rules, { answered, all, denied, review: toReview }, language))];
}

function missing({ missing: gaps }: Responsibility, language: Language): string[] {
  const words = officeWords(language);
  const areas = (list: readonly PolicyArea[]) => list.map((area) => wordFor(wordsOf(language).area, area)).join(", ");
  const names = gaps.measures.map((id) => localText(findMeasure(id)?.title ?? {}, language) ?? id).join(", ");
  const lines = [
    ...gaps.activitiesWithoutOwner.map(({ id, title }) => `${shorten(localText(title, language) ?? id, 120)}: ${words.unowned}`),
    ...(gaps.areasWithoutPolicy.length > 0 ? [fill(words.noPolicy, { areas: areas(gaps.areasWithoutPolicy) }, language)] : []),
    ...(gaps.policiesNotInForce.length > 0 ? [fill(words.notInForce, { areas: areas(gaps.policiesNotInForce) }, language)] : []),
    ...(names === "" ? [] : [fill(words.noFigure, { measures: names }, language)]),
  ];
  return (lines.length === 0 ? [words.nothingMissing] : lines).map(escapeHtml);
}

function threeSides(result: ScanResult, language: Language): string {
  const words = officeWords(language);
  const columns = Object.entries(sideFigures(result)).map(
    ([side, list]) =>
      `<div><p class="strong">${escapeHtml(words.side[side as Side])}</p><ul class="plain spaced">${list.map((figure) => sideLine(figure, language)).join("")}</ul></div>`,
  );
  return `<h3>${escapeHtml(words.sidesTitle)}</h3><p>${escapeHtml(words.sidesLead)}</p><div class="spreads">${columns.join("")}</div>`;
}

function sideLine({ id, value, of, needs }: SideFigure, language: Language): string {
  const words = officeWords(language);
  const name = escapeHtml(words.sideFigure[id]);
  if (value === null)
    return `<li>${stateMark("unknown")}${name}<br><span class="note">${escapeHtml(words.needs[needs ?? "registers"])}</span></li>`;
  const number = of === undefined ? fill("{value}", { value }, language) : fill(words.of, { value, of }, language);
  return `<li><b>${escapeHtml(number)}</b> ${name}</li>`;
}
