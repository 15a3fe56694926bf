// A run as the formulas of the measures see it.
import { computeMeasures, type MeasuredRepository, type MeasureValue } from "#measures";
import { counts, type Finding, type RuleTally } from "#policy";
import type { Collected, ScanContext } from "./context.ts";
import { repositoryFacts } from "./subjects/repository.ts";

/** Figures of a run: of facts, and of what the rules made of them. */
export function measure(context: ScanContext, findings: readonly Finding[], rules: readonly RuleTally[]): readonly MeasureValue[] {
  return computeMeasures({
    now: context.now,
    products: context.organization.products,
    repositories: context.repositories.map((found) => measured(found, context)),
    components: context.components,
    uses: context.uses,
    upstreams: context.upstreams.projects,
    deliveries: context.deliveries.entries,
    judged: {
      findings: findings.map((finding) => ({
        outcome: finding.outcome,
        counts: counts(finding) && finding.age !== "known",
        ...(finding.subject.product === undefined ? {} : { product: finding.subject.product }),
        ...(finding.waiver === undefined ? {} : { waiver: finding.waiver }),
      })),
      rules,
    },
  });
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
