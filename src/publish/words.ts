// How results are put into words: shared by every renderer.
import type { Finding } from "#policy";
import type { Program, Rule } from "#program";
import type { ScanResult } from "#scan";
import { fill, formatShare, type Language, localText, wordFor, wordsOf } from "#look";

/** Rules by id, once per result. */
export function rulesOf(program: Program): ReadonlyMap<string, Rule> {
  return new Map(program.policies.flatMap((policy) => policy.rules).map((rule) => [rule.id, rule]));
}

/** What a finding says in one sentence: the policy's own sentence above the rule, else the rule's name. */
export function ruleSentence(rule: Rule | undefined, id: string, language: Language): string {
  const text = localText(rule?.statement, language);
  if (text) return firstSentence(plain(text));
  const own = wordsOf(language).ownRule as Readonly<Record<string, string | undefined>>;
  return own[id.startsWith("default:") ? "default" : id] ?? id;
}

export function remedyOf(rule: Rule | undefined, language: Language): string | undefined {
  return localText(rule?.remedy, language);
}

/** Markdown of one paragraph as plain text: links by their words, no marks. */
export function plain(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^\]]{0,400})\]\([^)]{0,2000}\)/g, "$1")
    .replaceAll(/[*_`]+/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

const LONGEST = 240;

function firstSentence(text: string): string {
  const end = text.search(/[.!?](?=\s+[A-ZÄÖÜ„«“])/);
  const sentence = end > 0 ? text.slice(0, end + 1) : text;
  return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 1)}…` : sentence;
}

/** Findings that a reader of this result should see: all but plain allows. */
export function shown(result: ScanResult): Finding[] {
  return result.findings.filter((finding) => finding.outcome !== "allow");
}

/** The largest thing on every page: what stands against our rules, in a sentence. */
export function answerSentence(result: ScanResult, language: Language): string {
  const words = wordsOf(language).report;
  const { deny, review } = result.summary.findings;
  return fill(deny > 0 ? words.answerDeny : review > 0 ? words.answerReview : words.answerFine, { deny, review }, language);
}

export function licenseShare(result: ScanResult, language: Language): string {
  const { components, componentsWithLicense } = result.coverage;
  return components === 0 ? "–" : formatShare(componentsWithLicense / components, language);
}

/** How much was covered, in four sentences. */
export function coverageLines(result: ScanResult, language: Language): string[] {
  const words = wordsOf(language).report;
  const { coverage } = result;
  return [
    fill(words.coverageRepositories, { repositories: coverage.repositories, unreadable: coverage.repositoriesUnreadable }, language),
    fill(words.coverageManifests, { manifests: coverage.manifests, unreadable: coverage.manifestsUnreadable }, language),
    fill(
      words.coverageLicenses,
      { known: coverage.componentsWithLicense, components: coverage.components, share: licenseShare(result, language) },
      language,
    ),
    fill(
      words.coverageRules,
      {
        answered: coverage.rulesAnswered,
        rules: result.rules.length,
        unknown: coverage.rulesUnknown.length,
        idle: coverage.rulesWithoutSubject,
      },
      language,
    ),
  ];
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
