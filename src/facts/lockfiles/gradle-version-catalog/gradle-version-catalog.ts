// gradle/libs.versions.toml: the libraries of a Gradle version catalogue. Its plugins are tools of the build and no dependencies; bundles only name libraries again.
import { EntryProblems } from "../shared/entry-problems.ts";
import { Keys } from "../shared/keys.ts";
import { strongerScope } from "../shared/graph.ts";
import { GradleScripts } from "../gradle-build/scripts.ts";
import type { LockfileFormat, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { type Catalog, type CatalogLibrary, librariesOf, parseCatalog } from "./catalog.ts";

export const gradleVersionCatalog: LockfileFormat = {
  id: "gradle-version-catalog",
  ecosystem: "maven",
  kind: "manifest",
  names: ["libs.versions.toml"],
  matches: (path) => /(?:^|\/)(?:libs\.versions\.toml|gradle\/[^/]+\.versions\.toml)$/.test(path),
  read: readCatalog,
};

async function readCatalog(file: SourceFile, context: ReadContext): Promise<Reading> {
  const catalog = parseCatalog(file.text);
  const problems = new EntryProblems(file.path);
  for (const { alias, line } of catalog.broken)
    problems.bad(`The library "${alias}" has no module.`, line, 'module = "group:name" or group and name');
  const keys = new Keys();
  const uses = usesOf(catalog, await GradleScripts.of(context).accessorUse());
  const packages = catalog.libraries.map((library) => {
    const { group, name, version, range, line } = library;
    return {
      key: keys.unique(`${group}:${name}:${version}`),
      type: "maven",
      namespace: group,
      name,
      version,
      ...(range === undefined ? {} : { range }),
      // A library that no build script seems to use may be used by a plugin of the build: what is not known counts as shipped.
      scope: uses.get(library) ?? ("production" as const),
      ...(uses.has(library) ? { direct: true } : {}),
      ...(line === undefined ? {} : { line }),
    };
  });
  const list = problems.list();
  return { packages, ...(list ? { problems: list } : {}) };
}

/** What the libraries are used for, as the build scripts of the tree say. */
function usesOf(catalog: Catalog, use: ReadonlyMap<string, Scope>): ReadonlyMap<CatalogLibrary, Scope> {
  const uses = new Map<CatalogLibrary, Scope>();
  for (const [accessor, scope] of use) {
    for (const library of librariesOf(catalog, accessor)) {
      const before = uses.get(library);
      uses.set(library, before === undefined ? scope : strongerScope(before, scope));
    }
  }
  return uses;
}
