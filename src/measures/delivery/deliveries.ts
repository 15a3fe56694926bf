// The delivery performance (the DORA keys) of an organisation: one entry for each product or repository, from the best source that it has. Units are never pooled.
import type { Deployment, History, Incident, ReleaseJudgement } from "#facts";
import { type Phrase, phrase, type Problem, sortBy } from "#kit";
import type { DeliveryEntry } from "./entry.ts";
import { fromDeployments } from "./from-deployments.ts";
import { fromMerges } from "./from-merges.ts";
import { fromReleases, type ReleaseOptions } from "./from-releases.ts";
import { isOdd } from "./lead-time.ts";
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
  /** What people say of releases. */
  readonly judgements?: readonly ReleaseJudgement[];
}

export interface DeliveriesOptions extends DeliveryOptions, Pick<ReleaseOptions, "hotfixHours" | "tagPattern"> {
  /** Days within which a deployment before an incident is held to have brought it. */
  readonly horizonDays?: number;
}

/** The last moment that a date can hold. */
const MAX_TIME = 8.64e15;

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
  for (const { id, at, place } of input.deployments) if (!isSound(at)) tellUnsound(phrase`the deployment ${id}`, at, place, problems);
  for (const { id, startedAt, resolvedAt, place } of input.incidents ?? []) {
    if (!isSound(startedAt)) tellUnsound(phrase`the incident ${id}`, startedAt, place, problems);
    else if (resolvedAt !== undefined && resolvedAt > now) {
      const message = phrase`the incident ${id} ends after this run's moment; it counts as open`;
      problems.push(measureProblem("delivery-future", "warning", place, message));
    }
  }
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
  const heard = new Set<ReleaseJudgement>();
  const entries = input.units.flatMap((unit) => {
    const found = inputOf(unit, input, deployed, incidents, options, problems, heard);
    return found ? [measureDelivery(found, options)] : [];
  });
  tellUnheard(
    (input.judgements ?? []).filter((judgement) => !heard.has(judgement)),
    problems,
  );
  return { entries: sortBy(entries, ({ subject }) => subject), problems };
}

/** From the most trusted source that says anything of this unit. */
function inputOf(
  unit: DeliveryUnit,
  { histories, judgements }: DeliveriesInput,
  deployed: Assigned<Deployment>,
  incidents: Assigned<Incident> | undefined,
  options: DeliveriesOptions,
  problems: Problem[],
  heard: Set<ReleaseJudgement>,
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
    return tellOdd(found.input, problems);
  }
  const released = fromReleases(unit, ours, { ...options, now: options.window.to, ...(judgements ? { judgements } : {}) });
  problems.push(...released.problems);
  if (released.input) {
    for (const judgement of released.heard) heard.add(judgement);
    return tellOdd(withIncidents(released.input, happened), problems);
  }
  const merged = fromMerges(unit, ours, options.window.to);
  return merged && tellOdd(merged, problems);
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

function tellOdd(input: DeliveryInput, problems: Problem[]): DeliveryInput {
  const odd = input.changes.filter(({ committedAt, deployedAt }) => isOdd(committedAt, deployedAt)).length;
  if (odd > 0) {
    const message = phrase`${odd} of ${input.changes.length} changes are newer than the deployment that brought them, or of 1970 and before; they are left out of the lead time`;
    problems.push(measureProblem("delivery-negative", "warning", { file: input.subject }, message));
  }
  return input;
}

function tellUnsound(what: Phrase, at: number, place: Deployment["place"], problems: Problem[]): void {
  const when = Number.isFinite(at) && Math.abs(at) < MAX_TIME ? new Date(at).toISOString() : String(at);
  const message = phrase`${what} (${when}) lies after this run's moment or before 1970; it is left out`;
  problems.push(measureProblem("delivery-future", "warning", place, message));
}

function tellUnheard(judgements: readonly ReleaseJudgement[], problems: Problem[]): void {
  for (const { release, place } of judgements) {
    const message = phrase`what is said of the release ${release} counts nowhere: no figure that is read from tags holds a release of that tag`;
    problems.push(measureProblem("delivery-release-unknown", "warning", place, message));
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
      phrase`${what === "incident" ? phrase`incidents` : phrase`deployments`} that belong to no product or repository that was found (${nobodys.length}): ${names}`,
    ),
  );
}
