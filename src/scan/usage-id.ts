// The id of a use as a subject of rules, and of the findings about it.
import type { ResultComponent, ResultUse } from "./result.ts";
import { withoutVersion } from "./without-version.ts";

/** Without version: it lives through updates. */
export function usageId(use: ResultUse, component: ResultComponent): string {
  const place = use.product === undefined ? use.repository : `${use.product}/${use.deliverable}`;
  return `usage:${place}/${withoutVersion(component.purl)}`;
}
