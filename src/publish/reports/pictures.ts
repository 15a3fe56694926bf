// Pictures of a result for pages with little room. Each also says itself as a table, for forms without pictures.
import { escapeHtml, fill, formatNumber, ladder, type Language, localText, reportWords, stateMark, wordFor, wordsOf } from "#look";
import { type DeliveryEntry, deliveryKeys } from "#measures";
import { policyAreas, rungs } from "#program";
import type { ScanResult } from "#scan";
import type { Block } from "../artefacts/blocks.ts";
import { levelText, subjectName, valueText } from "../delivery/figures.ts";
import { keyRow } from "../delivery/key-row.ts";
import { countByProduct, joinLines, type Line, weight } from "../shared/areas-by-product.ts";
import { openStates } from "../shared/states.ts";
import { strategyPicture } from "../shared/strategy-picture.ts";

type Picture = Extract<Block, { is: "picture" }>;

/** Products by policy area with the worst open state of each, the heaviest products first, the others together. */
export function matrixPicture(result: ScanResult, language: Language, most: number): Picture | undefined {
  const { whole, products } = countByProduct(result);
  if (products.size === 0 && whole.size === 0) return undefined;
  const words = wordsOf(language);
  const names = new Map(result.program.organization.products.map(({ id, name }) => [id, localText(name, language) ?? id]));
  const sorted = [...products].sort(([a, x], [b, y]) => weight(y) - weight(x) || (a < b ? -1 : 1));
  // One product alone takes as much room under its own name.
  const shown = sorted.length === most + 1 ? sorted.length : most;
  const rest = sorted.slice(shown);
  const lines: (readonly [string, Line])[] = sorted.slice(0, shown).map(([id, line]) => [names.get(id) ?? id, line]);
  if (rest.length > 0)
    lines.push([
      fill(words.report.otherProducts, { count: rest.length }, language),
      rest.map(([, line]) => line).reduce(joinLines, new Map()),
    ]);
  if (whole.size > 0) lines.push([reportWords(language).executive.outside, whole]);
  const areas = policyAreas.map((area) => wordFor(words.area, area));
  const draw = (some: Lines) => ({ html: matrixHtml(some, areas, language), rows: matrixRows(some, language) });
  const pages = Math.ceil(lines.length / LINES_OF_SLIDE);
  const size = Math.ceil(lines.length / pages);
  return {
    is: "picture",
    head: [words.report.products, ...areas],
    ...draw(lines),
    ...(pages > 1 ? { pages: Array.from({ length: pages }, (_, at) => draw(lines.slice(at * size, (at + 1) * size))) } : {}),
  };
}

type Lines = readonly (readonly [string, Line])[];

const LINES_OF_SLIDE = 12;

function matrixHtml(lines: Lines, areas: readonly string[], language: Language): string {
  const head = areas.map((area) => `<th scope="col"><span>${escapeHtml(area)}</span></th>`).join("");
  const body = lines.map(
    ([name, line]) =>
      `<tr><th scope="row"><bdi>${escapeHtml(name.slice(0, 60))}</bdi></th>${policyAreas.map((area) => `<td>${cellMark(line, area, language)}</td>`).join("")}</tr>`,
  );
  const table = `<table class="compact" lang="${language}"><thead><tr><td></td>${head}</tr></thead><tbody>${body.join("")}</tbody></table>`;
  return `${table}${legend(lines, language)}`;
}

/** What the marks of these lines say: the worst that is open, and how often. */
function legend(lines: Lines, language: Language): string {
  const words = wordsOf(language);
  const shown = openStates.filter((state) => lines.some(([, line]) => policyAreas.some((area) => worstIn(line, area)?.state === state)));
  if (shown.length === 0) return "";
  const marks = shown.map((state) => `<span class="s-${state}">${stateMark(state)}${escapeHtml(wordFor(words.outcome, state))}</span>`);
  return `<p class="note marks">${escapeHtml(reportWords(language).executive.legend)} ${marks.join(" ")}</p>`;
}

function matrixRows(lines: Lines, language: Language): string[][] {
  return lines.map(([name, line]) => [name, ...policyAreas.map((area) => cellText(line, area, language))]);
}

