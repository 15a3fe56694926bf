// One subject for each deliverable of a release on record: what records say of it, and what is open today.
import type { Facts, Subject } from "#facts";
import type { Deliverable, Product, Release } from "#program";
import type { ScanContext } from "../context.ts";
import { obligationBook } from "../obligations/derive.ts";
import { deliveredUses } from "../product-inventory.ts";
import { organizationFacts } from "./organization.ts";
import { productFacts, productLabel } from "./product.ts";

type Values = NonNullable<Facts[string]>;

export function releaseSubjects(context: ScanContext): Subject[] {
  const organization = organizationFacts(context);
  return context.replay.releases.flatMap((release) => {
    const product = context.organization.products.find(({ id }) => id === release.product);
    if (!product) return [];
    const shared = { organization, product: productFacts(product, context), release: releaseFacts(release, context) };
    return product.deliverables.map((deliverable) => releaseSubject(release, product, deliverable, shared));
  });
}

function releaseSubject(release: Release, product: Product, deliverable: Deliverable, shared: Facts): Subject {
  const { id, kind, distribution } = deliverable;
  return {
    kind: "release",
    id: `release:${product.id}@${release.version}/${id}`,
    label: `${productLabel(product)} ${release.version}`,
    product: product.id,
    facts: { ...shared, deliverable: { id, kind: kind ?? "", distribution } },
    evidence: { "": [{ path: product.position.file, line: product.position.line }] },
  };
}

function releaseFacts(release: Release, context: ScanContext): Values {
  const { product, version, state, artifacts, archive, steps } = release;
  const verified = state === "verified" || state === "shipped" || state === "archived";
  const last = steps.findLast((step) => step.findingsOpen !== undefined);
  return {
    version,
    state,
    artifacts: artifacts.map(({ kind }) => ({ kind, verified })),
    obligationsOpen: openObligations(release, context),
    unknownLicenses: unknownLicenses(product, context),
    ...(last?.findingsOpen === undefined ? {} : { findingsOpen: last.findingsOpen }),
    sourcesArchived: archive !== undefined && artifacts.some(({ kind }) => kind === "sources"),
  };
}

/** What was done for this release counts for this release. */
function openObligations({ product, version }: Release, context: ScanContext): number {
  const uses = context.uses.filter((use) => use.product === product);
  const book = obligationBook({ ...context, uses, releases: new Map([[product, version]]) });
  return book.all(() => undefined).filter(({ state }) => state === "open").length;
}

function unknownLicenses(product: string, context: ScanContext): number {
  const held = new Set(deliveredUses(context, product).map((use) => use.component));
  return [...held].filter((index) => context.components[index]?.license === undefined).length;
}
