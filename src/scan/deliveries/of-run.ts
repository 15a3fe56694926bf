// Delivery performance as a part of a scan: from the histories that were read for it and what stands on record beside the program.
import { deploymentsOnRecord, type History, incidentsOnRecord } from "#facts";
import { DEFAULT_WINDOW_DAYS, type Deliveries, type DeliveryEntry } from "#measures";
import type { Program } from "#program";
import type { Collected } from "../context.ts";
import { measureUnits } from "./deliver.ts";

/** The bands that a scan compares with; `allmend delivery --year` knows the others. */
const YEAR = 2021;

export function deliveriesOf(repositories: readonly Collected[], histories: readonly History[], program: Program, now: string): Deliveries {
  const incidents = incidentsOnRecord(program.records);
  return measureUnits(repositories, histories, {
    organization: program.organization,
    now,
    year: YEAR,
    days: DEFAULT_WINDOW_DAYS,
    deployments: deploymentsOnRecord(program.records),
    ...(incidents.length > 0 ? { incidents } : {}),
  });
}

/** The entry of a product; of an assumed product, that of its repository. */
export function deliveryOf(product: string, { entries }: Deliveries): DeliveryEntry | undefined {
  return (
    entries.find(({ subject }) => subject === `product:${product}`) ?? entries.find(({ subject }) => subject === `repository:${product}`)
  );
}
