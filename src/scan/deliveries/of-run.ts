// Delivery performance as a part of a scan: from the histories that were read for it, what files tell and what stands on record beside the program.
import { type Deployment, deploymentsOnRecord, type History, type Incident, incidentsOnRecord, judgementsOnRecord } from "#facts";
import { DEFAULT_WINDOW_DAYS, type Deliveries, type DeliveryEntry } from "#measures";
import type { Problem } from "#kit";
import type { Program } from "#program";
import type { Collected } from "../context.ts";
import { measureUnits } from "./deliver.ts";

/** The bands that a scan compares with; `allmend delivery --year` knows the others. */
const YEAR = 2021;

/** What was told of deliveries, in files or on record. */
export interface ToldOfDeliveries {
  readonly deployments: readonly Deployment[];
  /** Absent: there is no source of incidents. */
  readonly incidents?: readonly Incident[];
  readonly problems: readonly Problem[];
  readonly files: readonly { readonly name: string; readonly digest: string }[];
}

export function deliveriesOf(
  repositories: readonly Collected[],
  histories: readonly History[],
  program: Program,
  now: string,
  told: ToldOfDeliveries = onRecord(program),
): Deliveries {
  const { entries, problems } = measureUnits(repositories, histories, {
    organization: program.organization,
    now,
    year: YEAR,
    days: DEFAULT_WINDOW_DAYS,
    deployments: told.deployments,
    judgements: judgementsOnRecord(program.records),
    ...(told.incidents ? { incidents: told.incidents } : {}),
  });
  return { entries, problems: [...told.problems, ...problems] };
}

function onRecord({ records }: Program): ToldOfDeliveries {
  const incidents = incidentsOnRecord(records);
  return { deployments: deploymentsOnRecord(records), ...(incidents.length > 0 ? { incidents } : {}), problems: [], files: [] };
}

/** The entry of a product; of an assumed product, that of its repository. */
export function deliveryOf(product: string, { entries }: Deliveries): DeliveryEntry | undefined {
  return (
    entries.find(({ subject }) => subject === `product:${product}`) ?? entries.find(({ subject }) => subject === `repository:${product}`)
  );
}
