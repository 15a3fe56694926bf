// From one licence and one use to what is asked. Derived, never typed in: the same licence and use ask the same of everybody.
import { knowledgeOf } from "../knowledge/knowledge.ts";
import { clauseOf } from "./clauses.ts";
import { type ObligationKind, standingKinds } from "./kinds.ts";
import { isDelivered, type LicenseUsage } from "./usage.ts";
import { obligationRules, situationOf, type Trigger } from "./triggers.ts";

export interface DerivedObligation {
  readonly kind: ObligationKind;
  /** The atom that asks, as SPDX writes it. */
  readonly license: string;
  readonly trigger: Trigger;
  /** The clause of the licence, else where the knowledge of it comes from. */
  readonly source: string;
  /** 0..1: of the knowledge and of the trigger, the less sure one. */
  readonly confidence: number;
  /** It holds always and leaves nothing to hand over. */
  readonly standing: boolean;
}

const known = new Map<string, readonly DerivedObligation[] | undefined>();

/** What an atom asks in a use; undefined where nobody knows what the licence asks. What is not delivered is asked nothing. */
export function obligationsOf(atom: string, usage: LicenseUsage): readonly DerivedObligation[] | undefined {
  if (!isDelivered(usage)) return nothing;
  const key = `${atom}\n${usage.distribution}\n${usage.modified}\n${usage.linkage}`;
  if (known.has(key)) return known.get(key);
  const derived = derive(atom, usage);
  if (known.size < 20_000) known.set(key, derived);
  return derived;
}

const nothing: readonly DerivedObligation[] = [];

function derive(atom: string, usage: LicenseUsage): readonly DerivedObligation[] | undefined {
  const license = knowledgeOf(atom);
  if (license.strength === "unknown" || license.strength === "none") return undefined;
  const situation = situationOf(license, usage);
  return obligationRules
    .filter((rule) => rule.arises(situation))
    .map((rule) => ({
      kind: rule.kind,
      license: license.id,
      trigger: rule.trigger,
      source: clauseOf(license.id, rule.kind) ?? `licence knowledge (${license.source})`,
      confidence: Math.min(rule.confidence, license.confidence),
      standing: standingKinds.has(rule.kind),
    }));
}
