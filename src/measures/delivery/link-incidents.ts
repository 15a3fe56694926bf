// Which deployment brought an incident. What somebody wrote down counts first; else it is the newest deployment finished before the incident began, within a horizon:
// an incident months after the last deployment was not brought by it.
import type { Deployment, Incident } from "#facts";

export interface LinkedIncident {
  readonly incident: Incident;
  /** The deployment that is held to have brought it; absent where none is. */
  readonly deployment?: Deployment;
  readonly how: "explicit" | "time" | "unknown-cause" | "none";
}

const DAY = 86_400_000;
export const DEFAULT_HORIZON_DAYS = 7;

/** Deployments are those that reached users (production, successful), in any order. `horizonDays` Infinity: none, as DevLake. */
export function linkIncidents(
  incidents: readonly Incident[],
  deployments: readonly Deployment[],
  horizonDays: number = DEFAULT_HORIZON_DAYS,
): LinkedIncident[] {
  const ordered = [...deployments].sort((a, b) => a.at - b.at);
  const causes = causeIndex(ordered);
  return incidents.map((incident): LinkedIncident => {
    if (incident.causes.length > 0) {
      const named = incident.causes.map((cause) => causes(cause)).find((found) => found !== undefined);
      return named ? { incident, deployment: named, how: "explicit" } : { incident, how: "unknown-cause" };
    }
    const before = newestBefore(ordered, incident.startedAt);
    const near = before && incident.startedAt - before.at <= horizonDays * DAY;
    return near ? { incident, deployment: before, how: "time" } : { incident, how: "none" };
  });
}

/** Git shows no fewer. */
const FEWEST_DIGITS = 7;

/** Finds a deployment by its id, a tag, or a commit (from seven digits on). The first that brought a commit is the one that counts. */
function causeIndex(ordered: readonly Deployment[]): (cause: string) => Deployment | undefined {
  const byName = new Map<string, Deployment>();
  // By the digits that every name of a commit has at least: lists of hundreds of thousands are not gone through for each incident.
  const shas = new Map<string, [string, Deployment][]>();
  for (const deployment of ordered) {
    for (const name of [deployment.id, ...deployment.commits.flatMap(({ tag, sha }) => [tag ?? [], sha ?? []].flat())]) {
      if (!byName.has(name)) byName.set(name, deployment);
    }
    for (const { sha } of deployment.commits) {
      if (!sha || sha.length < FEWEST_DIGITS) continue;
      const key = sha.slice(0, FEWEST_DIGITS).toLowerCase();
      const alike = shas.get(key);
      if (alike) alike.push([sha.toLowerCase(), deployment]);
      else shas.set(key, [[sha.toLowerCase(), deployment]]);
    }
  }
  return (cause) => {
    const exact = byName.get(cause);
    if (exact || !/^[0-9a-f]{7,64}$/i.test(cause)) return exact;
    const short = cause.toLowerCase();
    return shas.get(short.slice(0, FEWEST_DIGITS))?.find(([sha]) => sha.startsWith(short) || short.startsWith(sha))?.[1];
  };
}

/** The newest deployment that was finished strictly before this moment. */
function newestBefore(ordered: readonly Deployment[], at: number): Deployment | undefined {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return ordered[low - 1];
}
