// What we buy, joined with what came: the delivery that counts, what it holds against our rules, and what was declared against what we find ourselves.
import { type HomeImports, type Inventory, licenseFieldReader } from "#facts";
import { evaluatePolicies } from "#policy";
import {
  currentDelivery,
  type DeliveredComponent,
  type DeliveryReplay,
  type Outcome,
  outcomes,
  replayDeliveries,
  type Supplier,
  type SupplierDelivery,
  type SupplierItem,
} from "#program";
import type { ScanContext } from "../context.ts";
import type { ResultComponent, ResultUse } from "../result.ts";
import { usageSubjects } from "../subjects/usage.ts";
import { VulnerabilityFacts } from "../vulnerabilities/facts.ts";
import { knownVulnerabilities } from "../vulnerabilities/known.ts";
import { placeOf } from "../place.ts";
import { withoutVersion } from "../without-version.ts";

/** One thing that we buy, with everything that is known of it. */
export interface Supplied {
  readonly supplier: Supplier;
  readonly item: SupplierItem;
  readonly delivery: SupplierDelivery | undefined;
  readonly components: readonly DeliveredComponent[];
  /** Worst answer of the usage rules over what came; undefined where nothing came. */
  readonly worst: Outcome | undefined;
  /** Components with that answer, at most ten. */
  readonly worstOf: readonly string[];
  /** What our own look at its code found and the supplier did not declare; undefined where we hold no code, or nothing came. */
  readonly undeclared: readonly string[] | undefined;
}

export interface SuppliedItems {
  readonly items: readonly Supplied[];
  readonly replay: DeliveryReplay;
}

/** Of every item of the register. The rest of the context must be whole. */
export async function suppliedItems(context: Omit<ScanContext, "supplied">, home: HomeImports | undefined): Promise<SuppliedItems> {
  const replay = replayDeliveries(context.program.records, context.now);
  const items: Supplied[] = [];
  for (const supplier of context.program.procurement?.suppliers ?? []) {
    for (const item of supplier.items) items.push(await suppliedItem(supplier, item, replay, context, home));
  }
  return { items, replay };
}

async function suppliedItem(
  supplier: Supplier,
  item: SupplierItem,
  replay: DeliveryReplay,
  context: Omit<ScanContext, "supplied">,
  home: HomeImports | undefined,
): Promise<Supplied> {
  const delivery = currentDelivery(replay, `${supplier.id}/${item.id}`);
  const components = replay.components.get(delivery?.digest ?? "") ?? [];
  const judged = components.length === 0 ? undefined : await judge(components, item, context, home);
  return {
    supplier,
    item,
    delivery,
    components,
    worst: judged?.worst ?? (delivery?.digest === undefined ? undefined : "allow"),
    worstOf: judged?.worstOf ?? [],
    undeclared: undeclared(item, components, delivery, context),
  };
}

const NOTHING: DeliveryReplay = { deliveries: [], refused: [], components: new Map() };

/** What somebody brings us in binary obeys the same rules as what we fetch ourselves: each component in each deliverable that it goes into. */
async function judge(
  delivered: readonly DeliveredComponent[],
  item: SupplierItem,
  context: Omit<ScanContext, "supplied">,
  home: HomeImports | undefined,
): Promise<{ readonly worst: Outcome; readonly worstOf: readonly string[] }> {
  const components = await asComponents(delivered);
  const inside = { ...context, components, uses: usesOf(components, item, context) };
  const known = await knownVulnerabilities(inside, context.imported, home);
  const whole = { ...inside, vulnerabilities: new VulnerabilityFacts(known, inside) };
  const { verdicts } = evaluatePolicies(context.program, usageSubjects({ ...whole, supplied: { items: [], replay: NOTHING } }), {
    now: context.now,
    records: context.program.records,
  });
  const worst = verdicts.map((verdict) => verdict.counts ?? "allow").reduce<Outcome>(worse, "allow");
  const subjects = verdicts
    .filter((verdict) => (verdict.counts ?? "allow") === worst)
    .map(({ subject }) => subject.slice(subject.indexOf("pkg:")));
  return { worst, worstOf: worst === "allow" ? [] : [...new Set(subjects)].sort().slice(0, 10) };
}

function worse(a: Outcome, b: Outcome): Outcome {
  return outcomes.indexOf(b) > outcomes.indexOf(a) ? b : a;
}

async function asComponents(delivered: readonly DeliveredComponent[]): Promise<ResultComponent[]> {
  const read = await licenseFieldReader(delivered.flatMap(({ license }) => license ?? []));
  return delivered.map(({ purl, name, version, license }) => {
    const expression = license === undefined ? undefined : read(license)?.expression;
    return {
      purl,
      type: /^pkg:([^/]+)\//.exec(purl)?.[1] ?? "generic",
      name,
      version,
      declared: license === undefined ? [] : [{ text: license, from: "sbom" }],
      ...(expression === undefined
        ? { notion: "none" as const }
        : { license: expression, notion: "declared" as const, licenseFrom: "sbom" }),
      pinned: version !== "",
    };
  });
}

function usesOf(
  components: readonly ResultComponent[],
  item: SupplierItem,
  { organization }: Pick<ScanContext, "organization">,
): ResultUse[] {
  const places = organization.products
    .filter((product) => item.products.includes(product.id))
    .flatMap((product) => product.deliverables.map((deliverable) => ({ product: product.id, deliverable: deliverable.id })));
  const where: readonly { readonly product?: string; readonly deliverable?: string }[] = places.length > 0 ? places : [{}];
  return components.flatMap((_component, index) =>
    where.map(
      (place): ResultUse => ({ component: index, repository: item.repository ?? "", ...place, scope: "production", manifests: [] }),
    ),
  );
}

/** Names without version: a supplier declares what is inside; that a lockfile of another build names another version is no lie. */
function undeclared(
  item: SupplierItem,
  components: readonly DeliveredComponent[],
  delivery: SupplierDelivery | undefined,
  context: Pick<ScanContext, "repositories">,
): readonly string[] | undefined {
  const repository = context.repositories.find(({ id }) => id === item.repository);
  // Of what a result tells of a repository, nothing is left to compare with.
  if (!repository || repository.counted || delivery?.digest === undefined) return undefined;
  const declared = new Set(components.map(({ purl }) => withoutVersion(purl.split("?")[0] ?? purl)));
  const found = deliveredPurls(repository.inventory).map((purl) => withoutVersion(purl.split("?")[0] ?? purl));
  return [...new Set(found)].filter((purl) => !declared.has(purl)).sort();
}

/** What its build needs alone (development, tests, workflows) is not delivered. */
function deliveredPurls({ components, occurrences, manifests }: Inventory): string[] {
  const delivered = occurrences.filter(
    ({ scope, manifest }) => scope !== "development" && placeOf([manifests[manifest]?.path ?? ""]) === "product",
  );
  return delivered.flatMap(({ component }) => {
    const found = components[component];
    return found && found.type !== "githubactions" ? [found.purl] : [];
  });
}
