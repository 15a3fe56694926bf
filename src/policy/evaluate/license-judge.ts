// The rules that judge single licences, asked once for each atom of an expression.
import { factDefinition, factNamespaces } from "#facts";
import { type Expression, parseExpression } from "#kit";
import type { Read } from "../expression/part.ts";
import { Unknown } from "../expression/three-valued.ts";
import type { ChoiceTable } from "../licenses/branch.ts";
import type { LicenseFacts, LicenseLookup } from "../licenses/license-facts.ts";
import { Candidates } from "./candidates.ts";
import { Column } from "./column.ts";
import type { AtomResults } from "./judgement.ts";
import { NamespaceReader } from "./namespace-reader.ts";
import { NO_ATOM, type RuleMemo, type RuleResult } from "./rule-memo.ts";
import type { ActiveRule } from "./rules.ts";

/** What the rules read of an atom. */
export function atomReader(reads: readonly Read[]): NamespaceReader {
  const names = new Set(reads.map((read) => read.name).filter((name) => name.startsWith("license.")));
  return new NamespaceReader(
    [...names].map((name) => ({ column: new Column(name, factDefinition(name)), key: name.slice("license.".length) })),
  );
}

export class LicenseJudge {
  private readonly rules: readonly ActiveRule[];
  private readonly atoms: NamespaceReader;
  private readonly memo: RuleMemo;
  private readonly lookup: LicenseLookup;
  private readonly choices: ChoiceTable;
  private readonly candidates: Candidates;
  private readonly atomTuples = new Map<string, number>();
  private readonly expressions = new Map<string, Expression | undefined>();
  private readonly scratch: Int32Array;

  constructor(rules: readonly ActiveRule[], atoms: NamespaceReader, memo: RuleMemo, lookup: LicenseLookup, choices: ChoiceTable) {
    this.rules = rules;
    this.atoms = atoms;
    this.memo = memo;
    this.lookup = lookup;
    this.choices = choices;
    const columns = atoms.sources.map((source) => source.column);
    this.candidates = new Candidates(rules, columns, (name) => columns.findIndex((column) => column.name === name));
    this.scratch = new Int32Array(columns.length);
  }

  /** What the rules say of each atom of a component's licence; `numbers` are the value numbers of its subject, kept for later questions. */
  resultsFor(license: unknown, numbers: Int32Array, product: string | undefined): AtomResults {
    const text = typeof license === "string" ? license : undefined;
    const expression = text === undefined ? undefined : this.expressionOf(text);
    const blame = text === undefined ? NO_LICENSE : UNREADABLE;
    const known = new Map<string | undefined, readonly RuleResult[]>();
    const of = (atom: string | undefined): readonly RuleResult[] => {
      const results = known.get(atom) ?? this.ask(atom, numbers, atom === undefined ? blame : NO_LICENSE);
      known.set(atom, results);
      return results;
    };
    return { expression, choices: this.choices, product, of };
  }

  private ask(atom: string | undefined, numbers: Int32Array, blame: Unknown): readonly RuleResult[] {
    const tuple = atom === undefined ? NO_ATOM : this.tupleOf(atom);
    const results: RuleResult[] = [];
    const visit = (rule: ActiveRule): void => {
      const result = this.memo.ask(rule, numbers, tuple, blame);
      if (result) results.push(result);
    };
    if (tuple === NO_ATOM) this.rules.forEach(visit);
    else {
      this.atoms.copy(tuple, this.scratch, 0);
      this.candidates.each(this.scratch, visit);
    }
    return results.sort((a, b) => a.rule.index - b.rule.index);
  }

  private tupleOf(atom: string): number {
    const known = this.atomTuples.get(atom);
    if (known !== undefined) return known;
    const facts = atom === "NOASSERTION" ? undefined : this.lookup(atom);
    const tuple = facts ? this.atoms.tupleOf(onlyKnown(facts)) : NO_ATOM;
    this.atomTuples.set(atom, tuple);
    return tuple;
  }

  private expressionOf(text: string): Expression | undefined {
    if (!this.expressions.has(text)) this.expressions.set(text, parseExpression(text));
    return this.expressions.get(text);
  }
}

const NO_LICENSE = new Unknown([{ fact: "component.license", reason: "missing" }]);
const UNREADABLE = new Unknown([{ fact: "component.license", reason: "unreadable" }]);

const licenseNames = new Set(Object.keys(factNamespaces.find((namespace) => namespace.name === "license")?.facts ?? {}));

/** Only facts that the registry knows. */
function onlyKnown(facts: LicenseFacts): LicenseFacts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => licenseNames.has(name)));
}
