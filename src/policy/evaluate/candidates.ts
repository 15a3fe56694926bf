// The index: from a value of one input to the rules that can hold with it. Rules without a necessary condition are always asked.
import { isUnknown } from "../expression/three-valued.ts";
import type { Column } from "./column.ts";
import type { ActiveRule } from "./rules.ts";

interface Guarded {
  readonly rule: ActiveRule;
  readonly values: ReadonlySet<unknown>;
}

interface Index {
  readonly column: Column;
  readonly at: number;
  readonly rules: readonly Guarded[];
  /** By value number: those whose condition allows that value. */
  readonly byNumber: (readonly ActiveRule[] | undefined)[];
}

export class Candidates {
  private readonly always: readonly ActiveRule[];
  private readonly indexes: readonly Index[];

  /** `placeOf` gives the place of an input among the columns, -1 where it is none of them. */
  constructor(rules: readonly ActiveRule[], columns: readonly Column[], placeOf: (name: string) => number) {
    const always: ActiveRule[] = [];
    const byPlace = new Map<number, Guarded[]>();
    for (const rule of rules) {
      const guard = bestGuard(rule, placeOf);
      if (!guard) always.push(rule);
      else byPlace.set(guard.at, [...(byPlace.get(guard.at) ?? []), { rule, values: guard.values }]);
    }
    this.always = always;
    this.indexes = [...byPlace].map(([at, guarded]) => ({ column: columns[at] as Column, at, rules: guarded, byNumber: [] }));
  }

  /** Calls `visit` with every rule that may hold, or may not be known to hold, for these value numbers. */
  each(numbers: Int32Array, visit: (rule: ActiveRule) => void): void {
    for (const rule of this.always) visit(rule);
    for (const index of this.indexes) {
      const number = numbers[index.at] as number;
      index.byNumber[number] ??= allowed(index, number);
      for (const rule of index.byNumber[number]) visit(rule);
    }
  }
}

function allowed(index: Index, number: number): readonly ActiveRule[] {
  const value = index.column.values[number];
  // "unknown" in a closed set is no knowledge: conditions on it are not false but not known
  const open = isUnknown(value) || value === "unknown";
  return index.rules.filter(({ values }) => open || values.has(value)).map(({ rule }) => rule);
}

/** The necessary condition with the fewest values. */
function bestGuard(rule: ActiveRule, placeOf: (name: string) => number): { at: number; values: ReadonlySet<unknown> } | undefined {
  let best: { at: number; values: ReadonlySet<unknown> } | undefined;
  for (const guard of rule.compiled.guards) {
    const at = placeOf(rule.compiled.reads[guard.slot]?.name ?? "");
    if (at >= 0 && (!best || guard.values.size < best.values.size)) best = { at, values: guard.values };
  }
  return best;
}
