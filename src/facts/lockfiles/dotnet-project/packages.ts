// Requests of projects as entries of the inventory.
import type { EntryProblems } from "../shared/entry-problems.ts";
import { strongerScope } from "../shared/graph.ts";
import { nugetRequirement } from "../shared/nuget.ts";
import type { LockedPackage } from "../types.ts";
import type { PackageRequest } from "./references.ts";

/** One entry a name and requirement; `path` is the file that is read: lines of other files are not its own. */
export function packagesOf(requests: readonly PackageRequest[], path: string, problems: EntryProblems): readonly LockedPackage[] {
  const byKey = new Map<string, LockedPackage>();
  const unknown = new Map<string, PackageRequest>();
  for (const request of requests) {
    const line = request.path === path ? request.line : undefined;
    if (request.version === "") {
      problems.bad(`${request.name} is asked for with an empty version.`, line, "a version");
      continue;
    }
    if (request.version === undefined) unknown.set(request.name, request);
    const requirement = nugetRequirement(request.version ?? "");
    const key = `${request.name.toLowerCase()}@${requirement.range ?? requirement.version}`;
    const before = byKey.get(key);
    byKey.set(key, {
      key,
      type: "nuget",
      name: before?.name ?? request.name,
      ...requirement,
      scope: before ? strongerScope(before.scope, request.scope) : request.scope,
      direct: true,
      ...(line === undefined ? {} : { line }),
    });
  }
  noteUnknown([...unknown.values()], path, problems);
  return [...byKey.values()];
}

function noteUnknown(unknown: readonly PackageRequest[], path: string, problems: EntryProblems): void {
  const [first] = unknown;
  if (!first) return;
  const count = unknown.length === 1 ? "One version is" : `${unknown.length} versions are`;
  problems.note(
    `${count} not known, the first that of ${first.name}: no file of this repository gives it.`,
    first.path === path ? first.line : undefined,
  );
}
