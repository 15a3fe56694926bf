// Judges subjects of one kind: equal inputs are judged once, and only rules whose index entry fits are asked.
import { factDefinition, type Subject } from "#facts";
import type { SubjectKind } from "#kit";
import type { Read } from "../expression/part.ts";
import { Unknown } from "../expression/three-valued.ts";
import type { ChoiceTable } from "../licenses/branch.ts";
import type { LicenseLookup } from "../licenses/license-facts.ts";
import { Candidates } from "./candidates.ts";
import { judge, type Judgement } from "./judgement.ts";
import { atomReader, LicenseJudge } from "./license-judge.ts";
import { PairTable } from "./pair-table.ts";
import { NO_ATOM, RuleMemo, type RuleResult } from "./rule-memo.ts";
import type { ActiveRule, Unit } from "./rules.ts";
import { type Sources, SubjectReader } from "./subject-reader.ts";

export interface JudgeOptions {
  readonly sources: Sources;
  readonly lookup: LicenseLookup;
  readonly choices: ChoiceTable;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const LICENSE = "component.license";
const NOTION = "component.licenseNotion";
const PRODUCT = "product.id";
const nothing = new Unknown([]);

export class KindJudge {
  readonly units: readonly Unit[];
  private readonly reader: SubjectReader;
  private readonly memo: RuleMemo;
  private readonly licenses: LicenseJudge | undefined;
  private readonly candidates: Candidates;
  /** Places of the inputs on which the settling of licences depends. */
  private readonly licenseInputs: readonly number[];
  private readonly pairs = new PairTable();
  private readonly judgements: (Judgement | undefined)[] = [];
  private readonly byTuple: (Judgement | undefined)[] = [];

  constructor(kind: SubjectKind, units: readonly Unit[], options: JudgeOptions) {
    this.units = units;
    const rules = units.flatMap((unit) => unit.rules);
    const ofAtoms = rules.filter((rule) => rule.compiled.perLicense);
    const atoms = atomReader(ofAtoms.flatMap((rule) => rule.compiled.reads));
    const reads = rules.flatMap((rule) => rule.compiled.reads).filter((read) => !read.name.startsWith("license."));
    this.reader = new SubjectReader([...reads, ...ownReads(kind, options.choices)], options.sources);
    this.memo = new RuleMemo(this.reader, atoms, options.now);
    this.candidates = new Candidates(
      rules.filter((rule) => !rule.compiled.perLicense),
      this.reader.columns,
      (name) => this.reader.placeOf(name),
    );
    this.licenses = ofAtoms.length > 0 ? new LicenseJudge(ofAtoms, atoms, this.memo, options.lookup, options.choices) : undefined;
    this.licenseInputs = placesFor(ofAtoms, this.reader);
  }

  /** The same object for subjects with the same inputs. */
  judgementOf(subject: Subject): Judgement {
    const tuple = this.reader.read(subject);
    const known = this.byTuple[tuple];
    if (known) return known;
    const judgement = this.judgeTuple(this.reader.numbers());
    this.byTuple[tuple] = judgement;
    return judgement;
  }

  private judgeTuple(numbers: Int32Array): Judgement {
    const whole: RuleResult[] = [];
    this.candidates.each(numbers, (rule) => {
      const result = this.memo.ask(rule, numbers, NO_ATOM, nothing);
      if (result) whole.push(result);
    });
    whole.sort((a, b) => a.rule.index - b.rule.index);
    let key = -1;
    for (const result of whole) key = this.pairs.intern(key, result.id);
    key = this.pairs.intern(key, -2);
    for (const place of this.licenseInputs) key = this.pairs.intern(key, numbers[place] as number);
    const known = this.judgements[key];
    if (known) return known;
    const product = this.shown(PRODUCT, numbers);
    const atoms = this.licenses?.resultsFor(this.shown(LICENSE, numbers), numbers, typeof product === "string" ? product : undefined);
    const judgement = judge(this.units, whole, atoms, this.shown(NOTION, numbers));
    this.judgements[key] = judgement;
    return judgement;
  }

  private shown(name: string, numbers: Int32Array): unknown {
    const place = this.reader.placeOf(name);
    return place < 0 ? undefined : this.reader.columns[place]?.shown[numbers[place] as number];
  }
}

/** What judging itself needs, whatever the rules read. */
function ownReads(kind: SubjectKind, choices: ChoiceTable): Read[] {
  if (kind !== "usage") return [];
  const perProduct = [...choices.values()].flat().some((choice) => choice.product !== undefined);
  return [LICENSE, NOTION, ...(perProduct ? [PRODUCT] : [])].map((name) => ({ is: "fact", name, definition: factDefinition(name) }));
}

function placesFor(rules: readonly ActiveRule[], reader: SubjectReader): number[] {
  const names = new Set([LICENSE, NOTION, PRODUCT, ...rules.flatMap((rule: ActiveRule) => rule.compiled.reads.map((read) => read.name))]);
  return [...names].map((name) => reader.placeOf(name)).filter((place) => place >= 0);
}
