// Three-valued logic after Kleene, with blame: a result that is not known names the facts that would decide it.
import { compareText } from "#kit";
import type { UnknownFact } from "../types.ts";

/**
 * The third value. `applicable` is false where there is nothing to ask (the share of pinned actions in a repository without actions):
 * such a value behaves like false in conditions, negated or not, and is no gap in our knowledge.
 */
export class Unknown {
  readonly facts: readonly UnknownFact[];
  readonly applicable: boolean;

  constructor(facts: readonly UnknownFact[], applicable = true) {
    this.facts = facts;
    this.applicable = applicable;
  }

  /** Both are needed: what is not applicable decides, else both are to blame. */
  and(other: Unknown): Unknown {
    if (other === this) return this;
    if (this.applicable !== other.applicable) return this.applicable ? other : this;
    return new Unknown(union(this.facts, other.facts), this.applicable);
  }

  /** Either would do: what might still come decides. */
  or(other: Unknown): Unknown {
    if (other === this) return this;
    if (this.applicable !== other.applicable) return this.applicable ? this : other;
    return new Unknown(union(this.facts, other.facts), this.applicable);
  }
}

export function isUnknown(value: unknown): value is Unknown {
  return value instanceof Unknown;
}

/** The truth of a condition. */
export type Truth = boolean | Unknown;

/** False if either is false, whatever the other. */
export function both(left: Truth, right: () => Truth): Truth {
  if (left === false) return false;
  const other = right();
  if (left === true || other === false) return other;
  return other === true ? left : left.and(other);
}

/** True if either is true, whatever the other. */
export function either(left: Truth, right: () => Truth): Truth {
  if (left === true) return true;
  const other = right();
  if (left === false) return other;
  if (other === true) return true;
  return other === false ? left : left.or(other);
}

/** Each fact once, by name: the same blame has the same bytes whatever the order of evaluation. */
function union(a: readonly UnknownFact[], b: readonly UnknownFact[]): readonly UnknownFact[] {
  const byName = new Map<string, UnknownFact>();
  for (const fact of a) byName.set(fact.fact, fact);
  for (const fact of b) if (!byName.has(fact.fact)) byName.set(fact.fact, fact);
  return [...byName.values()].sort((x, y) => compareText(x.fact, y.fact));
}
