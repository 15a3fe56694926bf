// The figures of one unit from deployments and incidents that were told.
import { commitOfId, type DeliverySource, type Deployment, type History, type Incident } from "#facts";
import { type Phrase, phrase, type Problem } from "#kit";
import { type DeliveryMark, deployedChanges } from "./deployed-changes.ts";
import type { DeployedChange } from "./lead-time.ts";
import { devlakeLinks } from "./devlake/link.ts";
import { type LinkedIncident, linkIncidents } from "./link-incidents.ts";
import type { DeliveryInput } from "./measure.ts";
import type { MeasureProblemCode } from "../problem-codes.ts";
import { listed, measureProblem } from "./problem.ts";
import type { DeliveryUnit } from "./units.ts";

const MOST_TOLD = 50;

export interface ToldInput {
  readonly unit: DeliveryUnit;
  /** Of this unit, production and successful, none after `now`. */
  readonly deployments: readonly Deployment[];
  /** Absent: there is no source of incidents. */
  readonly incidents?: readonly Incident[];
  readonly histories: readonly History[];
  readonly horizonDays?: number;
  /** Link as this tool does. */
  readonly compatible?: "devlake";
}

export function fromDeployments({ unit, deployments, incidents, histories, horizonDays, compatible }: ToldInput): {
  input: DeliveryInput;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const input: DeliveryInput = {
    subject: unit.subject,
    source: leastTrusted(deployments),
    deployments: deployments.map(({ id, at, unplanned }) => ({ id, at, ...(unplanned === undefined ? {} : { unplanned }) })),
    observedFrom: deployments.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY),
    changes: [...toldChanges(deployments), ...changesOf(unit, deployments, histories, problems)],
    ...(incidents
      ? {
          troubles: troublesOf(
            compatible ? devlakeLinks(incidents, deployments) : linkIncidents(incidents, deployments, horizonDays),
            problems,
          ),
        }
      : {}),
  };
  return { input, problems };
}

/** Several sources in one: the figures are as good as the least of them. */
function leastTrusted(deployments: readonly Deployment[]): DeliverySource {
  const kinds = new Set(deployments.map(({ source }) => source));
  return kinds.has("releases") ? "releases" : kinds.has("records") && !kinds.has("deployments") ? "records" : "deployments";
}

/** Changes of which the source itself says when they were committed. */
function toldChanges(deployments: readonly Deployment[]): DeployedChange[] {
  return deployments.flatMap(({ at, commits }) =>
    commits.flatMap(({ committedAt }) => (committedAt === undefined ? [] : { committedAt, deployedAt: at })),
  );
}

/** Changes by the histories of the unit's repositories: each counts for the deployment that first held it. */
function changesOf(
  unit: DeliveryUnit,
  deployments: readonly Deployment[],
  histories: readonly History[],
  problems: Problem[],
): DeployedChange[] {
  const ours = histories.filter(({ repository }) => unit.repositories.some(({ id }) => id === repository));
  const missing: Deployment[] = [];
  const marks = new Map<History, DeliveryMark[]>(ours.map((history) => [history, []]));
  for (const deployment of deployments) {
    if (deployment.commits.some(({ committedAt }) => committedAt !== undefined)) continue;
    const named = deployment.commits.filter(({ sha, tag }) => sha !== undefined || tag !== undefined);
    const found = named.filter(({ sha, tag }) => mark(marks, deployment.at, sha, tag)).length;
    if (found < named.length) missing.push(deployment);
  }
  tellMissing(missing, ours.length, unit, problems);
  return [...marks].flatMap(([history, list]) => deployedChanges(history, list));
}

function mark(marks: ReadonlyMap<History, DeliveryMark[]>, at: number, sha: string | undefined, tag: string | undefined): boolean {
  for (const [history, list] of marks) {
    const row = sha === undefined ? rowOfTag(history, tag ?? "") : commitOfId(history, sha);
    if (row < 0) continue;
    list.push({ row, at });
    return true;
  }
  return false;
}

