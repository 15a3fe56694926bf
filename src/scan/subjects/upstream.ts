// Upstream projects that the strategy names: how much depends on them here, and where we want to stand.
import type { Subject } from "#facts";
import type { Product, UpstreamWish } from "#program";
import type { ScanContext } from "../context.ts";
import { scorecardFact } from "../imports/scorecards.ts";
import { organizationFacts } from "./organization.ts";
import { withoutVersion } from "../without-version.ts";

const CRITICALITY = ["unknown", "low", "medium", "high", "critical"] as const;

export function upstreamSubjects(context: ScanContext): Subject[] {
  const organization = organizationFacts(context);
  return (context.program.strategy?.upstreams ?? []).map((wish) => ({
    kind: "upstream",
    id: `upstream:${wish.project}`,
    label: wish.project,
    facts: {
      organization,
      upstream: { project: wish.project, wanted: wish.wanted, ...dependence(wish, context), ...scorecardFact(wish.project, context) },
    },
    evidence: { "": [{ path: wish.position.file, line: wish.position.line }] },
  }));
}

function dependence(wish: UpstreamWish, context: ScanContext): { products: number; uses: number; criticality: Product["criticality"] } {
  const project = withoutVersion(wish.project);
  const matching = new Set(context.components.flatMap((component, index) => (withoutVersion(component.purl) === project ? [index] : [])));
  const uses = context.uses.filter((use) => matching.has(use.component));
  const products = new Set(uses.flatMap((use) => use.product ?? []));
  const levels = context.organization.products
    .filter((product) => products.has(product.id))
    .map((product) => CRITICALITY.indexOf(product.criticality));
  return { products: products.size, uses: uses.length, criticality: CRITICALITY[Math.max(0, ...levels)] ?? "unknown" };
}
