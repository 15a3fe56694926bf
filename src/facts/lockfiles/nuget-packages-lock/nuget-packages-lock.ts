// packages.lock.json: what NuGet restored, by target framework (https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files#locking-dependencies).
import { Projects } from "../dotnet-project/projects.ts";
import { usesOf } from "../dotnet-project/references.ts";
import { type DataObject, entriesOf, field, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { scopesByReach } from "../shared/graph.ts";
import { parseJsonLines } from "../shared/json.ts";
import { folderOf } from "../shared/paths.ts";
import {
  type LockedPackage,
  type LockfileFormat,
  type OwnPackage,
  type ReadContext,
  type Reading,
  type Scope,
  type SourceFile,
  Unreadable,
} from "../types.ts";

export const nugetPackagesLock: LockfileFormat = {
  id: "nuget-packages-lock",
  ecosystem: "nuget",
  kind: "lockfile",
  // A project may have a lockfile of its own name: packages.<project>.lock.json.
  matches: (path) => /(?:^|\/)packages\.(?:[^/]+\.)?lock\.json$/.test(path),
  names: ["packages.lock.json"],
  covers: { formats: ["dotnet-project", "nuget-packages-config"] },
  read: readLock,
};

interface Entry {
  readonly id: string;
  readonly kind: string;
  readonly value: unknown;
  readonly line: number | undefined;
}

async function readLock(file: SourceFile, context: ReadContext): Promise<Reading> {
  const { value, lineOf } = parseJsonLines(file.text);
  const version = Number(field(value, "version"));
  if (!(version >= 1))
    throw new Unreadable("Not a lockfile of NuGet: it has no version that is known", lineOf(value, "version"), '"version": 1 or higher');
  const problems = new EntryProblems(file.path);
  const lock = new Lock();
  for (const [framework, entries] of entriesOf(field(value, "dependencies"))) {
    const listed = entriesOf(entries).map(([id, entry]) => ({
      id,
      kind: textField(entry, "type") ?? "",
      value: entry,
      line: lineOf(entries, id),
    }));
    lock.add(framework, listed, problems);
  }
  const list = problems.list();
  const projects = await projectsBeside(file.path, context);
  return { packages: lock.packages(projects.uses), own: lock.own(), alsoRead: projects.read, ...(list ? { problems: list } : {}) };
}

/** What the projects in the same folder use their direct packages for: the lockfile does not say which are tools of the build. */
async function projectsBeside(
  path: string,
  context: ReadContext,
): Promise<{ readonly uses: ReadonlyMap<string, Scope>; readonly read: readonly string[] }> {
  const folder = folderOf(path);
  const projects = await Projects.of(context).inFolder(folder);
  return {
    uses: usesOf(projects.flatMap((project) => project.requests)),
    read: projects.flatMap((project) => [project.path, ...project.used]),
  };
}

interface Draft {
  readonly entry: LockedPackage;
  isDirect: boolean;
  readonly dependsOn: Set<string>;
}

/** One entry a package and version, joined over the frameworks. */
class Lock {
  readonly #drafts = new Map<string, Draft>();
  readonly #projects = new Map<string, OwnPackage>();
  /** Keys by framework and lower-case name; a framework of one platform (`net8.0/linux-x64`) lists only what differs from the plain one. */
  readonly #keys = new Map<string, Map<string, string>>();
  #isTest = false;

  add(framework: string, entries: readonly Entry[], problems: EntryProblems): void {
    const keys = new Map(this.#keys.get(framework.split("/")[0] ?? ""));
    const packages = entries.filter((entry) => entry.kind !== "Project");
    for (const entry of packages) {
      const version = textField(entry.value, "resolved");
      if (version === undefined) problems.bad(`${entry.id} has no resolved version.`, entry.line, '"resolved"');
      else keys.set(entry.id.toLowerCase(), this.#draft(entry, version));
    }
    this.#keys.set(framework, keys);
    for (const entry of entries) this.#link(entry, keys);
  }

  #draft(entry: Entry, version: string): string {
    const key = `${entry.id.toLowerCase()}@${version}`;
    const hash = textField(entry.value, "contentHash");
    const known = this.#drafts.get(key);
    const draft: Draft = known ?? {
      entry: {
        key,
        type: "nuget",
        name: entry.id,
        version,
        scope: "production",
        ...(entry.line === undefined ? {} : { line: entry.line }),
        ...(hash === undefined ? {} : { integrity: `sha512-${hash}` }),
      },
      isDirect: false,
      dependsOn: new Set(),
    };
    if (entry.kind === "Direct") {
      draft.isDirect = true;
      this.#isTest ||= entry.id.toLowerCase() === "microsoft.net.test.sdk";
    }
    this.#drafts.set(key, draft);
    return key;
  }

  #link(entry: Entry, keys: ReadonlyMap<string, string>): void {
    const targets = dependencyNames(entry.value).map((name) => keys.get(name.toLowerCase()));
    const found = targets.filter((key) => key !== undefined);
    if (entry.kind === "Project") {
      const before = this.#projects.get(entry.id)?.dependsOn ?? [];
      this.#projects.set(entry.id, { type: "nuget", name: entry.id, dependsOn: [...new Set([...before, ...found])] });
      return;
    }
    const draft = this.#drafts.get(keys.get(entry.id.toLowerCase()) ?? "");
    for (const key of found) draft?.dependsOn.add(key);
  }

  /** `uses` says what direct packages are for, by lower-case name, where that is known. */
  packages(uses: ReadonlyMap<string, Scope>): readonly LockedPackage[] {
    const ofProjects = [...this.#projects.values()].flatMap((project) => project.dependsOn ?? []);
    const production: string[] = [];
    const development: string[] = [];
    for (const [key, { entry, isDirect }] of this.#drafts) {
      if (isDirect) (this.#isTest || uses.get(entry.name.toLowerCase()) === "development" ? development : production).push(key);
    }
    (this.#isTest ? development : production).push(...ofProjects);
    const edges = new Map([...this.#drafts].map(([key, draft]) => [key, [...draft.dependsOn]]));
    const scopes = scopesByReach({ production, development }, edges);
    const asked = new Set(ofProjects);
    return [...this.#drafts.values()].map(({ entry, isDirect }) => ({
      ...entry,
      scope: scopes.get(entry.key) ?? (this.#isTest ? "development" : "production"),
      direct: isDirect || asked.has(entry.key),
      dependsOn: edges.get(entry.key) ?? [],
    }));
  }

  /** Other projects of the solution that this one refers to. */
  own(): readonly OwnPackage[] {
    return [...this.#projects.values()];
  }
}

function dependencyNames(value: unknown): readonly string[] {
  const dependencies: DataObject | undefined = objectField(value, "dependencies");
  return dependencies ? Object.keys(dependencies) : [];
}