function rowOfTag({ tags }: History, name: string): number {
  return tags.find((tag) => tag.name === name)?.commit ?? -1;
}

function tellMissing(missing: readonly Deployment[], histories: number, unit: DeliveryUnit, problems: Problem[]): void {
  const [first] = missing;
  if (!first) return;
  const names = missing.map(({ commits }) => commits.map(({ sha, tag }) => (sha ?? tag ?? "").slice(0, 12)).join(" "));
  const where =
    histories === 0 ? phrase`no history of its repositories was read` : phrase`the histories of its repositories do not hold them`;
  problems.push(
    measureProblem(
      "delivery-commit-unknown",
      "warning",
      first.place,
      phrase`${missing.length} of the deployments of ${unit.subject} name commits or tags that are not known (${listed(names)}): ${where}`,
      phrase`They count for the frequency; their changes have no lead time.`,
    ),
  );
}

function troublesOf(links: readonly LinkedIncident[], problems: Problem[]) {
  const incidents = links.map(({ incident }) => incident);
  const causeless = links.filter(({ how }) => how === "unknown-cause").map(({ incident }) => incident);
  tellEach("delivery-cause-unknown", causeless, problems, ({ id, causes }) => {
    return phrase`the incident ${id} names a cause that no deployment has (${causes.join(", ")}); it is held against none`;
  });
  tellUnlinked(
    links.filter(({ how }) => how === "none").map(({ incident }) => incident),
    problems,
  );
  tellBackwards(incidents, problems);
  tellOverlaps(incidents, problems);
  return {
    failed: new Set(links.flatMap(({ deployment }) => deployment?.id ?? [])),
    outages: links.map(({ incident: { id, startedAt, resolvedAt }, deployment }) => ({
      id,
      startedAt,
      ...(resolvedAt === undefined ? {} : { resolvedAt }),
      ...(deployment ? { deployedAt: deployment.at } : {}),
    })),
  };
}

function tellUnlinked(incidents: readonly Incident[], problems: Problem[]): void {
  const [first] = incidents;
  if (!first) return;
  const names = listed(incidents.map(({ id }) => id));
  problems.push(
    measureProblem(
      "delivery-no-cause",
      "note",
      first.place,
      phrase`no deployment shortly before: ${names}; they count for the time to restore only`,
    ),
  );
}

function tellBackwards(incidents: readonly Incident[], problems: Problem[]): void {
  const backwards = incidents.filter(({ startedAt, resolvedAt }) => resolvedAt !== undefined && resolvedAt < startedAt);
  tellEach("delivery-negative", backwards, problems, ({ id }) => phrase`the incident ${id} ended before it began; its time is left out`);
}

/** Each with its place; of very many the first, and how many more. */
function tellEach(
  code: MeasureProblemCode,
  incidents: readonly Incident[],
  problems: Problem[],
  message: (incident: Incident) => Phrase,
): void {
  for (const incident of incidents.slice(0, MOST_TOLD)) problems.push(measureProblem(code, "warning", incident.place, message(incident)));
  const more = incidents[MOST_TOLD];
  if (!more) return;
  const rest = phrase`the same is true of ${incidents.length - MOST_TOLD} more incidents from here on`;
  problems.push(measureProblem(code, "warning", more.place, rest));
}

function tellOverlaps(incidents: readonly Incident[], problems: Problem[]): void {
  let openUntil = Number.NEGATIVE_INFINITY;
  const overlapping = incidents
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .filter(({ startedAt, resolvedAt }) => {
      const isInside = openUntil > startedAt;
      openUntil = Math.max(openUntil, resolvedAt ?? Number.POSITIVE_INFINITY);
      return isInside;
    });
  const [first] = overlapping;
  if (!first) return;
  const names = listed(overlapping.map(({ id }) => id));
  problems.push(
    measureProblem(
      "delivery-overlap",
      "note",
      first.place,
      phrase`these incidents began while another was open: ${names}; each counts on its own`,
    ),
  );
}
