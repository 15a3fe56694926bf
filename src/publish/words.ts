// How results are put into words: shared by every renderer.
import type { Finding } from "#policy";
import type { Program, Rule } from "#program";
import type { ScanResult } from "#scan";
import { type Language, localText } from "#look";

/** Rules by id, once per result. */
export function rulesOf(program: Program): ReadonlyMap<string, Rule> {
  return new Map(program.policies.flatMap((policy) => policy.rules).map((rule) => [rule.id, rule]));
}

/** What a finding says in one sentence: the policy's own sentence above the rule, else the rule's name. */
export function ruleSentence(rule: Rule | undefined, id: string, language: Language): string {
  const text = localText(rule?.statement, language);
  return text ? firstSentence(plain(text)) : id;
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
