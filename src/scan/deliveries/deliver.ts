// The delivery performance of repositories, without the rest of a scan: find them, read their histories, measure.
import { type Deployment, type FoundRepository, type History, type Incident, type ReleaseJudgement, readOrigin } from "#facts";
import { type Deliveries, type DeliveryYear, measureDeliveries, type UnitRepository, windowsUntil } from "#measures";
import type { Organization } from "#program";
import { findTargets, type Target } from "../collect.ts";
import { type HistoriesOptions, readHistories } from "../histories.ts";
import { deliveryUnits, tagPatterns } from "./units.ts";

export interface MeasureOptions {
  readonly organization: Organization;
  /** ISO 8601. */
  readonly now: string;
  readonly year: DeliveryYear;
  readonly days: number;
  /** Repositories alone, whatever products there are. */
  readonly by?: "product" | "repository";
  readonly deployments: readonly Deployment[];
  /** Absent: there is no source of incidents. */
  readonly incidents?: readonly Incident[];
  /** What people say of releases. */
  readonly judgements?: readonly ReleaseJudgement[];
  readonly horizonDays?: number;
  readonly hotfixHours?: number;
  readonly compatible?: "devlake";
  /** Glob of the tags that are releases, in every repository. */
  readonly tags?: string;
}

export async function deliver(targets: readonly Target[], options: MeasureOptions & HistoriesOptions): Promise<Deliveries> {
  const { found, problems } = await findTargets(targets);
  const read = await readHistories(found, options);
  const measured = measureUnits(found.map(withOrigin), read.histories, options);
  return { entries: measured.entries, problems: [...problems, ...read.problems, ...measured.problems] };
}

function withOrigin({ id, root, git }: FoundRepository): UnitRepository {
  const origin = git && readOrigin(root, git.common);
  return { id, ...(origin === undefined ? {} : { origin }) };
}

/** The entries of an organisation's products, and of repositories that belong to none. */
export function measureUnits(repositories: readonly UnitRepository[], histories: readonly History[], options: MeasureOptions): Deliveries {
  const { organization, deployments, incidents, judgements = [], horizonDays, hotfixHours, compatible } = options;
  const patterns = tagPatterns(
    organization,
    repositories.map(({ id }) => id),
  );
  const units = deliveryUnits(organization, repositories, options.by);
  return measureDeliveries(
    { units, histories, deployments, judgements, ...(incidents ? { incidents } : {}) },
    {
      ...windowsUntil(Date.parse(options.now), options.days),
      year: options.year,
      zone: organization.timeZone ?? "UTC",
      ...(horizonDays === undefined ? {} : { horizonDays }),
      ...(hotfixHours === undefined ? {} : { hotfixHours }),
      ...(compatible ? { compatible } : {}),
      tagPattern: (id) => options.tags ?? patterns(id),
    },
  );
}
