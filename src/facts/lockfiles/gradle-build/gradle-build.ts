// build.gradle and build.gradle.kts: dependencies that stand there as text. A build script is a program: what it computes is not known here.
import { librariesOf } from "../gradle-version-catalog/catalog.ts";
import { gradleRequirement } from "../gradle-version-catalog/rich-version.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { strongerScope } from "../shared/graph.ts";
import { folderOf, nameOf } from "../shared/paths.ts";
import type { LockedPackage, LockfileFormat, OwnPackage, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { namedIn } from "./modules.ts";
import { GradleScripts, parseScript, type Script, scopeOfStatement } from "./scripts.ts";
import { filled, type Values } from "./values.ts";

export const gradleBuild: LockfileFormat = {
  id: "gradle-build",
  ecosystem: "maven",
  kind: "manifest",
  names: ["build.gradle", "build.gradle.kts"],
  matches: (path) => /(?:^|\/)build\.gradle(?:\.kts)?$/.test(path),
  read: readBuild,
};

async function readBuild(file: SourceFile, context: ReadContext): Promise<Reading> {
  const folder = folderOf(file.path);
  const scripts = GradleScripts.of(context);
  const script = parseScript(file.text);
  const around = await scripts.valuesAround(folder);
  const values = new Map([...around.values, ...script.values]);
  const found = await scripts.catalogFor(folder);
  const problems = new EntryProblems(file.path);
  const packages = new Packages();
  for (const statement of script.statements) {
    const { modules, aliases } = namedIn(statement.tokens, values);
    const scope = isBuildLogic(file.path) ? "development" : scopeOfStatement(statement);
    for (const { group, name, version, classifier, line } of modules) {
      packages.add({ group, name, ...gradleRequirement(version), ...(classifier === undefined ? {} : { classifier }) }, scope, line);
    }
    for (const { accessor, line } of aliases) {
      const libraries = found ? librariesOf(found.catalog, accessor) : [];
      if (libraries.length === 0) problems.note(`${accessor} is in no version catalogue of this repository.`, line);
      for (const library of libraries) packages.add(library, scope, line);
    }
  }
  const list = problems.list();
  const settings = await rootName(folder, context);
  const alsoRead = [...around.used.filter((path) => path !== file.path), ...(found ? [found.path] : []), ...settings.used].sort();
  return {
    packages: packages.list(),
    own: ownOf(folder, settings.name, script, values, packages),
    alsoRead,
    ...(list ? { problems: list } : {}),
  };
}

/** What builds the build is never shipped. */
function isBuildLogic(path: string): boolean {
  return /(?:^|\/)(?:buildSrc|build-logic|build-src|buildLogic)\//.test(path);
}

interface Library {
  readonly group: string;
  readonly name: string;
  readonly version: string;
  readonly range?: string;
  readonly classifier?: string;
}

/** One entry a module and version, with the strongest of its scopes. */
class Packages {
  readonly #byKey = new Map<string, LockedPackage>();

  add(library: Library, scope: Scope, line: number): void {
    const key = [library.group, library.name, library.version, ...(library.classifier === undefined ? [] : [library.classifier])].join(":");
    const known = this.#byKey.get(key);
    this.#byKey.set(key, {
      key,
      type: "maven",
      namespace: library.group,
      name: library.name,
      version: library.version,
      ...(library.range === undefined ? {} : { range: library.range }),
      scope: known ? strongerScope(known.scope, scope) : scope,
      direct: true,
      line: known?.line ?? line,
      ...(library.classifier === undefined ? {} : { qualifiers: { classifier: library.classifier } }),
    });
  }

  list(): readonly LockedPackage[] {
    return [...this.#byKey.values()];
  }
}

async function rootName(folder: string, context: ReadContext): Promise<{ readonly name?: string; readonly used: readonly string[] }> {
  for (const file of ["settings.gradle", "settings.gradle.kts"]) {
    const path = folder === "" ? file : `${folder}/${file}`;
    if (!context.has(path)) continue;
    const { values } = parseScript((await context.text(path)) ?? "");
    const raw = values.get("rootProject.name");
    const name = raw === undefined ? undefined : filled(raw, values);
    return { ...(name === undefined ? {} : { name }), used: [path] };
  }
  return { used: [] };
}

function ownOf(
  folder: string,
  settingsName: string | undefined,
  script: Script,
  values: Values,
  packages: Packages,
): readonly OwnPackage[] {
  const name = settingsName ?? nameOf(folder);
  if (name === "") return [];
  const text = (key: string): string | undefined => {
    const raw = script.values.get(key) ?? values.get(key) ?? values.get(key.toUpperCase());
    return raw === undefined ? undefined : filled(raw, values);
  };
  const namespace = text("group");
  const version = text("version");
  return [
    {
      type: "maven",
      ...(namespace === undefined ? {} : { namespace }),
      name,
      ...(version === undefined ? {} : { version }),
      dependsOn: packages.list().map((entry) => entry.key),
    },
  ];
}
