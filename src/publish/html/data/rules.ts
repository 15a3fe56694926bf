// Rules as the report's script needs them: what a finding's explanation says of its rule, once a rule.
import { fill, localText, visible, wordFor, wordsOf } from "#look";
import type { Finding } from "#policy";
import type { Rule } from "#program";
import type { ScanResult } from "#scan";
import { laneWord, remedyOf, ruleSentence, ruleStatement } from "../../shared/rules.ts";
import { safe, type Tables } from "./tables.ts";
import type { RuleRow } from "./types.ts";

export class RuleTable {
  readonly rows: RuleRow[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #result: ScanResult;
  readonly #tables: Tables;

  constructor(rules: ReadonlyMap<string, Rule>, result: ScanResult, tables: Tables) {
    this.#rules = rules;
    this.#result = result;
    this.#tables = tables;
  }

  number(finding: Finding): number {
    const known = this.#numbers.get(finding.rule);
    if (known !== undefined) return known;
    const number = this.rows.push(this.#row(finding)) - 1;
    this.#numbers.set(finding.rule, number);
    return number;
  }

  #row(finding: Finding): RuleRow {
    const { language } = this.#tables;
    const words = wordsOf(language);
    const rule = this.#rules.get(finding.rule);
    const area = wordFor(words.area, finding.area);
    const { file, line } = finding.position;
    const lane = finding.lane === undefined ? [] : [fill(words.explain.lane, { lane: laneWord(finding.lane, language) }, language)];
    const sentence = ruleSentence(rule, finding.rule, language);
    const statement = ruleStatement(rule, finding.rule, language);
    return {
      id: safe(finding.rule),
      area: finding.area,
      sentence,
      statement: statement === sentence ? "" : safe(statement),
      remedy: [remedyOf(rule, language) ?? "", ...lane].filter((text) => text !== "").map(safe),
      when: visible(rule?.when ?? "").slice(0, 4000),
      stands: fill(words.explain.ruleStands, { area, file: safe(file), line }, language),
      decides: rule ? fill(words.explain.decides, { outcome: words.outcome[rule.decide] }, language) : "",
      serves: servesOf(finding, this.#result, this.#tables),
      shadow: rule?.mode === "shadow",
    };
  }
}

/** Activities that the rule serves, each with the objectives that it serves. */
function servesOf(finding: Finding, result: ScanResult, { language }: Tables): RuleRow["serves"] {
  const strategy = result.program.strategy;
  return finding.serves.activities.map((id) => {
    const activity = strategy?.activities.find((candidate) => candidate.id === id);
    const objectives = strategy?.objectives.filter((objective) => activity && Object.hasOwn(activity.serves, objective.id)) ?? [];
    return [
      safe(localText(activity?.title, language) ?? id),
      objectives.map((objective) => safe(localText(objective.statement, language) ?? objective.id)),
    ];
  });
}
