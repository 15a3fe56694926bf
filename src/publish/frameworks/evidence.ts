// What a run sees by itself of what frameworks ask. Each answers yes, partly, no, or nothing where this run cannot know; numbers say from what.
import { measures as registry } from "#measures";
import { type EvidenceId, type Policy, type PolicyArea, replayReleases } from "#program";
import type { ScanResult } from "#scan";
import { publicPart } from "../site/public.ts";

export interface Evidence {
  readonly state: "yes" | "partly" | "no";
  /** So many of so many; absent where nothing is counted. */
  readonly count?: { readonly is: number; readonly of: number };
}

type Look = (result: ScanResult) => Evidence | undefined;

const YES: Evidence = { state: "yes" };
const NO: Evidence = { state: "no" };

function holds(condition: boolean | undefined): Evidence {
  return condition === true ? YES : NO;
}

/** All: yes; some: partly; of none there is nothing to say. */
function part(is: number, of: number): Evidence | undefined {
  return of === 0 ? undefined : { state: is === of ? "yes" : is > 0 ? "partly" : "no", count: { is, of } };
}

function atLeastOne(is: number): Evidence {
  return { state: is > 0 ? "yes" : "no", count: { is, of: is } };
}

function policyOf({ program }: ScanResult, area: PolicyArea): Policy | undefined {
  return program.policies.find((policy) => policy.area === area);
}

const policy =
  (area: PolicyArea): Look =>
  (result) => {
    const state = policyOf(result, area)?.state;
    return state === undefined ? NO : { state: state === "in-force" || state === "review-due" ? "yes" : "partly" };
  };

const rulesNaming =
  (...words: readonly string[]): Look =>
  ({ program }) =>
    holds(
      program.policies.some(({ rules }) => rules.some(({ when, mode }) => mode === "enforce" && words.some((word) => when.includes(word)))),
    );

const caseKind =
  (kind: string): Look =>
  ({ program }) =>
    holds(program.cases?.some((one) => one.kind === kind));

const team =
  (id: string): Look =>
  ({ program }) => {
    const found = program.organization.teams.find((one) => one.id === id);
    return found === undefined ? NO : { state: found.lead === undefined && found.members.length === 0 ? "partly" : "yes" };
  };

const measured =
  (measure: string): Look =>
  ({ measures }) =>
    holds(measures.some((value) => value.measure === measure && value.value !== null));

