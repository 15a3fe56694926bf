// An answer for people: the answer first, then why, then where.
import { printable } from "#kit";
import { type CheckResult, checkOutcomes, repositoryChecks } from "#facts";
import { fill, formatDate, type Language, localText, wordFor, wordsOf, vulnerabilityWords } from "#look";
import { type Finding, STALE_CURATION } from "#policy";
import { outcomes, type Rule } from "#program";
import type { Answer, Place, VulnerabilityAnswer } from "#scan";
import { compatibilityLines, obligationLines } from "./print-obligations.ts";

const SHAPES: Readonly<Record<string, string>> = { allow: "●", warn: "▲", review: "▲", deny: "■", unknown: "○" };
const MOST_PLACES = 50;

/** What is printed of the rules that speak. */
export type ToldRule = Pick<Rule, "id" | "statement" | "remedy">;

export function printAnswer(answer: Answer, rules: readonly ToldRule[], language: Language): string {
  const words = wordsOf(language);
  const lines = linesOf(answer, rules, language);
  const shape = SHAPES[answer.outcome] ?? "·";
  const head = answer.question === "impact" || answer.question === "vulnerability" ? "" : `: ${wordFor(words.outcome, answer.outcome)}`;
  return `${shape} ${printable(answer.asked)}${head}\n${lines.map((line) => `    ${printable(line)}\n`).join("")}`;
}

function linesOf(answer: Answer, rules: readonly ToldRule[], language: Language): string[] {
  if (answer.question === "impact") return impactLines(answer, language);
  return answer.question === "vulnerability" ? vulnerabilityLines(answer, language) : verdictLines(answer, rules, language);
}

function vulnerabilityLines(answer: Answer, language: Language): string[] {
  const { check } = wordsOf(language);
  const words = vulnerabilityWords(language);
  const known = answer.vulnerability;
  if (!known) return [check.notKnownHere];
  const names = [known.id, ...known.aliases].filter((name) => name !== answer.asked);
  const head = [wordFor(words.severity, known.severity), ...(known.score === undefined ? [] : [String(known.score)]), ...names].join(", ");
  const lines = [head, ...(known.summary === undefined ? [] : [known.summary]), ...(known.url === undefined ? [] : [known.url])];
  if (known.exploited) lines.push(fill(words.exploitedBy, { by: known.exploited.by }, language));
  for (const { purl, sure, fixed, answers } of known.affects) {
    lines.push(
      `${purl}: ${fixed === undefined ? words.noFix : fill(words.fixedIn, { version: fixed }, language)}${sure ? "" : ` (${words.unsure})`}`,
    );
    for (const said of answers) lines.push(`  ${answerLine(said, language)}`);
  }
  lines.push(...answer.places.slice(0, MOST_PLACES).map(placeLine));
  if (answer.places.length > MOST_PLACES) lines.push(`… ${answer.places.length - MOST_PLACES}`);
  if (answer.places.length === 0) lines.push(answer.outcome === "allow" ? check.setAside : check.usedNowhere);
  return lines;
}

function answerLine(said: VulnerabilityAnswer["affects"][number]["answers"][number], language: Language): string {
  const words = vulnerabilityWords(language);
  const where = said.product === undefined ? "" : ` [${said.product}]`;
  const why = [said.justification, said.because].filter((part) => part !== undefined).join(": ");
  return `${fill(words.says, { by: said.by, status: wordFor(words.status, said.status), date: formatDate(said.at, language) }, language)}${where}${why === "" ? "" : ` (${why})`}`;
}

function verdictLines(answer: Answer, told: readonly ToldRule[], language: Language): string[] {
  const words = wordsOf(language);
  const rules = new Map(told.map((rule) => [rule.id, rule]));
  const lines: string[] = [];
  if (answer.license !== undefined) lines.push(`${words.report.license}: ${answer.license}`);
  for (const group of alike(answer.findings)) {
    const rule = rules.get(group.finding.rule);
    const where = group.products.length === 0 ? "" : ` [${group.products.join(", ")}]`;
    lines.push(`${outcomeWord(group.finding, language)}${where}: ${sentence(group.finding, rule, language)}`);
    for (const detail of details(group.finding, rule, language)) lines.push(`  ${detail}`);
  }
  lines.push(...compatibilityLines(answer.compatibility ?? [], language));
  lines.push(...checkLines(answer.checks ?? [], language));
  lines.push(...obligationLines(answer.obligations ?? [], language));
  for (const place of answer.places.slice(0, MOST_PLACES)) lines.push(placeLine(place));
  return lines;
}

