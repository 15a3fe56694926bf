// Rules about the subject as a whole, in blocks by the namespaces that they read: most subjects differ in one namespace only.
import type { Read } from "../expression/part.ts";
import { Unknown } from "../expression/three-valued.ts";
import { Block, type Projections } from "./block.ts";
import { Candidates } from "./candidates.ts";
import { NumberMap } from "./pair-table.ts";
import { NO_ATOM, type RuleMemo, type RuleResult } from "./rule-memo.ts";
import type { ActiveRule } from "./rules.ts";
import type { SubjectReader } from "./subject-reader.ts";

/** Lists of results as numbers: equal lists have equal numbers; 0 is the empty one. */
export class ResultLists {
  private readonly lists: (readonly RuleResult[])[] = [[]];
  private readonly numbers = new Map<string, number>([["", 0]]);

  numberOf(list: readonly RuleResult[]): number {
    const key = list.map(({ id }) => id).join(" ");
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.lists.push(list) - 1;
    this.numbers.set(key, number);
    return number;
  }

  at(number: number): readonly RuleResult[] {
    return this.lists[number] ?? [];
  }
}

/** What all blocks of one kind of subject share. */
export interface BlockParts {
  readonly reader: SubjectReader;
  readonly shared: Projections;
  readonly memo: RuleMemo;
  readonly results: ResultLists;
}

export class WholeBlock {
  private readonly block: Block;
  private readonly candidates: Candidates;
  private readonly reader: SubjectReader;
  private readonly memo: RuleMemo;
  private readonly results: ResultLists;
  /** By combination: the number of the list of results. */
  private readonly lists = new NumberMap();

  constructor(rules: readonly ActiveRule[], { reader, shared, memo, results }: BlockParts) {
    const reads = rules.flatMap((rule) => rule.compiled.reads);
    this.block = new Block(reader, placesOf(reads, reader), shared);
    this.candidates = new Candidates(rules, reader.columns, (name) => reader.placeOf(name));
    this.reader = reader;
    this.memo = memo;
    this.results = results;
  }

  /** The number of the list of what these rules say of the subject that was read last. */
  list(): number {
    const combination = this.block.combination();
    const known = this.lists.get(combination);
    if (known >= 0) return known;
    const list = this.ask();
    this.lists.put(combination, list);
    return list;
  }

  private ask(): number {
    const numbers = this.reader.numbers();
    const found: RuleResult[] = [];
    this.candidates.each(numbers, (rule) => {
      const result = this.memo.ask(rule, numbers, NO_ATOM, nothing);
      if (result) found.push(result);
    });
    return this.results.numberOf(found.sort((a, b) => a.rule.index - b.rule.index));
  }
}

const nothing = new Unknown([]);

export function wholeBlocks(rules: readonly ActiveRule[], parts: BlockParts): WholeBlock[] {
  const groups = Map.groupBy(rules, (rule) => namespacesOf(rule, parts.reader));
  return [...groups.values()].map((group) => new WholeBlock(group, parts));
}

function namespacesOf(rule: ActiveRule, reader: SubjectReader): string {
  const namespaces = new Set(placesOf(rule.compiled.reads, reader).map((place) => reader.namespaceOf(place)));
  return [...namespaces].sort((a, b) => a - b).join(" ");
}

export function placesOf(reads: readonly Read[], reader: SubjectReader): number[] {
  return reads.map((read) => reader.placeOf(read.name)).filter((place) => place >= 0);
}
