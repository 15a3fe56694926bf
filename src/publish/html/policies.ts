// Each policy as sentences with the live state of their rules beside them; a rule unfolds to its condition, its examples and its remedy.
import { escapeHtml, fill, type Language, localText, shorten, stateMark, wordFor, wordsOf } from "#look";
import type { RuleTally } from "#policy";
import type { Policy, Rule } from "#program";
import type { ScanResult } from "#scan";
import { remedyOf, ruleSentence } from "../shared/rules.ts";
import { ruleStanding } from "../shared/rule-standing.ts";
import { noCounts, openFindings, openStateOf, type StateCounts } from "../shared/states.ts";

const MOST_EXAMPLES = 6;

interface Live {
  readonly tally: RuleTally | undefined;
  readonly open: StateCounts | undefined;
}

export function policies(result: ScanResult, language: Language): string {
  const tallies = new Map(result.rules.map((tally) => [tally.rule, tally]));
  const open = openByRule(result);
  const live = (rule: Rule): Live => ({ tally: tallies.get(rule.id), open: open.get(rule.id) });
  return result.program.policies.map((policy) => drawPolicy(policy, live, language)).join("");
}

function openByRule(result: ScanResult): Map<string, StateCounts> {
  const open = new Map<string, StateCounts>();
  for (const finding of openFindings(result)) {
    const counts = open.get(finding.rule) ?? noCounts();
    counts[openStateOf(finding)]++;
    open.set(finding.rule, counts);
  }
  return open;
}

function drawPolicy(policy: Policy, live: (rule: Rule) => Live, language: Language): string {
  const words = wordsOf(language);
  const title = localText(policy.title, language) ?? wordFor(words.area, policy.area);
  const state = `${wordFor(words.state, policy.state)}, ${fill(words.report.rules, { count: policy.rules.length }, language)}`;
  const lines = policy.rules.map((rule) => ruleLine(rule, live(rule), language)).join("");
  return `<details class="policy"><summary><b>${escapeHtml(shorten(title, 200))}</b> <span class="note">${escapeHtml(state)}</span></summary><div>${lines}</div></details>`;
}

function ruleLine(rule: Rule, live: Live, language: Language): string {
  const words = wordsOf(language);
  const remedy = remedyOf(rule, language);
  const shadow = rule.mode === "shadow" ? ` <span class="note">(${escapeHtml(words.report.shadow)})</span>` : "";
  const about = [words.subject[rule.about], words.outcome[rule.decide], ...(rule.source ? [rule.source] : [])].map(escapeHtml).join(" · ");
  return `<details class="rule-line"><summary><span>${escapeHtml(ruleSentence(rule, rule.id, language))}${shadow}</span><span class="rule-state">${liveState(live, language)}</span></summary><div><p class="note"><code>${escapeHtml(rule.id)}</code> · ${about}</p><pre><code>${escapeHtml(shorten(rule.when, 4000))}</code></pre>${examples(rule, language)}${remedy ? `<p class="remedy">${escapeHtml(remedy)}</p>` : ""}</div></details>`;
}

/** What the rule's own examples expect: `license: AGPL-3.0-only → denied`. */
function examples(rule: Rule, language: Language): string {
  const { outcome } = wordsOf(language);
  const lines = rule.examples.slice(0, MOST_EXAMPLES).map(({ given, expect }) => {
    const facts = Object.entries(given).map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`);
    return `<li><code class="soft">${escapeHtml(shorten(facts.join(", "), 300))}</code> → ${stateMark(expect)}${escapeHtml(outcome[expect])}</li>`;
  });
  return lines.length === 0 ? "" : `<ul class="plain">${lines.join("")}</ul>`;
}

/** "● 1,204 fine", "▲ 3 to review", "○ unknown: needs the forge". */
function liveState({ tally, open }: Live, language: Language): string {
  return ruleStanding(tally, open, language)
    .map(({ state, text }) => `${stateMark(state)}${escapeHtml(text)}`)
    .join(" ");
}