/** How many pass, then what does not, with what to do and where. */
function checkLines(checks: readonly CheckResult[], language: Language): string[] {
  if (checks.length === 0) return [];
  const { checks: words } = wordsOf(language);
  const counts = checkOutcomes.flatMap((outcome) => {
    const count = checks.filter((one) => one.outcome === outcome).length;
    return count === 0 ? [] : [`${wordFor(words.outcome, outcome)} ${count}`];
  });
  const open = checks.filter(({ outcome }) => outcome === "fail" || outcome === "error");
  const isIndicator = ({ id }: CheckResult) => repositoryChecks.find((one) => one.id === id)?.indicator === true;
  const failing = open.filter((one) => !isIndicator(one));
  // An indicator informs: its name is enough.
  const hints = open.filter(isIndicator).map(({ id }) => repositoryChecks.find((one) => one.id === id)?.title[language] ?? id);
  const told = failing.flatMap(({ id, value, places = [] }) => {
    const check = repositoryChecks.find((one) => one.id === id);
    const shown = value === undefined ? "" : ` (${value})`;
    const where = places
      .slice(0, 3)
      .map((place) => `      ${[place.path, place.line].filter((part) => part !== undefined).join(":")}  ${place.note ?? ""}`.trimEnd());
    return [`  ${check?.title[language] ?? id}${shown}  [${id}]`, `    → ${check?.remedy[language] ?? ""}`, ...where];
  });
  return [`${words.title}: ${counts.join(", ")}`, ...told, ...(hints.length === 0 ? [] : [`  ${words.outcome.hint}: ${hints.join(", ")}`])];
}

/** Findings that differ in nothing but where: one answer for all the products that it is for. The worst first. */
function alike(findings: readonly Finding[]): { readonly finding: Finding; readonly products: readonly string[] }[] {
  const groups = new Map<string, { finding: Finding; products: string[] }>();
  for (const finding of findings) {
    const { rule, outcome, because, unknown, license, waiver, mode } = finding;
    const key = JSON.stringify([rule, outcome, because, unknown, license?.chosen, waiver?.expired, mode]);
    const group = groups.get(key) ?? { finding, products: [] };
    groups.set(key, group);
    const { product } = finding.subject;
    if (product !== undefined && !group.products.includes(product)) group.products.push(product);
  }
  return [...groups.values()].sort((a, b) => outcomes.indexOf(b.finding.outcome) - outcomes.indexOf(a.finding.outcome));
}

function outcomeWord(finding: Finding, language: Language): string {
  const words = wordsOf(language);
  if (finding.waiver && !finding.waiver.expired) return words.outcome.waived;
  const word = wordFor(words.outcome, finding.outcome);
  return finding.mode === "shadow" ? `${word} (${words.report.shadow})` : word;
}

function sentence(finding: Finding, rule: ToldRule | undefined, language: Language): string {
  const words = wordsOf(language);
  const said = rule ? localText(rule.statement, language) : undefined;
  if (said !== undefined) return `${said}  (${finding.rule})`;
  return finding.because === "not-covered" ? words.explain.default : finding.rule === STALE_CURATION ? words.explain.stale : finding.rule;
}

function details(finding: Finding, rule: ToldRule | undefined, language: Language): string[] {
  const words = wordsOf(language);
  const { license, unknown = [], waiver } = finding;
  const chosen = license?.chosenBecause === "choice" ? words.explain.chosenOurs : words.explain.chosenBest;
  const until = waiver?.expired ? words.explain.waiverOver : words.explain.waiverUntil;
  const remedy = finding.outcome === "allow" ? undefined : localText(rule?.remedy, language);
  return [
    ...unknown.map((fact) => `${fact.fact}: ${wordFor(words.reason, fact.reason)}`),
    ...(license?.chosen === undefined ? [] : [fill(chosen, { chosen: license.chosen }, language)]),
    ...(waiver
      ? [fill(until, { date: formatDate(waiver.expires, language), owner: waiver.owner, because: waiver.because }, language)]
      : []),
    ...(remedy === undefined ? [] : [`→ ${remedy}`]),
  ];
}

function impactLines(answer: Answer, language: Language): string[] {
  const words = wordsOf(language).check;
  const lines = answer.places.slice(0, MOST_PLACES).map(placeLine);
  if (answer.places.length === 0) lines.push(words.usedNowhere);
  if (answer.places.length > MOST_PLACES) lines.push(`… ${answer.places.length - MOST_PLACES}`);
  for (const purl of answer.undecided ?? []) lines.push(`${words.notComparable} ${purl}`);
  return lines;
}

function placeLine(place: Place): string {
  const where = [place.product, place.deliverable].filter((part) => part !== undefined).join("/");
  const manifest = place.manifests[0];
  const line = manifest === undefined ? "" : `${manifest.path}${manifest.line === undefined ? "" : `:${manifest.line}`}`;
  const path = place.path && place.path.length > 1 ? `  (${place.path.join(" → ")})` : "";
  return `${where === "" ? place.repository : `${where}: ${place.repository}`}  ${line}  ${place.purl}  ${place.scope}${path}`;
}
