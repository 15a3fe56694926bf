// How the people around each repository are doing: a row each, with what happened in two years. Rows stand by name: projects are not compared.
import { columns, escapeHtml, fill, formatDate, formatNumber, type Language, shorten, wordsOf } from "#look";
import type { Community } from "#measures";
import { communityLines, leftOutLine } from "../../community/figures.ts";
import type { Section } from "./section.ts";

export const communities: Section = {
  id: "communities",
  title: (result, language) => (result.communities.length === 0 ? "" : wordsOf(language).community.title),
  render(result, language) {
    const [first] = result.communities;
    if (!first) return "";
    const words = wordsOf(language).community;
    const basis = result.program.organization.namesOfPeople;
    const heads = ["repository", "contributions", "people", "concentration", "releases"] as const;
    return `<h2>${escapeHtml(words.title)}</h2><p>${escapeHtml(fill(words.lead, { days: first.days, date: formatDate(result.now, language) }, language))}</p>
<div class="scroll"><table class="communities"><thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(words[head])}</th>`).join("")}</tr></thead><tbody>${result.communities.map((community) => row(community, basis, language)).join("")}</tbody></table></div>
<p class="note">${escapeHtml(words.starter)}</p>`;
  },
};

function row(community: Community, basis: string | undefined, language: Language): string {
  const words = wordsOf(language).community;
  const lines = communityLines(community, language);
  const values = community.activity.parts.map((part) => formatNumber(part, language)).join(", ");
  const chart = columns(community.activity.parts, fill(words.chart, { values }, language));
  const leftOut = `<span class="note">${escapeHtml(leftOutLine(community, language))}</span>`;
  return `<tr><th scope="row"><bdi>${escapeHtml(shorten(community.repository, 80))}</bdi></th><td>${chart}${list(lines.contributions)}${leftOut}</td><td>${list(lines.people)}${names(community, basis, language)}</td><td>${list(lines.concentration)}</td><td>${list(lines.releases)}</td></tr>`;
}

function list(lines: readonly string[]): string {
  return `<ul class="plain">${lines.map((line) => `<li>${escapeHtml(shorten(line, 600))}</li>`).join("")}</ul>`;
}

function names({ names: people }: Community, basis: string | undefined, language: Language): string {
  if (!people || people.length === 0 || basis === undefined) return "";
  const text = fill(wordsOf(language).community.names, { basis, names: people.join(", ") }, language);
  return `<details><summary>${formatNumber(people.length, language)}</summary><p class="note">${escapeHtml(text)}</p></details>`;
}
