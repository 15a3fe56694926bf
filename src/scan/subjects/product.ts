// Facts of each product: what the document says of it, and what its inventory holds.
import { type Facts, knowledgeOf, type Subject } from "#facts";
import { atomsOf, formatAtom, parseExpression } from "#kit";
import { PurlIndex } from "#policy";
import type { Product } from "#program";
import { unmatchedPatterns } from "../assign.ts";
import type { Collected, ScanContext } from "../context.ts";
import { deliveryOf } from "../deliveries/of-run.ts";
import { productRegisterFacts } from "../registers.ts";
import { organizationFacts } from "./organization.ts";
import { repositoryFacts } from "./repository.ts";

export function productSubjects(context: ScanContext): Subject[] {
  const organization = organizationFacts(context);
  const inventory = componentsByProduct(context);
  return context.organization.products.map((product) => ({
    kind: "product",
    id: `product:${product.id}`,
    label: productLabel(product),
    product: product.id,
    facts: { organization, product: { ...productFacts(product, context), ...inventoryFacts(inventory.get(product.id) ?? [], context) } },
    evidence: { "": [{ path: product.position.file, line: product.position.line }] },
  }));
}

/** Whether a product has a component of a range of the catalogue. */
function uses(product: string, range: string, { uses: all, components }: ScanContext): boolean {
  const index = new PurlIndex([range], (each) => each);
  return all.some((use) => use.product === product && index.holding(components[use.component]?.purl ?? "").length > 0);
}

export function productLabel(product: Product): string {
  return product.name.en ?? product.name.de ?? product.id;
}

type Values = NonNullable<Facts[string]>;

const made = new WeakMap<ScanContext, Map<Product, Values>>();

/** The facts that rules about uses and releases may read, too. Made once for each run. */
export function productFacts(product: Product, context: ScanContext): Values {
  const known = made.get(context) ?? new Map<Product, Values>();
  made.set(context, known);
  const before = known.get(product);
  if (before) return before;
  const facts = factsOf(product, context);
  known.set(product, facts);
  return facts;
}

function factsOf(product: Product, context: ScanContext): Values {
  const repositories = repositoryIds(context.repositories);
  const level = deliveryOf(product.id, context.deliveries)?.overall;
  const owner = context.organization.teams.find((team) => team.id === product.owner);
  return {
    id: product.id,
    unit: product.unit ?? "",
    owner: product.owner ?? "",
    ownerReachable: owner !== undefined && (owner.lead !== undefined || owner.deputies.length > 0),
    criticality: product.criticality,
    models: product.models,
    differentiation: product.differentiation ?? "unknown",
    distributions: [...new Set(product.deliverables.map((deliverable) => deliverable.distribution))],
    openCoreBoundary: product.openCore !== undefined && product.openCore.core.length > 0 && product.openCore.closed.length > 0,
    openCoreRisks: product.business?.models.find(({ model }) => model === "open-core")?.risks.length ?? 0,
    ...maintained(product, context),
    repositories: ownRepositories(product, context).length,
    missingRepositories: unmatchedPatterns(product, repositories),
    ...productRegisterFacts(product.id, context, (range) => uses(product.id, range, context)),
    ...(level === null || level === undefined ? {} : { deliveryLevel: level }),
  };
}

const owned = new WeakMap<ScanContext, ReadonlyMap<string, readonly Collected[]>>();

/** Joined once for all products: a thousand repositories would be looked through by each of a hundred. */
function ownRepositories({ id }: Product, context: ScanContext): readonly Collected[] {
  const known = owned.get(context) ?? repositoriesByProduct(context);
  owned.set(context, known);
  return known.get(id) ?? [];
}

function repositoriesByProduct({ repositories, places }: ScanContext): ReadonlyMap<string, readonly Collected[]> {
  const found = new Map<string, Collected[]>();
  for (const repository of repositories)
    for (const product of new Set(places.get(repository.id)?.map((place) => place.product.id))) {
      const own = found.get(product);
      if (own) own.push(repository);
      else found.set(product, [repository]);
    }
  return found;
}

const ids = new WeakMap<ScanContext["repositories"], readonly string[]>();

/** The same list for every product of a run. */
function repositoryIds(repositories: ScanContext["repositories"]): readonly string[] {
  const known = ids.get(repositories) ?? repositories.map(({ id }) => id);
  ids.set(repositories, known);
  return known;
}

/** Open repositories of it to which somebody contributed in a year; nothing where one of them has a history that nobody read. */
function maintained(product: Product, context: ScanContext): Values {
  const open = ownRepositories(product, context)
    .map((found) => repositoryFacts(found, context))
    .filter(({ published }) => published === true);
  if (open.some(({ commits365Days }) => commits365Days === undefined)) return {};
  return { maintainedProjects: open.filter(({ commits365Days }) => Number(commits365Days) > 0).length };
}

function componentsByProduct(context: ScanContext): Map<string, number[]> {
  const found = new Map<string, Set<number>>();
  for (const use of context.uses) {
    if (use.product === undefined) continue;
    const set = found.get(use.product);
    if (set) set.add(use.component);
    else found.set(use.product, new Set([use.component]));
  }
  return new Map([...found].map(([product, set]) => [product, [...set]]));
}

function inventoryFacts(indexes: readonly number[], context: ScanContext): Values {
  const components = indexes.flatMap((index) => context.components[index] ?? []);
  const share = (count: number) => (components.length === 0 ? undefined : count / components.length);
  return {
    components: components.length,
    unknownLicenseShare: share(components.filter((component) => component.license === undefined).length),
    unpinnedShare: share(components.filter((component) => !component.pinned).length),
    networkCopyleft: components.filter((component) => component.license !== undefined && onlyNetwork(component.license)).length,
  };
}

/** Whether no branch of the expression is free of a network clause. */
function onlyNetwork(license: string): boolean {
  const expression = parseExpression(license);
  if (!expression) return false;
  const atoms = atomsOf(expression);
  return atoms.length > 0 && atoms.every((atom) => knowledgeOf(formatAtom(atom)).strength === "network");
}
