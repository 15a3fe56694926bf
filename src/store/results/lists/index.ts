// What can be read of results: each list a page at a time, and only what the caller's units may see.
export * from "./components.ts";
export {
  listObligations,
  listVulnerabilities,
  type ObligationFilter,
  type ObligationItem,
  type VulnerabilityFilter,
  type VulnerabilityItem,
} from "./duties.ts";
export * from "./findings.ts";
export { heldInProduct } from "./held.ts";
export * from "./impact.ts";
export { type ComponentMatters, componentsMatter, type InventoryFigures, inventoryFigures } from "./inventory.ts";
export { dutyLicenses } from "./duty-licenses.ts";
export * from "./product-figures.ts";
export type { Page, Paged } from "./keyset.ts";
export * from "./lately.ts";
export * from "./licenses.ts";
export * from "./named.ts";
export * from "./package-uses.ts";
export * from "./products.ts";
export { findingsStanding, type StandingFindings } from "./standing.ts";
export * from "./runs.ts";
export * from "./uses.ts";
export * from "./vulnerability.ts";
export type { Units } from "./visible.ts";
export * from "./about.ts";
export * from "./open.ts";
