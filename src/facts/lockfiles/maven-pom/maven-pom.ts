// pom.xml: the dependencies of a Maven project as its effective model has them (https://maven.apache.org/pom.html).
import { EntryProblems } from "../shared/entry-problems.ts";
import { pathSource } from "../shared/addresses.ts";
import type { LockedPackage, LockfileFormat, OwnPackage, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { type Coordinates, type EffectivePom, type Managed, managementKey } from "./effective-pom.ts";
import { interpolate, type PropertyLookup } from "./interpolate.ts";
import { parsePom, type RawDependency, type RawPom, type RawProfile } from "./raw-pom.ts";
import { requirementOf } from "./version-range.ts";
import { Workspace } from "./workspace.ts";

export const mavenPom: LockfileFormat = {
  id: "maven-pom",
  ecosystem: "maven",
  kind: "manifest",
  names: ["pom.xml"],
  matches: (path) => /(?:^|\/)pom\.xml$/.test(path),
  read: readPom,
};

async function readPom(file: SourceFile, context: ReadContext): Promise<Reading> {
  // The POMs of archetypes are templates of projects to come: `${groupId}` in them means nothing yet, and some are no XML.
  if (file.path.includes("archetype-resources/")) return { packages: [] };
  const workspace = Workspace.of(context);
  const raw = (await workspace.known(file.path)) ?? parsePom(file.text, file.path);
  workspace.remember(file.path, raw);
  const { pom, used } = await workspace.effective(raw);
  const reader = new DependencyReader(raw, pom, new EntryProblems(file.path));
  const packages = reader.packages();
  return { packages, own: ownOf(pom, packages), alsoRead: used, ...reader.problems() };
}

function ownOf(pom: EffectivePom, packages: readonly LockedPackage[]): readonly OwnPackage[] {
  if (!pom.artifactId) return [];
  return [
    {
      type: "maven",
      ...(pom.groupId === undefined ? {} : { namespace: pom.groupId }),
      name: pom.artifactId,
      ...(pom.version === undefined ? {} : { version: pom.version }),
      // Several licences in a POM are a choice: https://maven.apache.org/pom.html#Licenses
      ...(pom.licenses.length > 0 ? { license: pom.licenses.join(" OR ") } : {}),
      dependsOn: packages.map((entry) => entry.key),
    },
  ];
}

/** Where a dependency is looked up: the effective model, with a profile's own words before it where it stands in one. */
interface Surroundings {
  readonly lookup: PropertyLookup;
  managed(wanted: Coordinates): Managed | undefined;
  /** Says the scope where everything inside has the same. */
  readonly scope?: Scope;
  /** Line for what is inherited: it does not stand in this file. */
  readonly line?: number;
}

class DependencyReader {
  readonly #raw: RawPom;
  readonly #pom: EffectivePom;
  readonly #problems: EntryProblems;
  readonly #packages = new Map<string, LockedPackage>();
  readonly #unknown: RawDependency[] = [];

  constructor(raw: RawPom, pom: EffectivePom, problems: EntryProblems) {
    this.#raw = raw;
    this.#pom = pom;
    this.#problems = problems;
  }

  packages(): readonly LockedPackage[] {
    const plain: Surroundings = { lookup: this.#pom.property, managed: (wanted) => this.#pom.managed(wanted) };
    const seen = new Set<string>();
    for (const [depth, layer] of this.#pom.layers.entries()) {
      const line = depth === 0 ? undefined : this.#raw.parent?.line;
      for (const model of layer.models) this.#readAll(model.dependencies, line === undefined ? plain : { ...plain, line }, seen);
    }
    const active = new Set<unknown>(this.#pom.layers[0]?.models);
    for (const profile of this.#raw.profiles) if (!active.has(profile)) this.#readAll(profile.dependencies, this.#inProfile(profile), seen);
    return [...this.#packages.values()];
  }

  problems(): Pick<Reading, "problems"> {
    const first = this.#unknown[0];
    if (first) {
      const count = this.#unknown.length === 1 ? "One version is" : `${this.#unknown.length} versions are`;
      const missing = this.#pom.missing.slice(0, 3).join(", ");
      const why = missing === "" ? "it is managed nowhere, or its property has no value" : `not found: ${missing}`;
      const hint =
        missing === "" ? undefined : "Build the project once on this machine: its parents and BOMs are then in the local Maven cache.";
      this.#problems.note(`${count} not known, the first that of ${first.groupId}:${first.artifactId} (${why}).`, first.line, hint);
    }
    const problems = this.#problems.list();
    return problems ? { problems } : {};
  }

  #inProfile(profile: RawProfile): Surroundings {
    const managed = new Map(profile.managed.map((entry) => [`${entry.groupId}:${entry.artifactId}:${entry.type}`, entry]));
    return {
      lookup: (name) => profile.properties.get(name) ?? this.#pom.property(name),
      managed: (wanted) => {
        const own = managed.get(`${wanted.groupId}:${wanted.artifactId}:${wanted.type}`);
        return own ? { version: own.version } : this.#pom.managed(wanted);
      },
      scope: "optional",
    };
  }

  /** What stands nearer wins; in one place the last of several does. */
  #readAll(dependencies: readonly RawDependency[], around: Surroundings, seen: Set<string>): void {
    const here = new Map<string, LockedPackage>();
    for (const raw of dependencies) {
      const entry = this.#read(raw, around);
      if (entry && !seen.has(entry.key)) here.set(entry.key, entry);
    }
    for (const [key, entry] of here) {
      seen.add(key);
      this.#packages.set(key, entry);
    }
  }

  #read(raw: RawDependency, around: Surroundings): LockedPackage | undefined {
    const text = (value: string | undefined): string | undefined => (value === undefined ? undefined : interpolate(value, around.lookup));
    const groupId = text(raw.groupId);
    const artifactId = text(raw.artifactId);
    if (!groupId || !artifactId) {
      this.#problems.bad(
        `A dependency without a known group or artifact: ${raw.groupId ?? "?"}:${raw.artifactId ?? "?"}.`,
        around.line ?? raw.line,
      );
      return undefined;
    }
    const type = text(raw.type) ?? raw.type;
    const classifier = text(raw.classifier) ?? raw.classifier;
    const coordinates: Coordinates = { groupId, artifactId, type, ...(classifier === undefined ? {} : { classifier }) };
    const managed = around.managed(coordinates);
    const scope = text(raw.scope) ?? managed?.scope ?? "compile";
    if (scope === "import") return undefined;
    const version = raw.version === undefined ? text(managed?.version) : text(raw.version);
    if (!version) this.#unknown.push(raw);
    const isOptional = (text(raw.optional) ?? managed?.optional) === "true";
    return {
      key: managementKey(groupId, artifactId, type, classifier),
      type: "maven",
      namespace: groupId,
      name: artifactId,
      ...requirementOf(version ?? ""),
      scope: around.scope ?? scopeOf(scope, isOptional),
      direct: true,
      line: around.line ?? raw.line,
      ...qualifiersOf(type, classifier),
      ...(scope === "system" && raw.systemPath !== undefined ? { source: pathSource(raw.systemPath) } : {}),
    };
  }
}

/** Maven's scopes in ours: what tests or only the compiler needs is not part of what is shipped. */
function scopeOf(scope: string, isOptional: boolean): Scope {
  if (scope === "test" || scope === "provided") return "development";
  return isOptional ? "optional" : "production";
}

function qualifiersOf(type: string, classifier: string | undefined): Pick<LockedPackage, "qualifiers"> {
  const qualifiers = { ...(classifier === undefined ? {} : { classifier }), ...(type === "jar" ? {} : { type }) };
  return Object.keys(qualifiers).length > 0 ? { qualifiers } : {};
}
