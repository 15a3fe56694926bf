// Incidents to deployments as DevLake's connector has it: by time alone, without a horizon, and by the parts of a run, so that a run counts from its first part on.
import type { Deployment, Incident } from "#facts";
import type { LinkedIncident } from "../link-incidents.ts";

export function devlakeLinks(incidents: readonly Incident[], deployments: readonly Deployment[]): LinkedIncident[] {
  const parts = deployments
    .flatMap((deployment) =>
      [deployment.at, ...deployment.commits.map(({ finishedAt }) => finishedAt ?? deployment.at)].map((at) => ({ at, deployment })),
    )
    .sort((a, b) => a.at - b.at);
  return incidents.map((incident) => {
    const before = parts.findLast(({ at }) => at < incident.startedAt);
    return before ? { incident, deployment: before.deployment, how: "time" } : { incident, how: "none" };
  });
}
