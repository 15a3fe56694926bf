// Pull and merge requests that were imported, by what they are about: a repository of ours, or a project that we depend on.
import type { MeasureInput } from "#measures";
import type { ScanContext } from "../context.ts";
import { projectOf } from "./scorecards.ts";

export function measuredRequests({
  imported,
  repositories,
  upstreams,
}: Pick<ScanContext, "imported" | "repositories" | "upstreams">): NonNullable<MeasureInput["changeRequests"]> {
  const own = new Map(repositories.flatMap(({ id, origin }) => [[projectOf(origin ?? "") ?? "", id] as const]));
  const known = new Map(upstreams.projects.map(({ project, origin }) => [projectOf(origin ?? project) ?? "", project]));
  return imported.changeRequests.map(({ project, requests }) => {
    const repository = own.get(project);
    return repository === undefined
      ? { subject: `upstream:${known.get(project) ?? project}`, own: false, requests }
      : { subject: `repository:${repository}`, own: true, requests };
  });
}
