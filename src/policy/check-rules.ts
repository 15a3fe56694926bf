// Everything that is wrong with a program's rules, at once: conditions that cannot be compiled, examples that give what does not exist.
import { type Problem, problemText, phrase } from "#kit";
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
  const rules = program.policies.flatMap((policy) => policy.rules);
  return [...rules.flatMap((rule) => [...checkCondition(rule, program, options), ...checkExamples(rule)]), ...checkWaivers(rules, program)];
}

/** The program without the rules whose condition cannot be compiled: for reports that say what is left and name what is wrong, never for a gate. */
export function withoutBrokenRules(program: Program): Program {
  const holds = (rule: Rule) => compileRule(rule, program, undefined).compiled !== undefined;
  return { ...program, policies: program.policies.map((policy) => ({ ...policy, rules: policy.rules.filter(holds) })) };
}

/** Our own rules can be waived. What a licensor asks cannot: nobody but the licensor can let us off. */
function checkWaivers(rules: readonly Rule[], program: Program): Problem[] {
  const waived = new Set(program.licenses.waivers.map((waiver) => waiver.rule));
  const asked = new Set(rules.filter((rule) => waived.has(rule.id) && saysWhatLicensorsAsk(rule, program)).map((rule) => rule.id));
  return program.licenses.waivers
    .filter((waiver) => asked.has(waiver.rule))
    .map(
      ({ rule, position: { file, line, column } }): Problem => ({
        code: "waiver-of-obligation",
        severity: "error",
        file,
        line,
        column,
        ...problemText({
          message: phrase`"${rule}" says what licensors ask; we cannot waive that.`,
          hint: phrase`Do what is asked and record the evidence, or record why it does not apply: allmend record obligation.`,
        }),
      }),
    );
}

function saysWhatLicensorsAsk(rule: Rule, program: Program): boolean {
  const { compiled } = compileRule(rule, program, undefined);
  return compiled?.reads.some((read) => read.is === "fact" && read.definition?.licensor === true) ?? false;
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
        ...problemText(fault),
      }),
    ),
  );
}
