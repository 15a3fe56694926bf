// Addresses of a new request, with what is known already filled in: every search parameter that a kind asks is its field.
import type { components } from "./schema.generated.ts";

type Known = string | number | boolean | undefined;

/** `requestAddress("use", { component: "pkg:npm/left-pad@1.3.0", product: "claims-portal" })`; fields as `GET /api/cases/kinds` names them. */
export function requestAddress(kind: string, known: Readonly<Record<string, Known>> = {}): string {
  const search = new URLSearchParams(Object.entries(known).flatMap(([field, value]) => (value === undefined ? [] : [[field, `${value}`]])));
  return `/requests/new/${encodeURIComponent(kind)}${search.size === 0 ? "" : `?${search}`}`;
}

/** An exception for what a finding is about; the form reads the rest from the finding. */
export function waiverAddress({ id }: Pick<components["schemas"]["Finding"], "id">): string {
  return requestAddress("waive", { finding: id });
}

/** The page of a request. */
export function caseAddress(id: string): string {
  return `/requests/${encodeURIComponent(id)}`;
}
