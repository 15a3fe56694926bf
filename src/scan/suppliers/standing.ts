// How a supplier and a delivery stand on a day: clauses, support, conformance, renewal. Pure dates and lists.
import type { Procurement } from "#program";
import { daysBetween } from "../context.ts";
import type { Supplied } from "./supplied.ts";

/** OpenChain: an affirmation holds for eighteen months. */
export const OPEN_CHAIN_DAYS = 548;
/** A delivery is asked for anew each year. */
export const RENEWAL_DAYS = 365;

/** Clauses that the supplier's tier asks for and the contract does not hold; undefined where nobody says what contracts must hold, or what this one holds. */
export function clausesMissing({ supplier, item }: Supplied, procurement: Procurement | undefined): readonly string[] | undefined {
  const { clauses } = procurement ?? {};
  if (!clauses || item.clauses === undefined) return undefined;
  return clauses
    .filter(({ tiers, kinds }) => tiers.includes(supplier.tier) && (kinds === undefined || kinds.includes(item.kind)))
    .map(({ id }) => id)
    .filter((id) => !item.clauses?.includes(id));
}

/** Days from the end of need to the end of support; negative where support ends earlier. Undefined where one of the two is not known. */
export function supportDays({ item }: Supplied): number | undefined {
  return item.supportUntil === undefined || item.neededUntil === undefined ? undefined : daysBetween(item.neededUntil, item.supportUntil);
}

/** Days until an accepted delivery is asked for anew; negative when overdue; undefined for one that is not accepted. */
export function renewalDays({ delivery }: Supplied, now: string): number | undefined {
  if (delivery?.state !== "accepted") return undefined;
  const accepted = delivery.steps.findLast((step) => step.to === "accepted")?.at;
  return accepted === undefined ? undefined : RENEWAL_DAYS - daysBetween(accepted.slice(0, 10), now);
}