export const looks: Readonly<Record<EvidenceId, Look>> = {
  "strategy-in-force": ({ program }) => {
    const state = program.strategy?.state;
    return state === undefined ? NO : { state: state === "in-force" || state === "review-due" ? "yes" : "partly" };
  },
  "activities-owned": ({ program }) => {
    const activities = program.strategy?.activities ?? [];
    return part(activities.filter(({ owner, phase }) => owner !== undefined && phase !== undefined).length, activities.length) ?? NO;
  },
  "sponsor-named": ({ program }) => holds(program.strategy?.sponsor !== undefined),
  "policy-compliance": policy("compliance"),
  "policy-contribution": policy("community-interaction"),
  "policy-use": policy("review-approval"),
  "policy-procurement": policy("commercial-procurement"),
  "rules-on-vulnerabilities": rulesNaming("vulnerab", "exploited"),
  "rules-by-use": rulesNaming("deliverable.distribution", "use.linkage", "use.modified"),
  acknowledged: ({ program }) => {
    const known = new Set(program.records.filter(({ kind }) => kind === "acknowledgement").map(({ id, subject }) => id ?? subject));
    const areas = program.policies.filter(({ area }) => known.has(area) || known.has(`policy:${area}`));
    return part(areas.length, program.policies.length) ?? NO;
  },
  "teams-led": ({ program }) =>
    part(program.organization.teams.filter(({ lead }) => lead !== undefined).length, program.organization.teams.length) ?? NO,
  "trainings-passed": ({ program }) => {
    const evidence = Object.values(program.registers?.training?.trainings ?? {}).flatMap((training) => training.evidence);
    return program.registers?.training
      ? (part(evidence.filter(({ result }) => result === "passed").length, evidence.length) ?? NO)
      : undefined;
  },
  "trainings-held": ({ program }) => {
    const trainings = program.registers?.training;
    return trainings && atLeastOne(Object.values(trainings.trainings).filter(({ evidence }) => evidence.length > 0).length);
  },
  "products-listed": ({ program }) => atLeastOne(program.organization.products.length),
  "products-owned": ({ program }) =>
    part(program.organization.products.filter(({ owner }) => owner !== undefined).length, program.organization.products.length) ?? NO,
  "key-results-measured": ({ program, measures }) => {
    const wanted = (program.strategy?.objectives ?? []).flatMap(({ keyResults }) => keyResults.map(({ measure }) => idOf(measure)));
    return part(wanted.filter((id) => measures.some((value) => value.measure === id && value.value !== null)).length, wanted.length) ?? NO;
  },
  "results-compared": ({ program }) => {
    const reports = program.records.filter(({ kind }) => kind === "report" || kind === "review");
    return reports.length > 0 ? atLeastOne(reports.length) : undefined;
  },
  "obligations-derived": ({ obligations, components }) =>
    components.length === 0
      ? undefined
      : { state: obligations.some(({ kind }) => kind === "unknown") ? "partly" : holds(obligations.length > 0).state },
  "obligations-settled": ({ obligations }) => {
    const due = obligations.filter(({ state }) => state === "open" || state === "fulfilled" || state === "unknown");
    return part(due.filter(({ state }) => state === "fulfilled").length, due.length);
  },
  "contact-public": (result) => holds((publicPart(result).contacts.licences ?? publicPart(result).contacts.general) !== undefined),
  "contact-security-public": (result) => holds((publicPart(result).contacts.security ?? publicPart(result).contacts.general) !== undefined),
  "case-ask": caseKind("ask"),
  "case-report": caseKind("report"),
  "case-contribute": caseKind("contribute"),
  "case-publish": caseKind("publish"),
  "case-use": caseKind("use"),
  "boards-named": ({ program }) => atLeastOne(program.organization.boards.length),
  "legal-team": team("legal"),
  "security-team": team("security"),
  "remedies-stated": ({ program }) => {
    const rules = program.policies.flatMap((one) => one.rules).filter(({ decide }) => decide === "deny" || decide === "review");
    return part(rules.filter(({ remedy }) => remedy !== undefined).length, rules.length);
  },
  inventories: ({ repositories }) => {
    const using = repositories.filter(({ manifests }) => manifests.length > 0);
    const listed = using.filter(({ manifests }) => manifests.some(({ kind, packages }) => kind !== "manifest" && packages > 0));
    return part(listed.length, using.length);
  },
  "releases-archived": ({ program, now }) => {
    const shipped = replayReleases(program.records, now).releases.filter(({ state }) => state === "shipped" || state === "archived");
    return part(shipped.filter(({ state }) => state === "archived").length, shipped.length);
  },
  "vulnerabilities-looked-up": ({ repositories }) => {
    const using = repositories.filter(({ facts }) => typeof facts["components"] === "number" && facts["components"] > 0);
    return part(using.filter(({ facts }) => typeof facts["vulnerabilities"] === "number").length, using.length);
  },
  // These two ask of a framework, not of a run: see answers.ts.
  affirmed: () => undefined,
  "affirmed-lately": () => undefined,
  "alternatives-looked-at": ({ program }) => {
    const register = program.registers?.catalogue;
    return register && atLeastOne(register.investigations?.length ?? 0);
  },
  "dependencies-followed": measured("consumption.outdated-share"),
  "inner-source": ({ program }) => {
    const marked = program.registers?.["inner-source"];
    return marked && atLeastOne(marked.projects.length);
  },
  "commits-upstream": ({ upstreams }) => {
    const told = upstreams.projects.flatMap(({ involvement }) => involvement?.ours ?? []);
    return part(told.filter(({ commits }) => commits > 0).length, told.length);
  },
  "forks-planned": ({ program }) => {
    const forks = program.registers?.forks?.forks;
    return forks && (part(forks.filter(({ plan }) => plan !== undefined).length, forks.length) ?? YES);
  },
  "events-or-memberships": ({ program: { registers } }) =>
    registers?.events || registers?.memberships
      ? atLeastOne(Object.keys(registers.events?.events ?? {}).length + Object.keys(registers.memberships?.memberships ?? {}).length)
      : undefined,
  sponsorships: ({ program: { registers } }) =>
    registers?.memberships && atLeastOne(Object.keys(registers.memberships.sponsorships ?? {}).length),
  memberships: ({ program: { registers } }) =>
    registers?.memberships && atLeastOne(Object.keys(registers.memberships.memberships ?? {}).length),
  "reported-publicly": ({ program }) =>
    program.records.some(({ kind, id }) => kind === "report" && (id === "open-source" || id === "site")) ? YES : undefined,
  "suppliers-followed": ({ suppliers }) => {
    const items = suppliers.flatMap((one) => one.items);
    return part(items.filter(({ gaps, state }) => state !== "none" && gaps.length === 0).length, items.length);
  },
  "critical-planned": ({ upstreams, program: { registers } }) => {
    if (!registers?.support) return undefined;
    const planned = registers.support.support.filter(({ plan }) => plan !== "none").length;
    return part(Math.min(planned, upstreams.projects.length), upstreams.projects.length);
  },
  collaborations: ({ program: { registers } }) =>
    registers?.collaborations && atLeastOne(Object.keys(registers.collaborations.collaborations).length),
  "published-alive": ({ repositories }) => {
    const published = repositories.filter(({ facts }) => facts["published"] === true);
    const alive = published.filter(({ facts }) => typeof facts["daysSinceCommit"] === "number" && facts["daysSinceCommit"] <= 365);
    return part(alive.length, published.length);
  },
  "catalogue-kept": ({ program: { registers } }) => registers?.catalogue && atLeastOne(registers.catalogue.components?.length ?? 0),
  "share-measured": measured("consumption.open-source-share"),
  "roles-held": ({ upstreams }) => {
    const told = upstreams.projects.flatMap(({ involvement }) => involvement?.ours ?? []);
    return part(told.filter(({ maintainers }) => maintainers > 0).length, told.length);
  },
  "rules-on-licences": rulesNaming("license."),
  "upstreams-named": ({ program }) => atLeastOne(program.strategy?.upstreams.length ?? 0),
  "agreements-kept": ({ program: { registers } }) =>
    registers?.agreements && atLeastOne(Object.keys(registers.agreements.agreements).length),
  "support-planned": ({ program: { registers } }) => {
    const plans = registers?.support?.support;
    return plans && (part(plans.filter(({ plan }) => plan !== "none").length, plans.length) ?? NO);
  },
  "components-owned": ({ measures }) => {
    const whole = measures.find(({ measure, subject }) => measure === "consumption.owner-coverage" && subject === "organization");
    return typeof whole?.value === "number" ? { state: whole.value >= 1 ? "yes" : whole.value > 0 ? "partly" : "no" } : undefined;
  },
  "communities-measured": ({ repositories, communities }) => {
    const ours = new Set(communities.map(({ repository }) => repository));
    const published = repositories.filter(({ facts }) => facts["published"] === true);
    return part(published.filter(({ id }) => ours.has(id)).length, published.length);
  },
};

function idOf(measure: string): string {
  return registry.find(({ id, alias }) => id === measure || alias === measure)?.id ?? measure;
}
