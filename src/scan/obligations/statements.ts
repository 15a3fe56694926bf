// What licenses.yaml says of single uses: changed or not, linked how. Where it says nothing, the ecosystem's default holds.
import { type LicenseUsage, usualLinkage } from "#facts";
import { PurlIndex } from "#policy";
import type { UseStatement } from "#program";
import { placeOf } from "../place.ts";
import type { ResultComponent, ResultUse } from "../result.ts";

export interface UseFacts extends Pick<LicenseUsage, "scope" | "place" | "modified" | "linkage"> {
  /** Whether somebody said how it is linked; otherwise it is the ecosystem's default. */
  readonly stated: boolean;
}

/** How a component is used. */
export type UsesOf = (use: ResultUse, component: ResultComponent) => UseFacts;

export function usesOf(statements: readonly UseStatement[]): UsesOf {
  const index = new PurlIndex(statements, (statement) => statement.component);
  const placed = placer();
  return (use, component) => {
    const place = placed(use.manifests);
    const said =
      statements.length === 0
        ? []
        : index.holding(component.purl).filter(({ product }) => product === undefined || product === use.product);
    if (said.length === 0) return { scope: use.scope, place, modified: false, linkage: usualLinkage(component.type), stated: false };
    // For this product before for all.
    const ordered = [...said.filter(({ product }) => product !== undefined), ...said.filter(({ product }) => product === undefined)];
    const linkage = ordered.find((one) => one.linkage !== undefined)?.linkage;
    return {
      scope: use.scope,
      place,
      modified: ordered.find((one) => one.modified !== undefined)?.modified ?? false,
      linkage: linkage ?? usualLinkage(component.type),
      stated: linkage !== undefined,
    };
  };
}

/** A thousand uses stand in the same file. */
function placer(): (manifests: ResultUse["manifests"]) => UseFacts["place"] {
  const known = new Map<string, UseFacts["place"]>();
  return (manifests) => {
    const [only] = manifests;
    if (!only || manifests.length > 1) return placeOf(manifests.map(({ path }) => path));
    const place = known.get(only.path) ?? placeOf([only.path]);
    known.set(only.path, place);
    return place;
  };
}
