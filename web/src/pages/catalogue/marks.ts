// How an opinion of the catalogue looks, and where it stands.
import type { State } from "@allmend/look";

export const CATALOGUE_MARKS = {
  approved: "allow",
  candidate: "warn",
  known: "unknown",
  hold: "review",
  avoid: "deny",
} as const satisfies Readonly<Record<string, State>>;

export type CatalogueState = keyof typeof CATALOGUE_MARKS;

/** From what is rather to be used to what is not. */
export const catalogueStates = Object.keys(CATALOGUE_MARKS) as readonly CatalogueState[];

export function entryAddress(component: string): string {
  return `/catalogue/entry?component=${encodeURIComponent(component)}`;
}
