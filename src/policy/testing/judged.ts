import type { Subject } from "#facts";
import type { Program } from "#program";
import { licenseRules, NOW, programWith } from "./build.ts";
import { type EvaluateOptions, evaluatePolicies } from "../evaluate/evaluate.ts";

export function judge(program: Program, subjects: readonly Subject[], options: Partial<EvaluateOptions> = {}) {
  return evaluatePolicies(program, subjects, { now: NOW, ...options });
}

/** Verdict and findings of one use, in a line. */
export function told(program: Program, subject: Subject, options: Partial<EvaluateOptions> = {}): string {
  const { verdicts, findings } = judge(program, [subject], options);
  const list = findings.map(
    (finding) => `${finding.rule} ${finding.outcome} ${finding.because}${finding.mode === "shadow" ? " shadow" : ""}`,
  );
  return [verdicts[0]?.outcome, ...list].join("; ");
}

export const repository = (facts: Readonly<Record<string, unknown>>): Subject => ({
  kind: "repository",
  id: "repository:api",
  label: "api",
  facts: { repository: { id: "api", ...facts } as never },
});
export const house = programWith(licenseRules);
