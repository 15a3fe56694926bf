// From CVSS vectors to scores and bands. https://www.first.org/cvss/
import calculator from "ae-cvss-calculator";
import type { Severity, SeverityBand } from "./types.ts";

const REMEMBERED = 50_000;
const known = new Map<string, Severity | undefined>();

/** Severity of a CVSS vector (2.0, 3.0, 3.1, 4.0); undefined where it is none or leaves base metrics open. */
export function severityOfVector(vector: string): Severity | undefined {
  const text = vector.trim();
  if (known.has(text)) return known.get(text);
  const severity = computed(text);
  if (known.size >= REMEMBERED) known.clear();
  known.set(text, severity);
  return severity;
}

/** Nothing else reaches the calculator, which writes what it does not know to the terminal. */
const FORM =
  /^(?:CVSS:[34]\.[01]\/|CVSS2#|\(?)(?:(?:AV|AC|Au|AT|PR|UI|S|C|I|A|E|RL|RC|CDP|TD|CR|IR|AR|MAV|MAC|MAT|MPR|MUI|MS|MC|MI|MA|VC|VI|VA|SC|SI|SA|MVC|MVI|MVA|MSC|MSI|MSA|AU|R|V|RE|U):[A-Za-z]{1,5}(?:\/|\)?$))+$/;

function computed(vector: string): Severity | undefined {
  if (vector.length > 400 || !FORM.test(vector)) return undefined;
  try {
    const parsed = calculator.fromVector(vector);
    if (!parsed?.isBaseFullyDefined()) return undefined;
    const score = parsed.calculateScores().overall;
    if (typeof score !== "number" || !(score >= 0 && score <= 10)) return undefined;
    return { band: /^CVSS:[34]/.test(vector) ? bandOfScore(score) : bandOfOldScore(score), score, vector };
  } catch {
    return undefined;
  }
}

/** The qualitative scale of CVSS 3 and 4. */
export function bandOfScore(score: number): SeverityBand {
  if (score >= 9) return "critical";
  if (score >= 7) return "high";
  if (score >= 4) return "medium";
  return score > 0 ? "low" : "none";
}

/** NVD's scale for CVSS 2, which has no critical and no none. */
function bandOfOldScore(score: number): SeverityBand {
  return score >= 7 ? "high" : score >= 4 ? "medium" : "low";
}

const words: Readonly<Record<string, SeverityBand>> = {
  none: "none",
  info: "low",
  informational: "low",
  negligible: "low",
  unimportant: "low",
  low: "low",
  moderate: "medium",
  medium: "medium",
  important: "high",
  high: "high",
  critical: "critical",
};

/** What sources call a severity; undefined for `UNKNOWN`, `UNASSIGNED` and anything that is no such word. */
export function bandOfWord(word: string | undefined): SeverityBand | undefined {
  const key = word?.trim().toLowerCase() ?? "";
  return Object.hasOwn(words, key) ? words[key] : undefined;
}

/** The newest of several vectors: a later version of CVSS says more. */
export function severityOfVectors(vectors: readonly string[]): Severity | undefined {
  const rank = (vector: string) =>
    vector.startsWith("CVSS:4") ? 3 : vector.startsWith("CVSS:3.1") ? 2 : vector.startsWith("CVSS:3") ? 1 : 0;
  for (const vector of [...vectors].sort((a, b) => rank(b) - rank(a))) {
    const severity = severityOfVector(vector);
    if (severity) return severity;
  }
  return undefined;
}
