// Findings as SARIF 2.1.0 (OASIS), in the form that code hosts accept: rules with help, results with locations inside one repository, fingerprints.
import { type Language, localText, wordFor, wordsOf } from "#look";
import type { Finding } from "#policy";
import type { Outcome, Rule } from "#program";
import type { ScanResult } from "#scan";
import { plain, remedyOf, rulesOf, ruleSentence } from "../shared/rules.ts";
import { shown } from "../shared/states.ts";

const LEVELS: Readonly<Record<Outcome, "none" | "note" | "warning" | "error">> = {
  allow: "none",
  warn: "note",
  review: "warning",
  deny: "error",
};

/** Code hosts take no more results in one run (GitHub: 25,000 accepted, 5,000 shown): the worst come first, and what is left out is said. */
const MOST_RESULTS = 25_000;
const MOST_LOCATIONS = 10;

export function sarif(result: ScanResult, language: Language): string {
  const rules = rulesOf(result.program);
  const findings = shown(result)
    .filter((finding) => finding.mode === "enforce" && !(finding.waiver && !finding.waiver.expired))
    .sort((a, b) => ORDER.indexOf(b.outcome) - ORDER.indexOf(a.outcome));
  const told = findings.slice(0, MOST_RESULTS);
  const ids = [...new Set(told.map((finding) => finding.rule))].sort();
  const index = new Map(ids.map((id, position) => [id, position]));
  const leftOut = findings.length - told.length;
  const run = {
    tool: {
      driver: {
        name: "Allmend",
        informationUri: "https://github.com/allmend/allmend",
        semanticVersion: result.tool.version,
        rules: ids.map((id) => descriptor(id, rules.get(id), language)),
      },
    },
    automationDetails: { id: "allmend/" },
    columnKind: "utf16CodeUnits",
    results: told.map((finding) => toResult(finding, rules.get(finding.rule), index.get(finding.rule) ?? 0, language)),
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(result, leftOut) }],
  };
  const document = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

const ORDER: readonly Outcome[] = ["allow", "warn", "review", "deny"];

function descriptor(id: string, rule: Rule | undefined, language: Language): object {
  const sentence = ruleSentence(rule, id, language);
  const remedy = remedyOf(rule, language);
  const help = [plain(localText(rule?.statement, language) ?? sentence), remedy].filter((part) => part !== undefined).join("\n\n");
  return {
    id,
    name: id,
    shortDescription: { text: sentence },
    fullDescription: { text: help.slice(0, 1024) },
    help: { text: help, markdown: help },
    defaultConfiguration: { level: LEVELS[rule?.decide ?? "review"] },
    properties: { tags: ["open-source", rule?.area ?? "policy"], precision: rule?.assurance === "signal" ? "medium" : "very-high" },
  };
}

function toResult(finding: Finding, rule: Rule | undefined, ruleIndex: number, language: Language): object {
  const words = wordsOf(language);
  const parts = [
    `${finding.subject.label}: ${ruleSentence(rule, finding.rule, language)}`,
    finding.license ? `${words.report.license}: ${finding.license.expression}.` : undefined,
    finding.because === "matched" ? undefined : `${wordFor(words.because, finding.because)}.`,
    finding.unknown?.map((unknown) => `${unknown.fact}: ${wordFor(words.reason, unknown.reason)}`).join("; "),
    remedyOf(rule, language),
  ];
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: LEVELS[finding.outcome],
    message: { text: parts.filter((part) => part !== undefined && part !== "").join(" ") },
    locations: locations(finding),
    partialFingerprints: { "allmend/1": finding.id },
    properties: { subject: finding.subject.id, area: finding.area, assurance: finding.assurance, because: finding.because },
  };
}

/** At least one location: hosts refuse results without. What has no file of its own stands at the program's document. */
function locations(finding: Finding): object[] {
  const places = finding.evidence.filter((evidence) => evidence.path !== undefined).slice(0, MOST_LOCATIONS);
  if (places.length === 0) return [location("allmend/organization.yaml", undefined)];
  return places.map((evidence) => location(evidence.path ?? "", evidence.line));
}

function location(path: string, line: number | undefined): object {
  // SARIF wants a relative URI reference: each segment percent-encoded, so that hostile names stay names.
  const uri = path.split("/").map(encodeSegment).join("/");
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: "%SRCROOT%" }, region: { startLine: Math.max(1, line ?? 1) } } };
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replaceAll("%40", "@");
}

function notifications(result: ScanResult, leftOut: number): object[] {
  const told = result.problems
    .filter((problem) => problem.severity !== "note")
    .map((problem) => ({
      level: problem.severity === "error" ? "error" : "warning",
      message: { text: `${problem.file}${problem.line === undefined ? "" : `:${problem.line}`}: ${problem.message}` },
      descriptor: { id: problem.code },
    }));
  if (leftOut === 0) return told;
  return [
    ...told,
    {
      level: "warning",
      message: { text: `${leftOut} milder findings were left out of this file.` },
      descriptor: { id: "results-left-out" },
    },
  ];
}
