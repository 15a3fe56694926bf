// Which branch of an OR was taken, also where nothing is to be said against it: AND takes the worst, OR the best, and the choice is recorded.
import type { Subject } from "#facts";
import { type EvaluateOptions, evaluatePolicies, type LicenseBranch, type Verdict } from "#policy";
import type { Program } from "#program";

/** Notes subjects with a choice while they go by, and answers afterwards which branch each took. */
export class Choices {
  readonly #subjects: Subject[] = [];

  *noting(subjects: Iterable<Subject>): Generator<Subject> {
    for (const subject of subjects) {
      const license = subject.facts.component?.license;
      if (subject.kind === "usage" && typeof license === "string" && / or /i.test(license)) this.#subjects.push(subject);
      yield subject;
    }
  }

  /** The verdicts with the branch that was taken, where there was one to take. */
  record(verdicts: readonly Verdict[], program: Program, options: EvaluateOptions): readonly Verdict[] {
    if (this.#subjects.length === 0) return verdicts;
    const taken = new Map<string, LicenseBranch>();
    for (const { subject, license } of evaluatePolicies(program, this.#subjects, { ...options, permissions: true }).findings)
      if (license?.chosen !== undefined && !taken.has(subject.id)) taken.set(subject.id, license);
    return verdicts.map((verdict) => {
      const license = taken.get(verdict.subject);
      return license ? { ...verdict, license } : verdict;
    });
  }
}