function worstIn(line: Line, area: string) {
  const counts = line.get(area);
  const state = counts && openStates.find((one) => counts[one] > 0);
  return state === undefined ? undefined : { state, count: counts?.[state] ?? 0 };
}

function cellMark(line: Line, area: string, language: Language): string {
  const worst = worstIn(line, area);
  if (!worst) return stateMark("none", wordsOf(language).report.nothingOpen);
  return `<span class="s-${worst.state}">${stateMark(worst.state, wordsOf(language).outcome[worst.state])}${formatNumber(worst.count, language)}</span>`;
}

function cellText(line: Line, area: string, language: Language): string {
  const worst = worstIn(line, area);
  return worst ? fill(wordsOf(language).counted[worst.state], { count: worst.count }, language) : "–";
}

/** Where the few of which most is known stand among the bands; told deployments come before estimates. */
export function deliveryPicture(result: ScanResult, language: Language, most: number): Picture | undefined {
  const known = (entry: DeliveryEntry) => deliveryKeys.filter((key) => entry.metrics[key].level !== null).length;
  const told = result.deliveries.toSorted((a, b) => Number(a.estimate) - Number(b.estimate) || known(b) - known(a)).slice(0, most);
  if (told.length === 0) return undefined;
  const words = wordsOf(language).delivery;
  const blocks = told.map(
    (entry) =>
      `<p class="strong"><bdi>${escapeHtml(subjectName(entry.subject).slice(0, 80))}</bdi> <span class="note">${escapeHtml(wordFor(words.source, entry.source))}</span></p><div class="keys">${deliveryKeys.map((key) => keyRow(entry, key, language)).join("")}</div>`,
  );
  const rows = told.flatMap((entry) =>
    deliveryKeys.map((key) => [
      subjectName(entry.subject),
      words.key[key],
      valueText(entry, key, language),
      levelText(entry.metrics[key], language),
    ]),
  );
  return { is: "picture", html: blocks.join(""), head: [wordsOf(language).report.products, words.name, "", ""], rows };
}

export function mapPicture(result: ScanResult, language: Language, most: number): Picture | undefined {
  const { strategy } = result.program;
  if (!strategy) return undefined;
  const words = wordsOf(language).report;
  const titles = new Map(strategy.objectives.map(({ id, statement }) => [id, localText(statement, language) ?? id]));
  const rows = strategy.activities.slice(0, 2 * most).map(({ id, title, serves }) => {
    const policies = result.program.policies
      .filter((policy) => policy.serves.includes(id))
      .map(({ area }) => wordFor(wordsOf(language).area, area));
    return [
      Object.keys(serves)
        .map((objective) => titles.get(objective) ?? objective)
        .join(", ") || "–",
      localText(title, language) ?? id,
      policies.join(", ") || "–",
    ];
  });
  return {
    is: "picture",
    wide: true,
    html: strategyPicture(result, language, most),
    head: [words.objectives, words.activities, words.policies],
    rows,
  };
}

/** Projects that the strategy names, and those of which we know where we stand. */
export function ladderPicture(result: ScanResult, language: Language, most: number): Picture | undefined {
  const projects = result.upstreams.projects.filter(({ rung, wanted }) => rung !== undefined || wanted !== undefined).slice(0, most);
  if (projects.length === 0) return undefined;
  const words = reportWords(language).strategy;
  const names = wordsOf(language).community.rungs;
  const unknown = wordsOf(language).outcome.unknown;
  const lines = projects.map(({ project, rung, wanted }) => {
    const [now, hoped] = [rung === undefined ? unknown : names[rung], wanted === undefined ? words.notStated : names[wanted]];
    return {
      project,
      now,
      hoped,
      line: {
        label: project,
        spoken: fill(words.ladderSpoken, { project, now, wanted: hoped }, language),
        ...(rung === undefined ? {} : { now: rungs.indexOf(rung) }),
        ...(wanted === undefined ? {} : { wanted: rungs.indexOf(wanted) }),
      },
    };
  });
  const html = ladder(
    rungs.map((rung) => names[rung]),
    lines.map(({ line }) => line),
    words.ladderLead,
  );
  return {
    is: "picture",
    html,
    head: [words.project, words.now, words.wanted],
    rows: lines.map(({ project, now, hoped }) => [project, now, hoped]),
  };
}
