// A run as the formulas of the measures see it.
import { answersOnRecord, cultureAnswersOnRecord, libyearsOf } from "#facts";
import { compareVersions } from "#kit";
import {
  computeMeasures,
  cultureResults,
  type MeasuredComponent,
  type MeasuredRepository,
  type MeasureValue,
  surveyResults,
} from "#measures";
import { counts, type Finding, type RuleTally } from "#policy";
import type { Outcome } from "#program";
import type { Collected, ScanContext } from "./context.ts";
import { measuredOf } from "./deliveries/measured-of.ts";
import { measuredRequests } from "./imports/change-requests.ts";
import { confirmedOwners, ownersOf, peopleOf } from "./registers.ts";
import type { ResultComponent } from "./result.ts";
import { saidOnRecord } from "./said.ts";
import { repositoryFacts } from "./subjects/repository.ts";

const WEEK = 7 * 86_400_000;

/** Figures of a run: of facts, and of what the rules made of them. */
export function measure(
  context: ScanContext,
  findings: readonly Finding[],
  rules: readonly RuleTally[],
  gate: { readonly failOn: Outcome; readonly baseline?: string },
): readonly MeasureValue[] {
  const repositories = context.repositories.map((found) => measured(found, context));
  const publicWork = context.publicWork?.(repositories.flatMap(({ id, published }) => (published ? [id] : [])));
  const isWatched = context.vulnerabilities.watchedSince(new Date(Date.parse(context.now) - WEEK).toISOString());
  const confirmedOwner = confirmedOwners(context);
  const owners = ownersOf(context);
  const { engineers } = context.organization;
  return computeMeasures({
    now: context.now,
    products: context.organization.products,
    repositories,
    ...(publicWork ? { publicWork } : {}),
    ...(isWatched ? { isWatched } : {}),
    ...(engineers === undefined ? {} : { engineers }),
    changeRequests: measuredRequests(context),
    ...(context.program.registers ? { registers: context.program.registers } : {}),
    ...(confirmedOwner ? { confirmedOwner } : {}),
    ...(owners ? { ownersOf: owners } : {}),
    ...saidOnRecord(context),
    people: peopleOf(context.organization),
    components: context.components.map(measuredComponent),
    uses: context.uses,
    upstreams: context.upstreams.projects,
    deliveries: context.deliveries.entries,
    surveys: surveysOf(context),
    culture: cultureResults(cultureAnswersOnRecord(context.program.records, context.now)),
    worstOpen: (component, product) => context.vulnerabilities.worst(component, product),
    ...(context.organization.referenceLines ? { references: context.organization.referenceLines } : {}),
    ...(context.program.strategy ? { strategy: context.program.strategy } : {}),
    judged: {
      findings: findings.map((finding) => ({
        outcome: finding.outcome,
        counts: counts(finding) && finding.age !== "known",
        ...(finding.subject.product === undefined ? {} : { product: finding.subject.product }),
        ...(finding.waiver === undefined ? {} : { waiver: finding.waiver }),
        ...(finding.firstSeen === undefined ? {} : { firstSeen: finding.firstSeen }),
        stands: counts(finding),
        ...(isUnlicensed(finding) ? { unlicensed: finding.subject.id } : {}),
      })),
      rules,
      ...gate,
    },
  });
}

/** It is about a use, and nobody knows under which licence that is used. */
function isUnlicensed({ subject, unknown, facts }: Finding): boolean {
  return (
    subject.kind === "usage" &&
    (unknown?.some(({ fact }) => fact === "component.license" || fact.startsWith("license.")) === true ||
      facts.some(({ name, value }) => name === "component.licenseNotion" && value === "none"))
  );
}

function measuredComponent({ type, version, license, pinned, health, sourceBytes }: ResultComponent): MeasuredComponent {
  const years = health && libyearsOf(health);
  const order = health?.latest === undefined || !pinned ? undefined : compareVersions(type, version, health.latest);
  return {
    pinned,
    ...(sourceBytes === undefined ? {} : { sourceBytes }),
    ...(license === undefined ? {} : { license }),
    ...(years === undefined ? {} : { libyears: years }),
    ...(order === undefined ? {} : { outdated: order < 0 }),
  };
}

/** What people say of their delivery, added up, beside what was measured. */
function surveysOf({ program, organization, deliveries }: ScanContext) {
  const measured = (subject: string) => measuredOf(subject, organization, deliveries.entries);
  return surveyResults(answersOnRecord(program.records), { year: 2021, measured });
}

function measured(found: Collected, context: ScanContext): MeasuredRepository {
  const { id, inventory, facts } = found;
  const community = context.communities.get(id);
  return {
    id,
    products: [...new Set((context.places.get(id) ?? []).map((place) => place.product.id))],
    own: inventory.own.length,
    inventories: inventory.manifests.filter(({ kind, packages }) => kind !== "manifest" && packages > 0).length,
    facts,
    published: repositoryFacts(found, context).published === true,
    ...(community ? { community } : {}),
  };
}
