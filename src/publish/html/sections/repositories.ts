// Each repository: where it belongs, what it holds, its licence, and what is open about the repository itself.
import { escapeHtml, fill, formatNumber, type Language, localText, shorten, stateMark, wordsOf } from "#look";
import type { ResultRepository, ScanResult } from "#scan";
import { noCounts, openFindings, openStateOf, openStates, type StateCounts } from "../../shared/states.ts";
import type { Section } from "./section.ts";

const MOST_ROWS = 500;

export const repositories: Section = {
  id: "repositories",
  title: (_result, language) => wordsOf(language).report.repositories,
  render(result, language) {
    const words = wordsOf(language).report;
    const { length } = result.repositories;
    if (length === 0) return `<h2>${escapeHtml(words.repositories)}</h2><p>${escapeHtml(words.noRepositories)}</p>`;
    const open = openByRepository(result);
    const names = new Map(
      result.program.organization.products.map((product) => [product.id, localText(product.name, language) ?? product.id]),
    );
    const rows = result.repositories.slice(0, MOST_ROWS).map((repository) => row(repository, open.get(repository.id), names, language));
    const head = [words.repository, words.products, words.license, words.components, words.findings]
      .map((title, index) => `<th scope="col"${index === 3 ? ' class="num"' : ""}>${escapeHtml(title)}</th>`)
      .join("");
    const more = length > MOST_ROWS ? `<p class="note">${escapeHtml(fill(words.tableCut, { count: MOST_ROWS }, language))}</p>` : "";
    return `<h2>${escapeHtml(words.repositories)} <span class="h-count">${formatNumber(length, language)}</span></h2>${more}<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(words.repositories)}"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
  },
};

function openByRepository(result: ScanResult): Map<string, StateCounts> {
  const open = new Map<string, StateCounts>();
  for (const finding of openFindings(result)) {
    if (finding.subject.kind !== "repository") continue;
    const id = finding.subject.id.slice("repository:".length);
    const counts = open.get(id) ?? noCounts();
    counts[openStateOf(finding)]++;
    open.set(id, counts);
  }
  return open;
}

function row(repository: ResultRepository, open: StateCounts | undefined, names: ReadonlyMap<string, string>, language: Language): string {
  const commit = repository.commit === undefined ? "" : ` <span class="note mono">${escapeHtml(repository.commit.slice(0, 8))}</span>`;
  const products = repository.products.filter((product) => product !== repository.id).map((product) => names.get(product) ?? product);
  const components = formatNumber(Number(repository.facts.components ?? 0), language);
  return `<tr><th scope="row"><bdi>${escapeHtml(shorten(repository.id, 120))}</bdi>${commit}</th><td>${escapeHtml(shorten(products.join(", "), 200))}</td><td>${license(repository, language)}</td><td class="num">${components}</td><td>${states(open, language)}</td></tr>`;
}

function license({ facts }: ResultRepository, language: Language): string {
  const { report, outcome } = wordsOf(language);
  if (typeof facts.license === "string") return `<bdi>${escapeHtml(shorten(facts.license, 120))}</bdi>`;
  return facts.hasLicense === true
    ? `${stateMark("unknown")}${escapeHtml(outcome.unknown)}`
    : `<span class="soft">${escapeHtml(report.noLicense)}</span>`;
}

function states(open: StateCounts | undefined, language: Language): string {
  const words = wordsOf(language);
  if (!open) return `${stateMark("allow")}${escapeHtml(words.report.nothingOpen)}`;
  return openStates
    .filter((state) => open[state] > 0)
    .map((state) => `${stateMark(state)}${escapeHtml(fill(words.counted[state], { count: open[state] }, language))}`)
    .join(" ");
}
