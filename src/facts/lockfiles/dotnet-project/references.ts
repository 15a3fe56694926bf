// The packages that an evaluated project asks for, with the versions that are kept centrally
// (https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files, …/central-package-management).
import { strongerScope } from "../shared/graph.ts";
import type { Scope } from "../types.ts";
import type { Evaluated, Item } from "./msbuild/evaluation.ts";

export interface PackageRequest {
  readonly name: string;
  /** The requirement as written; undefined where it is not known, empty where the entry gives an empty one. */
  readonly version: string | undefined;
  readonly scope: Scope;
  readonly line: number;
  /** The file the request stands in. */
  readonly path: string;
}

interface Entry {
  readonly name: string;
  readonly metadata: Map<string, string | undefined>;
  readonly line: number;
  readonly path: string;
}

/** Everything that the project asks for. A test project's packages are all for development. */
export function packageRequests(evaluated: Evaluated): readonly PackageRequest[] {
  const isCentral = evaluated.property("ManagePackageVersionsCentrally")?.toLowerCase() !== "false";
  const references = collect(evaluated.items, "PackageReference");
  const central = versionsOf(collect(evaluated.items, "PackageVersion", references));
  const isTest = isTestProject(evaluated, references);
  const requests: PackageRequest[] = [];
  for (const [key, entry] of references) {
    const own = entry.metadata.get("versionoverride") || entry.metadata.get("version");
    const version = own || (isCentral ? central.get(key) : undefined) || (entry.metadata.has("version") ? own : undefined);
    requests.push({
      name: entry.name,
      version,
      scope: isTest || isPrivate(entry) ? "development" : "production",
      line: entry.line,
      path: entry.path,
    });
  }
  for (const kind of ["GlobalPackageReference", "PackageDownload", "DotNetCliToolReference"]) {
    for (const { name, metadata, line, path } of collect(evaluated.items, kind).values()) {
      requests.push({ name, version: metadata.get("version"), scope: "development", line, path });
    }
  }
  return requests;
}

/** Applies includes, updates and removals of one kind of item in their order; names are the same whatever their case. `only`: names in lower case that count. */
export function collect(items: readonly Item[], kind: string, only?: { has(key: string): boolean }): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const item of items) {
    if (item.kind !== kind) continue;
    for (const name of item.names.split(";").map((part) => part.trim())) {
      if (!/^[\w.+-]+$/.test(name)) continue;
      const key = name.toLowerCase();
      if (only && !only.has(key)) continue;
      if (item.action === "remove") entries.delete(key);
      else if (item.action === "include") entries.set(key, { name, metadata: new Map(item.metadata), line: item.line, path: item.path });
      else for (const [field, value] of item.metadata) entries.get(key)?.metadata.set(field, value);
    }
  }
  return entries;
}

function versionsOf(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, string | undefined> {
  return new Map([...entries].map(([key, entry]) => [key, entry.metadata.get("version")]));
}

/** Analyzers, source generators and build tools are asked for so that they do not flow on. */
function isPrivate(entry: Entry): boolean {
  return /(?:^|;)\s*all\s*(?:;|$)/i.test(entry.metadata.get("privateassets") ?? "");
}

/** Packages that only a project of tests asks for. */
const TEST_MARKS = ["microsoft.net.test.sdk", "xunit.runner.visualstudio", "xunit.v3", "nunit3testadapter", "mstest.testadapter", "tunit"];

function isTestProject(evaluated: Evaluated, references: ReadonlyMap<string, Entry>): boolean {
  const said = evaluated.isTestSdk ? "true" : evaluated.property("IsTestProject")?.toLowerCase();
  return said === "true" || (said !== "false" && TEST_MARKS.some((name) => references.has(name)));
}

/** What each package is asked for, by lower-case name: the strongest of its scopes. */
export function usesOf(requests: readonly PackageRequest[]): ReadonlyMap<string, Scope> {
  const uses = new Map<string, Scope>();
  for (const { name, scope } of requests) {
    const key = name.toLowerCase();
    const before = uses.get(key);
    uses.set(key, before === undefined ? scope : strongerScope(before, scope));
  }
  return uses;
}
