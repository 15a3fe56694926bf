export {
  type Band,
  bands,
  type BandYear,
  bandYears,
  type DeliveryKey,
  deliveryKeys,
  type Level,
  levels,
  type Pace,
  type PaceBand,
  type YearBands,
} from "./bands.ts";
export { type Deliveries, type DeliveriesInput, type DeliveriesOptions, measureDeliveries } from "./deliveries.ts";
export * from "./entry.ts";
export { entryInYear } from "./in-year.ts";
export type { DeliveryUnit, UnitRepository } from "./units.ts";
export { DEFAULT_WINDOW_DAYS, windowsUntil } from "./windows.ts";
export {
  type DevlakeDeploymentCommit,
  type DevlakeRequest,
  type DevlakeTimes,
  devlakeTimes,
  firstDeployments,
  predecessors,
} from "./devlake/changes.ts";
export { devlakeLeadLevel } from "./devlake/levels.ts";
export { devlakeLinks } from "./devlake/link.ts";
export { lowerMedian } from "./statistics.ts";
