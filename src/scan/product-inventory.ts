// What a product holds, as one digest: the same components, licences and uses give the same digest, wherever and whenever they were read.
import { compareText, sha256 } from "#kit";
import { placeOf } from "./place.ts";
import type { ResultComponent, ResultUse } from "./result.ts";

interface Held {
  readonly components: readonly ResultComponent[];
  readonly uses: readonly ResultUse[];
}

/** Uses that are delivered with a product: neither for development only nor in test data and examples. */
export function deliveredUses({ uses }: Held, product: string): readonly ResultUse[] {
  return uses.filter(
    (use) =>
      use.product === product && use.scope !== "development" && placeOf(use.manifests.map((manifest) => manifest.path)) === "product",
  );
}

/** SHA-256 over what is delivered with a product: deliverable, purl and licence of each, sorted. */
export function inventoryDigest(held: Held, product: string): string {
  const lines = deliveredUses(held, product).flatMap((use) => {
    const component = held.components[use.component];
    return component ? [`${use.deliverable ?? ""}\t${component.purl}\t${component.license ?? ""}`] : [];
  });
  return sha256([...new Set(lines)].sort(compareText).join("\n"));
}
