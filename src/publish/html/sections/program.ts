// The program: the strategy as a picture, and each policy with the live state of every rule beside its sentence.
import {
  escapeHtml,
  fill,
  formatNumber,
  type Language,
  localText,
  type MapLink,
  type State,
  stateMark,
  strategyMap,
  wordFor,
  wordsOf,
} from "#look";
import type { RuleTally } from "#policy";
import type { Policy, Rule, Strategy } from "#program";
import type { ScanResult } from "#scan";
import { remedyOf, ruleSentence } from "../../words.ts";
import type { Section } from "./section.ts";

export const program: Section = {
  id: "program",
  title: (_result, language) => wordsOf(language).report.program,
  render(result, language) {
    const words = wordsOf(language).report;
    const { strategy, policies } = result.program;
    const map = strategy
      ? `<p>${escapeHtml(words.mapCaption)}</p><div class="scroll" tabindex="0">${draw(strategy, result, language)}</div>`
      : `<p>${escapeHtml(words.noStrategy)}</p>`;
    const tallies = new Map(result.rules.map((tally) => [tally.rule, tally]));
    const open = openByRule(result);
    return `<h2>${escapeHtml(words.program)}</h2>${map}${policies.map((policy) => drawPolicy(policy, tallies, open, language)).join("")}`;
  },
};

function draw(strategy: Strategy, result: ScanResult, language: Language): string {
  const words = wordsOf(language);
  const links: MapLink[] = strategy.activities.flatMap((activity) =>
    Object.entries(activity.serves).map(([objective, strength]) => ({ from: `o:${objective}`, to: `a:${activity.id}`, strength })),
  );
  for (const policy of result.program.policies)
    for (const activity of policy.serves) links.push({ from: `a:${activity}`, to: `p:${policy.area}`, strength: 1 });
  const worst = new Map(result.summary.areas.map((area) => [area.area, area.worst]));
  return strategyMap({
    columns: [
      {
        title: words.report.objectives,
        nodes: strategy.objectives.map((item) => ({ id: `o:${item.id}`, label: localText(item.statement, language) ?? item.id })),
      },
      {
        title: words.report.activities,
        nodes: strategy.activities.map((item) => ({ id: `a:${item.id}`, label: localText(item.title, language) ?? item.id })),
      },
      {
        title: words.report.policies,
        nodes: result.program.policies.map((policy) => ({
          id: `p:${policy.area}`,
          label: wordFor(words.area, policy.area),
          tone: worst.get(policy.area) ?? "none",
        })),
      },
    ],
    links,
    description: words.report.mapCaption,
  });
}

interface Open {
  readonly count: number;
  readonly outcome: State;
}

function openByRule(result: ScanResult): Map<string, Open> {
  const open = new Map<string, Open>();
  for (const finding of result.findings) {
    if (finding.outcome === "allow" || (finding.waiver && !finding.waiver.expired)) continue;
    open.set(finding.rule, { count: (open.get(finding.rule)?.count ?? 0) + 1, outcome: finding.outcome });
  }
  return open;
}

function drawPolicy(policy: Policy, tallies: ReadonlyMap<string, RuleTally>, open: ReadonlyMap<string, Open>, language: Language): string {
  const words = wordsOf(language);
  const title = localText(policy.title, language) ?? wordFor(words.area, policy.area);
  const lines = policy.rules.map((rule) => ruleLine(rule, tallies.get(rule.id), open.get(rule.id), language)).join("");
  return `<details><summary><b>${escapeHtml(title)}</b> <span class="count">${escapeHtml(wordFor(words.state, policy.state))}, ${escapeHtml(fill(words.rulesCount, { count: policy.rules.length }, language))}</span></summary><div>${lines}</div></details>`;
}

function ruleLine(rule: Rule, tally: RuleTally | undefined, open: Open | undefined, language: Language): string {
  const words = wordsOf(language);
  const remedy = remedyOf(rule, language);
  const shadow = rule.mode === "shadow" ? ` <span class="note">(${escapeHtml(words.report.shadow)})</span>` : "";
  return `<details><summary>${escapeHtml(ruleSentence(rule, rule.id, language))}${shadow} <span class="count">${liveState(tally, open, language)}</span></summary><div><p class="note"><code>${escapeHtml(rule.id)}</code> · ${escapeHtml(words.subject[rule.about])} · ${escapeHtml(words.outcome[rule.decide])}${rule.source ? ` · ${escapeHtml(rule.source)}` : ""}</p><pre><code>${escapeHtml(rule.when)}</code></pre>${remedy ? `<p class="remedy">${escapeHtml(remedy)}</p>` : ""}</div></details>`;
}

/** "● 1,204 uses, all fine", "▲ 3 to review", "○ not known: needs the forge". */
function liveState(tally: RuleTally | undefined, open: Open | undefined, language: Language): string {
  const words = wordsOf(language);
  if (!tally || tally.subjects === 0) return `${stateMark("none")}${escapeHtml(words.outcome.none)}`;
  if (open) return `${stateMark(open.outcome)}${formatNumber(open.count, language)} ${escapeHtml(wordFor(words.outcome, open.outcome))}`;
  const answered = tally.matched + tally.notMatched;
  if (answered === 0) {
    const reasons = Object.keys(tally.reasons).map((reason) => wordFor(words.reason, reason));
    return `${stateMark("unknown")}${escapeHtml(words.outcome.unknown)}: ${escapeHtml(reasons.join("; "))}`;
  }
  return `${stateMark("allow")}${formatNumber(answered, language)} ${escapeHtml(words.outcome.allow)}`;
}
