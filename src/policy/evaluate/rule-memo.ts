// Each rule is asked once for each distinct tuple of the facts that it reads, however many subjects share it.
import type { Finding, UnknownFact } from "../types.ts";
import { isUnknown, Unknown } from "../expression/three-valued.ts";
import type { Column } from "./column.ts";
import type { NamespaceReader } from "./namespace-reader.ts";
import { NumberMap, PairTable } from "./pair-table.ts";
import type { ActiveRule } from "./rules.ts";
import type { SubjectReader } from "./subject-reader.ts";

/** What a rule says, where it says anything: the condition holds, or is not known. */
export interface RuleResult {
  /** Unique in the run. */
  readonly id: number;
  readonly rule: ActiveRule;
  /** Empty where the condition holds. */
  readonly unknown: readonly UnknownFact[];
  readonly facts: Finding["facts"];
}

/** The atom tuple of a subject whose licence is not known; why, is an argument. */
export const NO_ATOM = -1;

interface Input {
  readonly column: Column;
  /** Its place among the subject's columns, or among those of an atom. */
  readonly at: number;
  readonly ofAtom: boolean;
}

export class RuleMemo {
  private readonly pairs = new PairTable();
  /** By tuple number: the result's id + 1, or 0 where the condition does not hold. */
  private readonly numbers = new NumberMap();
  private readonly results: RuleResult[] = [];
  /** By the rule's index. */
  private readonly inputs: (readonly Input[] | undefined)[] = [];
  private readonly atoms: NamespaceReader;
  private readonly reader: SubjectReader;
  private readonly now: number;
  private readonly atomNumbers: Int32Array;

  constructor(reader: SubjectReader, atoms: NamespaceReader, now: number) {
    this.reader = reader;
    this.atoms = atoms;
    this.now = now;
    this.atomNumbers = new Int32Array(atoms.sources.length);
  }

  /** What the rule says of the subject with these value numbers, and of this atom where it judges licences. `blame`: why there is no atom. */
  ask(rule: ActiveRule, numbers: Int32Array, atom: number, blame: Unknown): RuleResult | null {
    const inputs = this.inputsOf(rule);
    let tuple = this.pairs.intern(-2 - rule.index, rule.compiled.perLicense ? atom : NO_ATOM);
    if (rule.compiled.perLicense && atom === NO_ATOM) tuple = this.pairs.intern(tuple, blame.facts[0]?.reason === "missing" ? 0 : 1);
    for (const input of inputs) if (!input.ofAtom) tuple = this.pairs.intern(tuple, numbers[input.at] as number);
    const known = this.numbers.get(tuple);
    if (known >= 0) return this.results[known - 1] ?? null;
    const result = this.evaluate(rule, inputs, numbers, atom, blame);
    this.numbers.put(tuple, result ? result.id + 1 : 0);
    return result;
  }

  private inputsOf(rule: ActiveRule): readonly Input[] {
    const known = this.inputs[rule.index];
    if (known) return known;
    const inputs = rule.compiled.reads.map((read): Input => {
      const inAtom = this.atoms.sources.findIndex((source) => source.column.name === read.name);
      const at = inAtom >= 0 ? inAtom : this.reader.placeOf(read.name);
      const column = inAtom >= 0 ? this.atoms.sources[inAtom]?.column : this.reader.columns[at];
      return { column: column as Column, at, ofAtom: inAtom >= 0 };
    });
    this.inputs[rule.index] = inputs;
    return inputs;
  }

  private evaluate(rule: ActiveRule, inputs: readonly Input[], numbers: Int32Array, atom: number, blame: Unknown): RuleResult | null {
    if (atom !== NO_ATOM) this.atoms.copy(atom, this.atomNumbers, 0);
    const numberOf = ({ at, ofAtom }: Input): number => (ofAtom ? this.atomNumbers : numbers)[at] as number;
    const lost = (input: Input): boolean => input.ofAtom && atom === NO_ATOM;
    const truth = rule.compiled.evaluate(
      inputs.map((input) => (lost(input) ? blame : input.column.values[numberOf(input)])),
      this.now,
    );
    if (truth === false || (isUnknown(truth) && (rule.quiet || !truth.applicable))) return null;
    const facts = inputs.map((input) => factOf(input.column, lost(input) ? undefined : input.column.shown[numberOf(input)]));
    const result = { id: this.results.length, rule, unknown: truth === true ? [] : truth.facts, facts };
    this.results.push(result);
    return result;
  }
}

function factOf(column: Column, value: Finding["facts"][number]["value"]): Finding["facts"][number] {
  const from = column.definition?.source;
  return { name: column.name, ...(value === undefined ? {} : { value }), ...(from === undefined ? {} : { from }) };
}
