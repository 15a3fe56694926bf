// Our involvement in the projects that we depend on: how much hangs on them, our part, the rung, and what to clone first.
import { escapeHtml, fill, type Language, shorten, stateMark, wordsOf, menuWords } from "#look";
import type { ScanResult } from "#scan";
import { concentrationLines, dependenceText, ourPartLines } from "../../community/upstream-lines.ts";
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
  const cells = [[dependenceText(project, language)], ourPartLines(project, measures, language), concentrationLines(project, language)];
  return `<tr><th scope="row"><bdi>${escapeHtml(shorten(project.project, 120))}</bdi></th>${cells.map((lines) => `<td>${list(lines)}</td>`).join("")}<td>${rung(project, language)}</td></tr>`;
}

function list(lines: readonly string[]): string {
  return `<ul class="plain">${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join("")}</ul>`;
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
      `<li><bdi class="mono">${escapeHtml(shorten(one.package, 120))}</bdi> <span class="note">${escapeHtml(dependenceText(one, language))}</span></li>`,
  );
  return `<details class="policy"><summary>${escapeHtml(wordsOf(language).community.cloneFirst)}</summary><div><ol>${items.join("")}</ol></div></details>`;
}
