// Our involvement in the projects that we depend on: how much hangs on them, our part, the rung, and what to clone first.
import { escapeHtml, fill, formatShare, type Language, shorten, stateMark, wordsOf, menuWords } from "#look";
import type { ScanResult } from "#scan";
import type { Section } from "./section.ts";

type Upstreams = ScanResult["upstreams"];
type Project = Upstreams["projects"][number];

export const upstream: Section = {
  id: "upstream",
  title: ({ upstreams }, language) => (isEmpty(upstreams) ? "" : menuWords(language).upstream),
  render({ upstreams, measures }, language) {
    if (isEmpty(upstreams)) return "";
    const words = wordsOf(language).community;
    const heads = [words.project, words.dependence, words.involvement, words.concentration, words.rung];
    const table =
      upstreams.projects.length === 0
        ? ""
        : `<div class="scroll"><table class="communities"><thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join("")}</tr></thead><tbody>${upstreams.projects.map((project) => row(project, measures, language)).join("")}</tbody></table></div>`;
    return `<h2>${escapeHtml(words.upstreamTitle)}</h2><p>${escapeHtml(words.upstreamLead)}</p>${table}${cloneFirst(upstreams, language)}`;
  },
};

function isEmpty({ projects, cloneFirst: rest }: Upstreams): boolean {
  return projects.length === 0 && rest.length === 0;
}

function row(project: Project, measures: ScanResult["measures"], language: Language): string {
  const cells = [
    [dependence(project, language)],
    [...ours(project, language), ...taken(project, measures, language)],
    concentration(project, language),
  ];
  return `<tr><th scope="row"><bdi>${escapeHtml(shorten(project.project, 120))}</bdi></th>${cells.map((lines) => `<td>${list(lines)}</td>`).join("")}<td>${rung(project, language)}</td></tr>`;
}

function list(lines: readonly string[]): string {
  return `<ul class="plain">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>`;
}

function dependence({ uses, products, criticality }: Pick<Project, "uses" | "products" | "criticality">, language: Language): string {
  const words = wordsOf(language).community;
  return uses === 0 ? words.notUsed : fill(words.usedIn, { uses, products, criticality: words.criticality[criticality] }, language);
}

function ours({ involvement }: Project, language: Language): string[] {
  const words = wordsOf(language).community;
  if (!involvement) return [words.noClone];
  if (!involvement.ours) return [words.ourUnknown];
  const { commits, ever, share, people, maintainers } = involvement.ours;
  if (ever === 0 && maintainers === 0) return [words.ourNone];
  return [
    fill(words.ourCommits, { commits, ever, share: formatShare(share ?? 0, language) }, language),
    ...(commits === 0 ? [] : [people === null ? words.ourFew : fill(words.ourPeople, { count: people }, language)]),
    ...(maintainers === 0 ? [] : [fill(words.maintaining, { count: maintainers }, language)]),
  ];
}

/** What became of what we offered, where a list of change requests was imported. */
function taken({ project }: Project, measures: ScanResult["measures"], language: Language): string[] {
  const words = wordsOf(language).community;
  const found = measures.find(({ measure, subject }) => measure === "contribution.acceptance" && subject === `upstream:${project}`);
  if (!found) return [];
  const count = found.of ?? 0;
  if (found.value === null) return count === 0 ? [] : [fill(words.offeredFew, { count }, language)];
  return [fill(words.accepted, { count, share: formatShare(found.value, language) }, language)];
}

function concentration({ involvement }: Project, language: Language): string[] {
  const words = wordsOf(language).community;
  if (!involvement) return [];
  const { absenceFactor, elephantFactor, unaffiliatedShare, daysSinceRelease } = involvement;
  return [
    ...(absenceFactor === null ? [words.empty] : [fill(words.absence, { count: absenceFactor }, language)]),
    ...(elephantFactor === null ? [] : [fill(words.elephant, { count: elephantFactor }, language)]),
    ...(unaffiliatedShare === null ? [] : [fill(words.unaffiliated, { share: formatShare(unaffiliatedShare, language) }, language)]),
    ...(daysSinceRelease === null ? [words.never] : [fill(words.sinceRelease, { days: daysSinceRelease }, language)]),
  ];
}

function rung({ rung: stands, wanted, below }: Project, language: Language): string {
  const words = wordsOf(language).community;
  const now = stands === undefined ? "–" : words.rungs[stands];
  const mark = below === undefined ? "" : stateMark(below ? "review" : "allow");
  const wish =
    wanted === undefined ? "" : `<br><span class="note">${escapeHtml(fill(words.wanted, { rung: words.rungs[wanted] }, language))}</span>`;
  return `${mark}${escapeHtml(now)}${wish}${below ? `<br><span class="note">${escapeHtml(words.below)}</span>` : ""}`;
}

function cloneFirst({ cloneFirst: rest }: Upstreams, language: Language): string {
  if (rest.length === 0) return "";
  const items = rest.map(
    (one) =>
      `<li><bdi class="mono">${escapeHtml(shorten(one.package, 120))}</bdi> <span class="note">${escapeHtml(dependence(one, language))}</span></li>`,
  );
  return `<details class="policy"><summary>${escapeHtml(wordsOf(language).community.cloneFirst)}</summary><div><ol>${items.join("")}</ol></div></details>`;
}
