// The delivery performance of repositories, without the rest of a scan: find them, read their histories, measure.
import { type Deployment, type FoundRepository, type Incident, readOrigin } from "#facts";
import type { Problem } from "#kit";
import { type ChangeHistory, type Deliveries, type DeliveryYear, measureDeliveries, windowsUntil } from "#measures";
import type { Organization } from "#program";
import { findTargets, type Target } from "../collect.ts";
import { deliveryUnits, tagPatterns } from "./units.ts";

export interface DeliverOptions {
  readonly organization: Organization;
  /** ISO 8601. */
  readonly now: string;
  readonly year: DeliveryYear;
  readonly days: number;
  readonly by?: "product" | "repository";
  readonly deployments: readonly Deployment[];
  readonly incidents?: readonly Incident[];
  readonly horizonDays?: number;
  readonly hotfixHours?: number;
  readonly tags?: string;
}

export async function deliver(targets: readonly Target[], options: DeliverOptions): Promise<Deliveries> {
  const { found, problems } = await findTargets(targets);
  const histories: ChangeHistory[] = [];
  return measure(found, histories, options, problems);
}

function measure(
  found: readonly FoundRepository[],
  histories: readonly ChangeHistory[],
  options: DeliverOptions,
  problems: readonly Problem[],
): Deliveries {
  const { organization, deployments, incidents, horizonDays, hotfixHours } = options;
  const repositories = found.map(({ id, root, git }) => {
    const origin = git && readOrigin(root, git.common);
    return { id, ...(origin === undefined ? {} : { origin }) };
  });
  const patterns = tagPatterns(
    organization,
    repositories.map(({ id }) => id),
  );
  const measured = measureDeliveries(
    { units: deliveryUnits(organization, repositories, options.by), histories, deployments, ...(incidents ? { incidents } : {}) },
    {
      ...windowsUntil(Date.parse(options.now), options.days),
      year: options.year,
      zone: organization.timeZone ?? "UTC",
      ...(horizonDays === undefined ? {} : { horizonDays }),
      ...(hotfixHours === undefined ? {} : { hotfixHours }),
      tagPattern: (id) => options.tags ?? patterns(id),
    },
  );
  return { entries: measured.entries, problems: [...problems, ...measured.problems] };
}
