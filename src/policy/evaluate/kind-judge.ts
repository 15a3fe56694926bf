// Judges subjects of one kind: equal inputs are judged once, and only rules whose index entry fits are asked.
import { factDefinition, type Subject } from "#facts";
import type { SubjectKind } from "#kit";
import type { Read } from "../expression/part.ts";
import type { ChoiceTable } from "../licenses/branch.ts";
import type { LicenseLookup } from "../licenses/license-facts.ts";
import { Block, Projections } from "./block.ts";
import { type AtomResults, judge, type Judgement } from "./judgement.ts";
import { atomReader, LicenseJudge } from "./license-judge.ts";
import { NumberMap, PairTable } from "./pair-table.ts";
import { RuleMemo, type RuleResult } from "./rule-memo.ts";
import type { Unit } from "./rules.ts";
import { type Sources, SubjectReader } from "./subject-reader.ts";
import { placesOf, ResultLists, type WholeBlock, wholeBlocks } from "./whole-block.ts";

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

/** `T`: what follows from a judgement, made once for all subjects that share it. */
export class KindJudge<T> {
  private readonly units: readonly Unit[];
  private readonly reader: SubjectReader;
  private readonly whole: readonly WholeBlock[];
  private readonly licenses: LicenseJudge | undefined;
  /** The inputs on which the settling of licences depends. */
  private readonly licenseInputs: Block;
  private readonly results = new ResultLists();
  /** By the combination of those inputs. */
  private readonly atoms = new Map<number, AtomResults>();
  private readonly pairs = new PairTable();
  /** Places in `conclusions` by the number of what was answered. */
  private readonly places = new NumberMap();
  private readonly conclusions: T[] = [];
  private readonly conclude: (judgement: Judgement) => T;

  constructor(kind: SubjectKind, units: readonly Unit[], options: JudgeOptions, conclude: (judgement: Judgement) => T) {
    this.conclude = conclude;
    this.units = units;
    const rules = units.flatMap((unit) => [...unit.rules]);
    const ofAtoms = rules.filter((rule) => rule.compiled.perLicense);
    const atoms = atomReader(ofAtoms.flatMap((rule) => rule.compiled.reads));
    const own = ownReads(kind, options.choices);
    const reads = [...rules.flatMap((rule) => rule.compiled.reads), ...own];
    this.reader = new SubjectReader(
      reads.filter((read) => !read.name.startsWith("license.")),
      options.sources,
    );
    const memo = new RuleMemo(this.reader, atoms, options.now);
    const shared = new Projections();
    const parts = { reader: this.reader, shared, memo, results: this.results };
    this.whole = wholeBlocks(
      rules.filter((rule) => !rule.compiled.perLicense),
      parts,
    );
    this.licenses = ofAtoms.length > 0 ? new LicenseJudge(ofAtoms, atoms, memo, options.lookup, options.choices) : undefined;
    this.licenseInputs = new Block(this.reader, placesOf([...ofAtoms.flatMap((rule) => rule.compiled.reads), ...own], this.reader), shared);
  }

  /** The same object for subjects with the same answers. */
  conclusionFor(subject: Subject): T {
    this.reader.read(subject);
    const combination = this.licenses ? this.licenseInputs.combination() : 0;
    let key = this.pairs.intern(0, combination) + 1;
    for (const block of this.whole) {
      const list = block.list();
      // lists are numbered over all blocks, so that the empty one may be passed over
      if (list !== 0) key = this.pairs.intern(-key, list) + 1;
    }
    const place = this.places.get(key);
    if (place >= 0) return this.conclusions[place] as T;
    const conclusion = this.conclude(
      this.judge(
        this.whole.flatMap((block) => this.results.at(block.list())),
        combination,
      ),
    );
    this.places.put(key, this.conclusions.push(conclusion) - 1);
    return conclusion;
  }

  private judge(whole: readonly RuleResult[], combination: number): Judgement {
    const sorted = whole.toSorted((a, b) => a.rule.index - b.rule.index);
    return judge(this.units, sorted, this.atomResults(combination), this.shown(NOTION));
  }

  /** What rules say of each atom: the same for all subjects with the same inputs of licence rules. */
  private atomResults(combination: number): AtomResults | undefined {
    const known = this.atoms.get(combination);
    if (known || !this.licenses) return known;
    const product = this.shown(PRODUCT);
    const numbers = this.reader.numbers().slice();
    const results = this.licenses.resultsFor(this.shown(LICENSE), numbers, typeof product === "string" ? product : undefined);
    this.atoms.set(combination, results);
    return results;
  }

  /** A fact of the subject that was read last. */
  private shown(name: string): unknown {
    const place = this.reader.placeOf(name);
    return place < 0 ? undefined : this.reader.columns[place]?.shown[this.reader.numbers()[place] as number];
  }
}

/** What judging itself needs, whatever the rules read. */
function ownReads(kind: SubjectKind, choices: ChoiceTable): Read[] {
  if (kind !== "usage") return [];
  const perProduct = [...choices.values()].flat().some((choice) => choice.product !== undefined);
  return [LICENSE, NOTION, ...(perProduct ? [PRODUCT] : [])].map((name) => ({ is: "fact", name, definition: factDefinition(name) }));
}
