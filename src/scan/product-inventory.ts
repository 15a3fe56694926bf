// What a product holds, as one digest: the same components, licences and uses give the same digest, wherever and whenever they were read.
import { compareText, sha256 } from "#kit";
import { placeOf } from "./place.ts";
import type { ResultComponent, ResultUse } from "./result.ts";

type HeldUse = Pick<ResultUse, "component" | "product" | "deliverable" | "scope"> & {
  readonly manifests: readonly Pick<ResultUse["manifests"][number], "path">[];
};

export interface Held {
  readonly components: readonly Pick<ResultComponent, "purl" | "license">[];
  readonly uses: readonly HeldUse[];
}

/** Uses that are delivered with a product: neither for development only nor in test data and examples. */
export function deliveredUses<Use extends HeldUse>({ uses }: { readonly uses: readonly Use[] }, product: string): readonly Use[] {
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

/**
 * The digest from which an artefact says that it was made; undefined where it says none. Documents say it at their end, what is for machines at
 * its beginning: texts of others in between may say anything. Markdown parts the two words by a character without width.
 */
export function inventoryNamedIn(artefact: Buffer): string | undefined {
  const text = artefact.toString("latin1");
  const all = [...text.matchAll(/inventory[^\n]{0,40}?sha256:(?:\xe2\x80\x8b)?([0-9a-f]{64})/gi)];
  return (text.startsWith("{") ? all[0] : all.at(-1))?.[1];
}
