// K-06: products in whose repositories a lockfile or an SBOM was found.
import { share } from "./by-product.ts";
import type { Formula } from "./types.ts";

export const inventoryCoverage: Formula = {
  measure: "consumption.inventory-coverage",
  compute(input) {
    const covered = new Set(input.repositories.filter(({ inventories }) => inventories > 0).flatMap(({ products }) => products));
    const ids = input.products.map(({ id }) => id);
    return [share("organization", ids.filter((id) => covered.has(id)).length, ids.length)];
  },
};
