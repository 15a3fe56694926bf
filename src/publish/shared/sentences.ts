// Results put into sentences that several renderers say.
import { fill, type Language, wordFor, wordsOf } from "#look";
import type { ScanResult } from "#scan";
import { countStates, openFindings } from "./states.ts";

/** The largest thing on every page: what stands against our rules, in a sentence. */
export function answerSentence(result: ScanResult, language: Language): string {
  return answerClauses(result, language).join(" ");
}

/** The clauses of that sentence, each with its mark at the end. */
export function answerClauses(result: ScanResult, language: Language): string[] {
  const words = wordsOf(language).answer;
  if (result.repositories.length === 0) return [`${result.coverage.repositoriesUnreadable > 0 ? words.unreadable : words.empty}.`];
  const total = countStates(openFindings(result));
  const { deny, review, unknown } = total;
  const clauses = [deny > 0 ? words.deny : review > 0 ? words.notDenied : words.nothing];
  if (review > 0) clauses.push(words.review);
  if (unknown > 0) clauses.push(words.unknown);
  return clauses.map((clause, i) => fill(clause, { deny, review, unknown }, language) + (i < clauses.length - 1 ? ";" : "."));
}

/** What the rules say of the uses of components: how many are fine. */
export function usesSentence(result: ScanResult, language: Language): string {
  const words = wordsOf(language).answer;
  if (result.repositories.length === 0) return result.coverage.repositoriesUnreadable > 0 ? words.unreadableHow : words.emptyHow;
  const { allow, warn, review, deny, unknown, waived } = result.summary.uses;
  const all = allow + warn + review + deny + unknown;
  if (all === 0) return words.noUses;
  const sentence = waived > 0 ? `${words.uses} ${words.waived}` : words.uses;
  return fill(sentence, { all, allow, waived }, language);
}

/** How things stand against a baseline; empty without one. */
export function baselineSentence(result: ScanResult, language: Language): string {
  const ages = { new: 0, overdue: 0, known: 0 };
  for (const finding of result.findings) if (finding.age) ages[finding.age]++;
  const words = wordsOf(language).answer;
  const texts = [
    [words.baselineNew, ages.new],
    [words.baselineOverdue, ages.overdue],
    [words.baselineKnown, ages.known],
  ] as const;
  const parts = texts.filter(([, count]) => count > 0).map(([text, count]) => fill(text, { count }, language));
  return parts.length === 0 ? "" : fill(words.baseline, { parts: parts.join(", ") }, language);
}

export function gateSentence(result: ScanResult, language: Language): string {
  const { gate } = wordsOf(language);
  const { failing, failOn } = result.summary.gate;
  const aged = result.findings.some((finding) => finding.age);
  const text = failing === 0 ? (aged ? gate.passesNew : gate.passes) : aged ? gate.failsNew : gate.fails;
  return fill(text, { count: failing, limit: gate.limit[failOn] }, language);
}

/** What was found, in one sentence. */
export function whatSentence(result: ScanResult, language: Language): string {
  const values = {
    components: result.components.length,
    repositories: result.repositories.length,
    manifests: result.coverage.manifests,
    uses: result.uses.length,
    // Products that nothing was read of use nothing that we know of.
    products: new Set(result.uses.flatMap(({ product }) => product ?? [])).size,
  };
  return fill(wordsOf(language).report.whatLine, values, language);
}

/** How much was covered, in a few sentences; what is known of licences opens the report. */
export function coverageLines(result: ScanResult, language: Language): string[] {
  const words = wordsOf(language).report;
  const { repositories, repositoriesUnreadable, manifests, manifestsUnreadable } = result.coverage;
  const { rulesAnswered, rulesUnknown, rulesWithoutSubject } = result.coverage;
  const lines = [
    fill(
      repositoriesUnreadable > 0 ? words.coverageRepositoriesNot : words.coverageRepositories,
      { repositories, unreadable: repositoriesUnreadable },
      language,
    ),
    fill(
      manifestsUnreadable > 0 ? words.coverageManifestsNot : words.coverageManifests,
      { manifests, unreadable: manifestsUnreadable },
      language,
    ),
  ];
  const rules = { answered: rulesAnswered, rules: result.rules.length, unknown: rulesUnknown.length, idle: rulesWithoutSubject };
  return [...lines, fill(words.coverageRules, rules, language)];
}

/** Rules that could not answer, by what they wait for; most first. */
export function rulesByReason(result: ScanResult, language: Language): { readonly sentence: string; readonly rules: readonly string[] }[] {
  const byReason = new Map<string, string[]>();
  for (const { rule, reasons } of result.coverage.rulesUnknown) {
    for (const reason of Object.keys(reasons)) byReason.set(reason, [...(byReason.get(reason) ?? []), rule]);
  }
  const words = wordsOf(language);
  return [...byReason]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([reason, rules]) => ({
      sentence: fill(words.report.rulesWait, { count: rules.length, reason: wordFor(words.reason, reason) }, language),
      rules,
    }));
}
