// How a component is used in what a product delivers, as licences ask: what is said of the use, and how its deliverable leaves the house.
import type { LicenseUsage } from "#facts";
import type { ScanContext } from "../context.ts";
import type { ResultComponent, ResultUse } from "../result.ts";
import { usesOf, type UseFacts } from "./statements.ts";

/** Undefined outside every product: nobody knows how it leaves the house. The same answer is the same object. */
export type UsageOf = (use: ResultUse, component: ResultComponent) => LicenseUsage | undefined;

export type UsageContext = Pick<ScanContext, "program" | "organization">;

type Distribution = LicenseUsage["distribution"];

const made = new WeakMap<UsageContext, UsageOf>();

/** One for each context. */
export function usagesOf(context: UsageContext): UsageOf {
  const known = made.get(context) ?? reader(context);
  made.set(context, known);
  return known;
}

function reader(context: UsageContext): UsageOf {
  const factsOf = usesOf(context);
  const ways = new Map(
    context.organization.products.map(({ id, deliverables }) => [
      id,
      new Map(deliverables.map((one) => [one.id, usagesFor(one.distribution)])),
    ]),
  );
  return (use, component) => {
    if (use.product === undefined || use.deliverable === undefined) return undefined;
    return ways.get(use.product)?.get(use.deliverable)?.(factsOf(use, component));
  };
}

const byDistribution = new Map<Distribution, Map<UseFacts, LicenseUsage>>();

/** Facts are a few dozen objects, so that this stays small. */
function usagesFor(distribution: Distribution): (facts: UseFacts) => LicenseUsage {
  const known = byDistribution.get(distribution) ?? new Map<UseFacts, LicenseUsage>();
  byDistribution.set(distribution, known);
  return (facts) => {
    const before = known.get(facts);
    if (before) return before;
    const { stated: _stated, ...rest } = facts;
    const usage = { ...rest, distribution };
    known.set(facts, usage);
    return usage;
  };
}
