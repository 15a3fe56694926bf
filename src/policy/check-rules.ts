// Everything that is wrong with a program's rules, at once: conditions that cannot be compiled, examples that give what does not exist.
import type { Problem } from "#kit";
import type { Program, Rule } from "#program";
import { compileRule } from "./evaluate/rules.ts";
import { readGiven } from "./examples/given.ts";
import { problemOf } from "./expression/position.ts";

export interface CheckOptions {
  /** Ids of measures that rules may ask for; not checked where absent. */
  readonly measures?: ReadonlySet<string>;
}

/** Problems in the order of the documents; warnings leave a rule usable. */
export function checkRules(program: Program, options: CheckOptions = {}): Problem[] {
  return program.policies.flatMap((policy) =>
    policy.rules.flatMap((rule) => [...checkCondition(rule, program, options), ...checkExamples(rule)]),
  );
}

function checkCondition(rule: Rule, program: Program, { measures }: CheckOptions): Problem[] {
  return compileRule(rule, program, measures).faults.map((fault) => problemOf(fault, rule));
}

function checkExamples(rule: Rule): Problem[] {
  return rule.examples.flatMap(({ given, position }) =>
    readGiven(rule.about, given).faults.map(
      (fault): Problem => ({
        code: "example-facts",
        severity: "error",
        file: position.file,
        line: position.line,
        column: position.column,
        ...fault,
      }),
    ),
  );
}
