// The seven responsibilities with their activities, figures, rules and gaps; and what co-creation, compliance and communities brought about.
import { escapeHtml, fill, type Language, officeWords, stateMark } from "#look";
import type { ScanResult } from "#scan";
import { type ResponsibilityLines, responsibilityLines } from "../../office/responsibility-lines.ts";
import { type Side, type SideFigure, sideFigures } from "../../office/three-sides.ts";
import type { Section } from "./section.ts";

export const office: Section = {
  id: "office",
  title: ({ program }, language) => (program.strategy ? officeWords(language).title : ""),
  render(result, language) {
    if (!result.program.strategy) return "";
    const words = officeWords(language);
    const rows = responsibilityLines(result, language).map((one) => responsibility(one, language));
    return `<h2>${escapeHtml(words.title)}</h2><p>${escapeHtml(words.lead)}</p>${rows.join("")}${threeSides(result, language)}`;
  },
};

function responsibility(one: ResponsibilityLines, language: Language): string {
  const words = officeWords(language);
  const parts = [
    [words.activities, activities(one, language)],
    [words.figures, one.figures.map(({ name, value }) => `${escapeHtml(name)} <b class="figure-value">${escapeHtml(value)}</b>`)],
    [words.evidence, [escapeHtml(one.rules)]],
    [words.missing, one.missing.map(escapeHtml)],
  ] as const;
  const list = parts
    .filter(([, lines]) => lines.length > 0)
    .map(
      ([name, lines]) => `<dt>${escapeHtml(name)}</dt><dd><ul class="plain">${lines.map((line) => `<li>${line}</li>`).join("")}</ul></dd>`,
    );
  return `<details class="policy"><summary>${stateMark(one.state)}<b>${one.id} ${escapeHtml(one.name)}</b> <span class="note">${escapeHtml(one.standing)}</span></summary><div><dl class="explain">${list.join("")}</dl></div></details>`;
}

function activities({ activities: list }: ResponsibilityLines, language: Language): string[] {
  if (list.length === 0) return [escapeHtml(officeWords(language).noActivity)];
  return list.map(({ title, owner }) => `<bdi>${escapeHtml(title)}</bdi> <span class="note">${escapeHtml(owner)}</span>`);
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
