// The delivery performance (the DORA keys) of an organisation: one entry for each product or repository, from the best source that it has. Units are never pooled.
import type { Deployment, History, Incident } from "#facts";
import { type Problem, sortBy } from "#kit";
import type { DeliveryEntry } from "./entry.ts";
import { fromDeployments } from "./from-deployments.ts";
import { fromMerges } from "./from-merges.ts";
import { fromReleases, type ReleaseOptions } from "./from-releases.ts";
import { type DeliveryInput, type DeliveryOptions, measureDelivery } from "./measure.ts";
import { listed, measureProblem } from "./problem.ts";
import { type Assigned, assignDeployments, assignIncidents, type DeliveryUnit, UnitIndex } from "./units.ts";

export interface DeliveriesInput {
  readonly units: readonly DeliveryUnit[];
  readonly histories: readonly History[];
  /** From files and records, whatever their result and environment. */
  readonly deployments: readonly Deployment[];
  /** Absent: there is no source of incidents. */
  readonly incidents?: readonly Incident[];
}

export interface DeliveriesOptions extends DeliveryOptions, Pick<ReleaseOptions, "hotfixHours" | "tagPattern"> {
  /** Days within which a deployment before an incident is held to have brought it. */
  readonly horizonDays?: number;
}

export interface Deliveries {
  readonly entries: readonly DeliveryEntry[];
  readonly problems: readonly Problem[];
}

export function measureDeliveries(input: DeliveriesInput, options: DeliveriesOptions): Deliveries {
  const problems: Problem[] = [];
  const now = options.window.to;
  const index = new UnitIndex(input.units);
  const isSound = (at: number) => at > 0 && at <= now;
  const sound = input.deployments.filter(({ at }) => isSound(at));
  tellFuture(
    input.deployments.filter(({ at }) => !isSound(at)),
    problems,
  );
  const deployed = assignDeployments(sound, index, input.histories);
  const incidents =
    input.incidents &&
    assignIncidents(
      input.incidents.filter(({ startedAt }) => isSound(startedAt)),
      index,
      deployed,
    );
  tellUnassigned("deployment", deployed, problems);
  if (incidents) tellUnassigned("incident", incidents, problems);
  const entries = input.units.flatMap((unit) => {
    const found = inputOf(unit, input, deployed, incidents, options, problems);
    return found ? [measureDelivery(found, options)] : [];
  });
  return { entries: sortBy(entries, ({ subject }) => subject), problems };
}

/** From the most trusted source that says anything of this unit. */
function inputOf(
  unit: DeliveryUnit,
  { histories }: DeliveriesInput,
  deployed: Assigned<Deployment>,
  incidents: Assigned<Incident> | undefined,
  options: DeliveriesOptions,
  problems: Problem[],
): DeliveryInput | undefined {
  const ours = histories.filter(({ repository, count }) => count > 0 && unit.repositories.some(({ id }) => id === repository));
  const told = (deployed.byUnit.get(unit.subject) ?? []).filter(
    ({ environment, result }) => environment === "production" && result === "success",
  );
  const happened = incidents?.byUnit.get(unit.subject) ?? [];
  if (told.length > 0) {
    const { horizonDays, compatible } = options;
    const source = incidents ? { incidents: happened } : {};
    const found = fromDeployments({
      unit,
      deployments: told,
      ...source,
      histories,
      ...(compatible ? { compatible } : {}),
      ...(horizonDays === undefined ? {} : { horizonDays }),
    });
    problems.push(...found.problems);
    return tellNegative(found.input, problems);
  }
  const released = fromReleases(unit, ours, { ...options, now: options.window.to });
  if (released) {
    problems.push(...released.problems);
    return tellNegative(withIncidents(released.input, happened), problems);
  }
  const merged = fromMerges(unit, ours, options.window.to);
  return merged && tellNegative(merged, problems);
}

/** Incidents that are told say more of the time to restore than what tags suggest. */
function withIncidents(input: DeliveryInput, incidents: readonly Incident[]): DeliveryInput {
  if (incidents.length === 0 || !input.troubles) return input;
  const outages = incidents.map(({ id, startedAt, resolvedAt }) => ({
    id,
    startedAt,
    ...(resolvedAt === undefined ? {} : { resolvedAt }),
  }));
  return { ...input, troubles: { ...input.troubles, outages } };
}

function tellNegative(input: DeliveryInput, problems: Problem[]): DeliveryInput {
  const negative = input.changes.filter(({ committedAt, deployedAt }) => committedAt > deployedAt).length;
  if (negative > 0) {
    const message = `${negative} of ${input.changes.length} changes are newer than the deployment that brought them; they are left out of the lead time`;
    problems.push(measureProblem("delivery-negative", "warning", { file: input.subject }, message));
  }
  return input;
}

function tellFuture(deployments: readonly Deployment[], problems: Problem[]): void {
  for (const { id, at, place } of deployments) {
    const when = Number.isFinite(at) ? new Date(at).toISOString() : String(at);
    problems.push(
      measureProblem(
        "delivery-future",
        "warning",
        place,
        `the deployment ${id} (${when}) lies after this run's moment or before 1970; it is left out`,
      ),
    );
  }
}

function tellUnassigned(what: "deployment" | "incident", { nobodys }: Assigned<Deployment | Incident>, problems: Problem[]): void {
  const [first] = nobodys;
  if (!first) return;
  const names = listed(nobodys.map(({ id }) => id));
  problems.push(
    measureProblem(
      "delivery-unassigned",
      "warning",
      first.place,
      `${nobodys.length} ${what}s belong to no product or repository that was found: ${names}`,
    ),
  );
}
