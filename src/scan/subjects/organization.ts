// Facts of the organisation itself: what its own documents say, and where they leave gaps.
import type { Facts, Subject } from "#facts";
import { olderThanStrategy, type Policy, policyAreas, type Strategy } from "#program";
import { daysBetween, type ScanContext } from "../context.ts";
import { organizationRegisterFacts } from "../registers.ts";
import { organizationRecordFacts } from "../said.ts";

export function organizationSubject(context: ScanContext): Subject {
  const { organization } = context;
  return {
    kind: "organization",
    id: `organization:${organization.id}`,
    label: organization.name,
    facts: {
      organization: {
        ...organizationFacts(context),
        ...gaps(context),
        ...organizationRegisterFacts(context),
        ...organizationRecordFacts(context),
      },
    },
    evidence: { "": [{ path: organization.position.file, line: organization.position.line }] },
  };
}

type Values = NonNullable<Facts[string]>;

/** What the organisation's own documents are read from. */
export type Documents = Pick<ScanContext, "organization" | "program" | "now">;

/** The facts that rules about every other subject may read, too. */
export function organizationFacts(context: Documents): Values {
  const { organization, program } = context;
  return {
    id: organization.id,
    name: organization.name,
    domains: organization.domains,
    forges: organization.forges,
    models: [...new Set(organization.products.flatMap((product) => product.models))].sort(),
    products: organization.products.length,
    executives: organization.executives.length,
    boards: organization.boards.length,
    hasLegal: teamReachable(context, "legal"),
    hasSecurity: teamReachable(context, "security"),
    hasStrategy: program.strategy !== undefined,
    ...(program.strategy ? strategyFacts(program.strategy, context) : {}),
    policiesInForce: program.policies.filter((policy) => policy.state === "in-force").length,
  };
}

function teamReachable(context: Documents, id: string): boolean {
  const team = context.organization.teams.find((candidate) => candidate.id === id);
  return team !== undefined && (team.lead !== undefined || team.deputies.length > 0);
}

function strategyFacts(strategy: Strategy, context: Documents): Values {
  return {
    strategyState: strategy.state,
    strategySponsor: strategy.sponsor !== undefined && context.organization.executives.includes(strategy.sponsor),
    strategyWords: strategy.words,
    objectives: strategy.objectives.length,
    ...(strategy.review ? { strategyReviewDays: daysBetween(context.now, strategy.review) } : {}),
  };
}

const SETTLED: ReadonlySet<string> = new Set(["approved", "in-force", "review-due"]);

function gaps(context: ScanContext): Values {
  const { organization, program } = context;
  const used = new Set(context.uses.map((use) => use.product));
  const strategy = program.strategy;
  const settled = strategy !== undefined && SETTLED.has(strategy.state);
  return {
    productsWithoutOwner: ids(organization.products.filter((product) => product.owner === undefined)),
    productsWithoutInventory: ids(organization.products.filter((product) => !used.has(product.id))),
    repositoriesWithoutProduct: context.repositories
      .filter((found) => found.kind !== "sbom" && !context.places.get(found.id)?.length)
      .map((found) => found.id),
    teamsWithoutLead: ids(organization.teams.filter((team) => team.lead === undefined)),
    ...(strategy ? strategyGaps(strategy) : {}),
    ...policyGaps(program.policies, context),
    structureBeforeStrategy: settled
      ? olderThanStrategy(organization, strategy).length > 0
      : organization.boards.length + organization.executives.length > 0,
    rulesWithoutExamples: program.policies.flatMap((policy) => policy.rules).filter((rule) => rule.examples.length === 0).length,
    waiversExpired: program.licenses.waivers.filter((waiver) => daysBetween(waiver.expires, context.now) > 0).length,
  };
}

function strategyGaps(strategy: Strategy): Values {
  const served = new Set(strategy.activities.flatMap((activity) => Object.keys(activity.serves)));
  return {
    objectivesWithoutActivity: ids(strategy.objectives.filter((objective) => !served.has(objective.id))),
    objectivesWithoutKeyResult: ids(strategy.objectives.filter((objective) => objective.keyResults.length === 0)),
    activitiesWithoutObjective: ids(strategy.activities.filter((activity) => Object.keys(activity.serves).length === 0)),
    activitiesWithoutOwner: ids(strategy.activities.filter((activity) => activity.owner === undefined)),
  };
}

function policyGaps(policies: readonly Policy[], context: ScanContext): Values {
  const areas = new Set(policies.map((policy) => policy.area));
  const named = (which: (policy: Policy) => boolean) => policies.filter(which).map((policy) => policy.area);
  return {
    areasWithoutPolicy: policyAreas.filter((area) => !areas.has(area)),
    policiesWithoutOwner: named((policy) => policy.owner === undefined),
    policiesWithoutApprover: named((policy) => policy.state === "in-force" && policy.approvedBy === undefined),
    policiesWithoutActivity: named((policy) => policy.serves.length === 0),
    policiesOverdue: named((policy) => policy.review !== undefined && daysBetween(policy.review, context.now) > 0),
  };
}

function ids(items: readonly { readonly id: string }[]): string[] {
  return items.map((item) => item.id);
}
