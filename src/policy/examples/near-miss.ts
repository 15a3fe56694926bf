// How far a rule's condition holds for an example that it does not decide.
import type { Program, Rule } from "#program";
import { compileRule } from "../evaluate/rules.ts";
import { SubjectReader } from "../evaluate/subject-reader.ts";
import { atomReader } from "../evaluate/license-judge.ts";
import { type LicenseLookup, withCategories } from "../licenses/license-facts.ts";
import type { Given } from "./given.ts";

/**
 * The conjuncts that hold, as a condition of their own; undefined where none does. `given` holds one licence at most.
 * All of them hold where the rule is met and a choice between licences avoids it.
 */
export function partlyHolding(rule: Rule, program: Program, given: Given, lookup: LicenseLookup): string | undefined {
  const { compiled } = compileRule(rule, program, undefined);
  if (!compiled) return undefined;
  const values = valuesOf(rule, program, given, lookup);
  const holding = compiled.conjuncts.filter((conjunct) => conjunct.evaluate(values, Date.parse(given.now)) === true);
  return holding.length === 0 ? undefined : holding.map(({ source }) => `(${source})`).join(" && ");
}

/** What the condition would see. */
function valuesOf(rule: Rule, program: Program, given: Given, lookup: LicenseLookup): readonly unknown[] {
  const { compiled } = compileRule(rule, program, undefined);
  const reads = compiled?.reads ?? [];
  const attested = new Map(given.attested);
  const reader = new SubjectReader(
    reads.filter((read) => !read.name.startsWith("license.")),
    {
      parameters: program.organization.parameters,
      attested: (_subject, id) => attested.get(id),
      measure: (_subject, id) => given.measures.get(id),
      agreements: given.covered === undefined ? undefined : { covers: () => given.covered },
      overrides: new Map(),
    },
  );
  reader.read(given.subject);
  const numbers = reader.numbers();
  const license = given.subject.facts.component?.license;
  const atom = typeof license === "string" ? withCategories(program.licenses.categories, lookup)(license) : undefined;
  const atoms = atomReader(reads);
  const atomNumbers = new Int32Array(atoms.sources.length);
  atoms.copy(atoms.tupleOf(atom), atomNumbers, 0);
  return reads.map((read) => {
    const at = atoms.sources.findIndex((source) => source.column.name === read.name);
    if (at >= 0) return atoms.sources[at]?.column.values[atomNumbers[at] as number];
    const place = reader.placeOf(read.name);
    return reader.columns[place]?.values[numbers[place] as number];
  });
}
