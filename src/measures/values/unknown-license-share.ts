// K-42: components for which nothing says the licence.
import { componentsByProduct, share, subjectOf } from "./by-product.ts";
import type { Formula } from "./types.ts";

export const unknownLicenseShare: Formula = {
  measure: "compliance.unknown-license-share",
  compute: (input) =>
    [...componentsByProduct(input)].map(([product, components]) =>
      share(subjectOf(product), components.filter((index) => input.components[index]?.license === undefined).length, components.length),
    ),
};
