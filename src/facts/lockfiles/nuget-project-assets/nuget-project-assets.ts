// obj/project.assets.json: the graph that NuGet restored for a project, by target framework.
import { arrayField, asText, entriesOf, field, objectField, textField } from "../shared/data.ts";
import { scopesByReach } from "../shared/graph.ts";
import { parseJsonLines } from "../shared/json.ts";
import { type NugetLibrary, nugetTargets } from "../shared/nuget-targets.ts";
import { type LockedPackage, type LockfileFormat, type OwnPackage, type Reading, type SourceFile, Unreadable } from "../types.ts";

export const nugetProjectAssets: LockfileFormat = {
  id: "nuget-project-assets",
  ecosystem: "nuget",
  kind: "lockfile",
  names: ["project.assets.json"],
  matches: (path) => /(?:^|\/)project\.assets\.json$/.test(path),
  read: readAssets,
};

function readAssets(file: SourceFile): Reading {
  const document = parseJsonLines(file.text);
  if (!objectField(document.value, "targets") || !objectField(document.value, "libraries")) {
    throw new Unreadable("Not a project.assets.json: it has no targets and libraries", 1, '"targets" and "libraries"');
  }
  const { libraries, edges } = nugetTargets(document);
  const direct = directOf(document.value, libraries);
  const projects = [...libraries.values()].filter((library) => library.kind === "project").map((library) => library.key);
  const asked = new Set([...direct.production, ...direct.development, ...projects.flatMap((key) => edges.get(key) ?? [])]);
  const scopes = scopesByReach({ production: [...direct.production, ...projects], development: direct.development }, edges);
  const packages: LockedPackage[] = [];
  for (const library of libraries.values()) {
    if (library.kind !== "package") continue;
    packages.push({
      key: library.key,
      type: "nuget",
      name: library.name,
      version: library.version,
      scope: scopes.get(library.key) ?? "production",
      direct: asked.has(library.key),
      ...(library.line === undefined ? {} : { line: library.line }),
      dependsOn: (edges.get(library.key) ?? []).filter((key) => libraries.get(key)?.kind === "package"),
      ...(library.sha512 === undefined ? {} : { integrity: `sha512-${library.sha512}` }),
    });
  }
  return { packages, own: ownOf(document.value, libraries, direct, edges) };
}

interface Direct {
  readonly production: ReadonlySet<string>;
  /** What is asked for with PrivateAssets="all": analyzers and tools. */
  readonly development: ReadonlySet<string>;
}

/** What the project itself asks for, by key; the names stand in `project.frameworks`, and in older files only in `projectFileDependencyGroups`. */
function directOf(document: unknown, libraries: ReadonlyMap<string, NugetLibrary>): Direct {
  const production = new Set<string>();
  const development = new Set<string>();
  const byName = Map.groupBy(libraries.values(), (library) => library.name.toLowerCase());
  const add = (name: string, isPrivate: boolean): void => {
    for (const library of byName.get(name.toLowerCase()) ?? []) (isPrivate ? development : production).add(library.key);
  };
  const named = new Set<string>();
  for (const [, framework] of entriesOf(field(field(document, "project"), "frameworks"))) {
    for (const [name, value] of entriesOf(field(framework, "dependencies"))) {
      named.add(name.toLowerCase());
      add(name, textField(value, "suppressParent")?.toLowerCase() === "all");
    }
  }
  const groups = field(document, "projectFileDependencyGroups");
  for (const [framework] of entriesOf(groups)) {
    for (const text of arrayField(groups, framework) ?? []) {
      const name = asText(text)?.split(" ")[0] ?? "";
      if (!named.has(name.toLowerCase())) add(name, false);
    }
  }
  return { production, development };
}

function ownOf(
  document: unknown,
  libraries: ReadonlyMap<string, NugetLibrary>,
  direct: Direct,
  edges: ReadonlyMap<string, readonly string[]>,
): readonly OwnPackage[] {
  const project = field(document, "project");
  const name = textField(field(project, "restore"), "projectName");
  const version = textField(project, "version");
  const isPackage = (key: string): boolean => libraries.get(key)?.kind === "package";
  const root: OwnPackage[] = name
    ? [{ type: "nuget", name, ...(version ? { version } : {}), dependsOn: [...direct.production, ...direct.development].filter(isPackage) }]
    : [];
  const others = [...libraries.values()].filter((library) => library.kind === "project");
  return [
    ...root,
    ...others.map((library) => ({
      type: "nuget",
      name: library.name,
      version: library.version,
      dependsOn: (edges.get(library.key) ?? []).filter(isPackage),
    })),
  ];
}
