// *.deps.json: what a built .NET application loads (https://github.com/dotnet/sdk/blob/main/documentation/specs/runtime-configuration-file.md).
import { objectField } from "../shared/data.ts";
import { parseJsonLines } from "../shared/json.ts";
import { nameOf } from "../shared/paths.ts";
import { type NugetLibrary, nugetTargets } from "../shared/nuget-targets.ts";
import { type LockedPackage, type LockfileFormat, type OwnPackage, type Reading, type SourceFile, Unreadable } from "../types.ts";

export const dotnetDeps: LockfileFormat = {
  id: "dotnet-deps",
  ecosystem: "nuget",
  kind: "lockfile",
  matches: (path) => path.endsWith(".deps.json"),
  read: readDeps,
};

function readDeps(file: SourceFile): Reading {
  const document = parseJsonLines(file.text);
  if (!objectField(document.value, "targets") || !objectField(document.value, "libraries")) {
    throw new Unreadable("Not a .deps.json of .NET: it has no targets and libraries", 1, '"targets" and "libraries"');
  }
  const { libraries, edges } = nugetTargets(document);
  const isListed = (key: string): boolean => isPackage(libraries.get(key));
  const projects = [...libraries.values()].filter((library) => library.kind === "project");
  // The application is named like the file; other projects are libraries of the same solution.
  const direct = new Set(projects.flatMap((project) => edges.get(project.key) ?? []));
  const packages: LockedPackage[] = [];
  for (const library of libraries.values()) {
    if (!isPackage(library)) continue;
    packages.push({
      key: library.key,
      type: "nuget",
      name: library.name.replace(/^runtimepack\./, ""),
      version: library.version,
      scope: "production",
      ...(projects.length > 0 ? { direct: direct.has(library.key) } : {}),
      ...(library.line === undefined ? {} : { line: library.line }),
      dependsOn: (edges.get(library.key) ?? []).filter(isListed),
      ...(library.sha512 === undefined ? {} : { integrity: `sha512-${library.sha512}` }),
    });
  }
  const name = nameOf(file.path).slice(0, -".deps.json".length);
  const own: OwnPackage[] = projects
    .toSorted((a, b) => Number(b.name === name) - Number(a.name === name))
    .map((project) => ({
      type: "nuget",
      name: project.name,
      version: project.version,
      dependsOn: (edges.get(project.key) ?? []).filter(isListed),
    }));
  return { packages, own };
}

/** `reference` is a plain assembly of no package. */
function isPackage(library: NugetLibrary | undefined): boolean {
  return library?.kind === "package" || library?.kind === "runtimepack";
}
