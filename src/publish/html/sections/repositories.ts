// Each repository: where it belongs, what it holds, its licence, and how its own checks stand.
import { escapeHtml, formatNumber, type Language, type State, stateMark, wordsOf } from "#look";
import type { ResultRepository, ScanResult } from "#scan";
import type { Section } from "./section.ts";

const MOST_ROWS = 500;

export const repositories: Section = {
  id: "repositories",
  title: (_result, language) => wordsOf(language).report.repositories,
  render(result, language) {
    const words = wordsOf(language).report;
    if (result.repositories.length === 0) return `<h2>${escapeHtml(words.repositories)}</h2><p>${escapeHtml(words.noRepositories)}</p>`;
    const open = openByRepository(result);
    const verdicts = new Map(result.verdicts.map((verdict) => [verdict.subject, verdict.outcome]));
    const rows = result.repositories.slice(0, MOST_ROWS).map((repository) => {
      const outcome = verdicts.get(`repository:${repository.id}`);
      return row(
        repository,
        outcome === undefined || outcome === "not-applicable" ? "none" : outcome,
        open.get(repository.id) ?? 0,
        language,
      );
    });
    const head = [words.repository, words.products, words.license, words.components, words.findings]
      .map((title, index) => `<th scope="col"${index > 2 ? ' class="num"' : ""}>${escapeHtml(title)}</th>`)
      .join("");
    return `<h2>${escapeHtml(words.repositories)} <span class="note">${formatNumber(result.repositories.length, language)}</span></h2><div class="scroll" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
  },
};

function openByRepository(result: ScanResult): Map<string, number> {
  const open = new Map<string, number>();
  for (const finding of result.findings) {
    if (finding.subject.kind !== "repository" || finding.outcome === "allow" || (finding.waiver && !finding.waiver.expired)) continue;
    const id = finding.subject.id.slice("repository:".length);
    open.set(id, (open.get(id) ?? 0) + 1);
  }
  return open;
}

function row(repository: ResultRepository, state: State, open: number, language: Language): string {
  const words = wordsOf(language);
  const license =
    typeof repository.facts.license === "string"
      ? escapeHtml(repository.facts.license)
      : `<span class="soft">${escapeHtml(repository.facts.hasLicense === true ? words.strength.unknown : words.strength.none)}</span>`;
  const commit = repository.commit === undefined ? "" : ` <span class="note mono">${escapeHtml(repository.commit.slice(0, 8))}</span>`;
  return `<tr><th scope="row">${stateMark(state, words.outcome[state])}${escapeHtml(repository.id)}${commit}</th><td>${escapeHtml(repository.products.filter((product) => product !== repository.id).join(", "))}</td><td>${license}</td><td class="num">${formatNumber(Number(repository.facts.components ?? 0), language)}</td><td class="num">${formatNumber(open, language)}</td></tr>`;
}
