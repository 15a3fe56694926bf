// What a rule says, in words: shared by every renderer.
import { type Language, localText, shorten, visible, wordFor, wordsOf } from "#look";
import { STALE_CURATION } from "#policy";
import type { Program, Rule } from "#program";

/** Rules by id, once per result. */
export function rulesOf(program: Program): ReadonlyMap<string, Rule> {
  return new Map(program.policies.flatMap((policy) => policy.rules).map((rule) => [rule.id, rule]));
}

/** What a finding says in one sentence: the policy's own sentence above the rule, else the rule's name. */
export function ruleSentence(rule: Rule | undefined, id: string, language: Language): string {
  return shorten(firstSentence(ruleStatement(rule, id, language)), LONGEST);
}

/** The same in full. */
export function ruleStatement(rule: Rule | undefined, id: string, language: Language): string {
  const text = localText(rule?.statement, language);
  if (text) return visible(plain(text));
  const { explain } = wordsOf(language);
  if (id.startsWith("default:")) return explain.default;
  return id === STALE_CURATION ? explain.stale : visible(id);
}

export function remedyOf(rule: Rule | undefined, language: Language): string | undefined {
  const text = localText(rule?.remedy, language);
  return text === undefined ? undefined : visible(plain(text));
}

/** Markdown of one paragraph as plain text: links by their words, no marks. */
export function plain(markdown: string): string {
  return markdown
    .slice(0, LONGEST_PARAGRAPH)
    .replaceAll(/!?\[([^\]]{0,400})\]\([^)]{0,2000}\)/g, "$1")
    .replaceAll(/[*`]+|(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

const LONGEST = 240;
const LONGEST_PARAGRAPH = 20_000;

function firstSentence(text: string): string {
  const end = text.search(/[.!?](?=\s+[A-ZÄÖÜ„«“])/);
  return end > 0 ? text.slice(0, end + 1) : text;
}

/** Who decides: the plain word for a lane that every office has, else the lane's own name. */
export function laneWord(lane: string, language: Language): string {
  return wordFor(wordsOf(language).lane, lane);
}
