// Checks × repositories: what published definitions say, as a map of states; each check opens to its remedy, its sources and where it fails.
import { type CheckResult, checkGroups, type RepositoryCheck, repositoryChecks } from "#facts";
import { compareText } from "#kit";
import { escapeHtml, fill, formatNumber, type Language, shorten, stateMark, type State, wordFor, wordsOf } from "#look";
import type { ResultRepository, ScanResult } from "#scan";
import type { Section } from "./section.ts";

/** Columns: those where most fails; all are counted. */
const MOST_COLUMNS = 30;
const MOST_PLACES = 12;

export const checks: Section = {
  id: "checks",
  title: (result, language) => (hasChecks(result) ? wordsOf(language).checks.title : ""),
  render(result, language) {
    if (!hasChecks(result)) return "";
    const words = wordsOf(language).checks;
    const columns = columnsOf(result);
    const cut =
      result.repositories.length > columns.length
        ? `<p class="note">${escapeHtml(fill(words.cut, { count: columns.length }, language))}</p>`
        : "";
    const heads = columns.map(({ id }) => `<th scope="col"><span><bdi>${escapeHtml(shorten(id, 60))}</bdi></span></th>`).join("");
    const groups = checkGroups.map((group) => groupRows(result, group, columns, language)).join("");
    return `<h2>${escapeHtml(words.title)}</h2><p>${escapeHtml(words.note)}</p>${cut}${legend(language)}<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(words.title)}"><table class="heat"><thead><tr><td></td><th scope="col">${escapeHtml(words.sum)}</th>${heads}</tr></thead><tbody>${groups}</tbody></table></div>`;
  },
};

function hasChecks(result: ScanResult): boolean {
  return result.repositories.some((repository) => repository.checks.length > 0);
}

function columnsOf({ repositories }: ScanResult): ResultRepository[] {
  const failing = (repository: ResultRepository) => repository.checks.filter(({ outcome }) => outcome === "fail").length;
  return repositories
    .toSorted((a, b) => failing(b) - failing(a) || compareText(a.id, b.id))
    .slice(0, MOST_COLUMNS)
    .sort((a, b) => compareText(a.id, b.id));
}

function legend(language: Language): string {
  const { outcome } = wordsOf(language).checks;
  const marks = Object.entries(outcome).map(([name, word]) => `<span><b class="h-${name}"></b>${escapeHtml(word)}</span>`);
  return `<p class="legend heat-legend">${marks.join("")}</p>`;
}

function groupRows(
  result: ScanResult,
  group: (typeof checkGroups)[number],
  columns: readonly ResultRepository[],
  language: Language,
): string {
  const rows = repositoryChecks.filter((check) => check.group === group).map((check) => row(check, result, columns, language));
  return `<tr class="heat-group"><th scope="rowgroup">${escapeHtml(wordsOf(language).checks.group[group])}</th></tr>${rows.join("")}`;
}

function row(check: RepositoryCheck, result: ScanResult, columns: readonly ResultRepository[], language: Language): string {
  const answers = new Map(result.repositories.map((repository) => [repository.id, repository.checks.find(({ id }) => id === check.id)]));
  const cells = columns.map(({ id }) => cell(answers.get(id), check, language)).join("");
  return `<tr><th scope="row">${explained(check, answers, language)}</th><td class="heat-sum">${sums([...answers.values()], check, language)}</td>${cells}</tr>`;
}

/** An indicator that fails informs, it does not accuse. */
function shownOutcome(answer: CheckResult | undefined, check: RepositoryCheck): string {
  if (!answer) return "unknown";
  return answer.outcome === "fail" && check.indicator ? "hint" : answer.outcome;
}

function cell(answer: CheckResult | undefined, check: RepositoryCheck, language: Language): string {
  const words = wordsOf(language);
  const outcome = shownOutcome(answer, check);
  const parts = [
    wordFor(words.checks.outcome, outcome),
    answer?.value === undefined ? "" : shorten(String(answer.value), 60),
    answer?.why ? whyWord(answer.why, language) : "",
  ];
  const told = escapeHtml(parts.filter((part) => part !== "").join(": "));
  return `<td class="h-${outcome}" title="${told}"><span>${escapeHtml(wordFor(words.checks.outcome, outcome))}</span></td>`;
}

function whyWord(why: string, language: Language): string {
  const words = wordsOf(language);
  return wordFor({ ...words.reason, ...words.checks.why }, why);
}

const MARKS: Readonly<Record<string, State>> = { pass: "allow", fail: "deny", hint: "warn", unknown: "unknown", error: "unknown" };

function sums(answers: readonly (CheckResult | undefined)[], check: RepositoryCheck, language: Language): string {
  const counts = new Map<string, number>();
  for (const answer of answers) {
    const outcome = shownOutcome(answer, check);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return ["fail", "hint", "error", "unknown", "pass"]
    .filter((outcome) => counts.has(outcome))
    .map(
      (outcome) =>
        `<span>${stateMark(MARKS[outcome] ?? "none", wordFor(wordsOf(language).checks.outcome, outcome))}${formatNumber(counts.get(outcome) ?? 0, language)}</span>`,
    )
    .join(" ");
}

function explained(check: RepositoryCheck, answers: ReadonlyMap<string, CheckResult | undefined>, language: Language): string {
  const words = wordsOf(language).checks;
  const failing = [...answers].flatMap(([id, answer]) => (answer?.outcome === "fail" ? [{ id, answer }] : []));
  const places = failing
    .slice(0, MOST_PLACES)
    .map(({ id, answer }) => `<li><bdi>${escapeHtml(shorten(id, 60))}</bdi>${placeOf(answer)}</li>`);
  const more =
    failing.length > places.length
      ? `<li>${escapeHtml(fill(wordsOf(language).report.moreExamples, { count: failing.length - places.length }, language))}</li>`
      : "";
  const list = places.length === 0 ? "" : `<ul class="plain">${places.join("")}${more}</ul>`;
  return `<details><summary>${escapeHtml(check.title[language])} <code>${escapeHtml(check.id)}</code></summary><p class="remedy">${escapeHtml(check.remedy[language])}</p>${list}<p class="note">${escapeHtml(`${words.sources}: ${check.sources.join(", ")}`)}</p></details>`;
}

function placeOf({ places = [] }: CheckResult): string {
  const place = places[0];
  if (place?.path === undefined) return "";
  const line = place.line === undefined ? "" : `:${place.line}`;
  const note = place.note === undefined ? "" : ` – ${shorten(place.note, 80)}`;
  return ` <span class="mono soft">${escapeHtml(`${shorten(place.path, 80)}${line}${note}`)}</span>`;
}
