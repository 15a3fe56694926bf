// The units that deliver: products as organization.yaml has them, and repositories that belong to none. An assumed product is its repository.
import type { DeliveryUnit, UnitRepository } from "#measures";
import type { Organization } from "#program";
import { assignRepositories } from "../assign.ts";

export function deliveryUnits(
  organization: Organization,
  repositories: readonly UnitRepository[],
  by: "product" | "repository" = "product",
): DeliveryUnit[] {
  const places = assignRepositories(
    organization,
    repositories.map(({ id }) => id),
  );
  const products = by === "repository" ? [] : organization.products;
  const units = products.flatMap((product): DeliveryUnit[] => {
    const ours = repositories.filter(({ id }) => places.get(id)?.some((place) => place.product.id === product.id));
    return ours.length === 0
      ? []
      : [{ subject: `product:${product.id}`, names: [product.id, ...Object.values(product.name)], repositories: ours }];
  });
  const alone = repositories.filter(({ id }) => products.length === 0 || (places.get(id) ?? []).length === 0);
  return [...units, ...alone.map((repository) => ({ subject: `repository:${repository.id}`, names: [], repositories: [repository] }))];
}

/** Which tags are releases, by repository, where a deliverable says so. */
export function tagPatterns(organization: Organization, ids: readonly string[]): (repository: string) => string | undefined {
  const places = assignRepositories(organization, ids);
  return (id) => places.get(id)?.find(({ deliverable }) => deliverable.releaseTags !== undefined)?.deliverable.releaseTags;
}
