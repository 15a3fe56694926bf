// Which deliverable of which product a repository belongs to, by the globs of organization.yaml.
import type { Deliverable, Organization, Product } from "#program";
import picomatch from "picomatch";

export interface Place {
  readonly product: Product;
  readonly deliverable: Deliverable;
}

/** Whether a repository is meant. `claims-*` means its name wherever its group lies; `group/claims-*` means the whole id. */
export function repositoryMatcher(patterns: readonly string[]): (id: string) => boolean {
  // Plain names are most of them, and a thousand repositories meet each.
  const plain = new Set(patterns.filter((pattern) => PLAIN.test(pattern)).map((pattern) => pattern.toLowerCase()));
  const matches = patterns.filter((pattern) => !PLAIN.test(pattern)).map((pattern) => picomatch(pattern, { dot: true, nocase: true }));
  return (id) => {
    const lower = id.toLowerCase();
    const name = lower.slice(lower.lastIndexOf("/") + 1);
    return plain.has(lower) || plain.has(name) || matches.some((match) => match(id) || match(id.slice(id.lastIndexOf("/") + 1)));
  };
}

const PLAIN = /^[A-Za-z0-9_][A-Za-z0-9_./-]*$/;

/** Places of each repository, in the order of the document; a repository may serve several deliverables. */
export function assignRepositories(organization: Organization, repositories: readonly string[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>(repositories.map((id) => [id, placesOfBill(id, organization)]));
  for (const product of organization.products) {
    for (const deliverable of product.deliverables) {
      const matches = repositoryMatcher(deliverable.repositories);
      for (const [id, found] of places) if (!id.startsWith(BILL) && matches(id)) found.push({ product, deliverable });
    }
  }
  return places;
}

const BILL = "sbom:";

/** Under which name a bill of materials stands among repositories: for one deliverable of one product. */
export function billId(product: string, deliverable: string, name: string): string {
  return `${BILL}${product}/${deliverable}/${name}`;
}

function placesOfBill(id: string, { products }: Organization): Place[] {
  if (!id.startsWith(BILL)) return [];
  const [product, deliverable] = id.slice(BILL.length).split("/");
  const found = products.find((each) => each.id === product);
  const part = found?.deliverables.find((each) => each.id === deliverable);
  return found && part ? [{ product: found, deliverable: part }] : [];
}

/** Patterns of a product that match none of the repositories. */
export function unmatchedPatterns(product: Product, repositories: readonly string[]): string[] {
  const named = namesOf(repositories);
  const patterns = product.deliverables.flatMap((deliverable) => deliverable.repositories);
  return patterns.filter((pattern) =>
    PLAIN.test(pattern) ? !named.has(pattern.toLowerCase()) : !repositories.some(repositoryMatcher([pattern])),
  );
}

const names = new WeakMap<readonly string[], ReadonlySet<string>>();

/** By what plain patterns can mean them, once for all products. */
function namesOf(repositories: readonly string[]): ReadonlySet<string> {
  const known = names.get(repositories);
  if (known) return known;
  const made = new Set(repositories.flatMap((id) => [id, id.slice(id.lastIndexOf("/") + 1)]).map((name) => name.toLowerCase()));
  names.set(repositories, made);
  return made;
}

/**
 * An organisation that names no product still wants answers: each repository is then taken as a product of its own that leaves the house, which is
 * what rules are strictest about. The scan says so.
 */
export function assumeProducts(organization: Organization, repositories: readonly string[]): Organization {
  if (organization.products.length > 0) return organization;
  const products = repositories.map((id): Product => {
    const name = id.slice(id.lastIndexOf("/") + 1);
    return {
      id,
      name: { en: name },
      criticality: "unknown",
      models: [],
      deliverables: [{ id: name, distribution: "distributed", repositories: [escapeGlob(id)] }],
      position: organization.position,
    };
  });
  return { ...organization, products };
}

function escapeGlob(text: string): string {
  return text.replaceAll(/[\\*?[\]{}()!+@|]/g, "\\$&");
}
