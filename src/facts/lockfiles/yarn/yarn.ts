// yarn.lock, both generations. Who asks for what, and for which purpose, stands in the manifests beside it.
import { withoutMark } from "../shared/json.ts";
import { isOurs, splitNpmName } from "../shared/npm.ts";
import { asksOf, type NpmManifest, ownOf, readWorkspace } from "../shared/npm-manifest.ts";
import { npmScopes, NpmRoots } from "../shared/npm-scopes.ts";
import { baseName } from "../shared/paths.ts";
import type { LockedPackage, LockfileFormat, OwnPackage, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { readBerry } from "./berry.ts";
import { readClassic } from "./classic.ts";
import { Descriptors } from "./descriptors.ts";
import type { YarnEntry } from "./entry.ts";

/** Reads yarn.lock of yarn 1 and of yarn 2 and later. */
export const yarn: LockfileFormat = {
  id: "yarn",
  ecosystem: "npm",
  kind: "lockfile",
  names: ["yarn.lock"],
  matches: (path) => baseName(path) === "yarn.lock",
  covers: { formats: ["package-json"], whole: true },
  read,
};

async function read(file: SourceFile, context: ReadContext): Promise<Reading> {
  const text = withoutMark(file.text);
  const entries = /^"?__metadata"?:/m.test(text) ? readBerry(text) : readClassic(text);
  const workspace = await readWorkspace(file.path, context);
  const ours = new Set(entries.filter((entry) => isOurEntry(entry, file.path, context)));
  const others = entries.filter((entry) => !ours.has(entry));
  const descriptors = new Descriptors(others);
  const roots = new NpmRoots();
  const own = [
    ...workspace.manifests.map((manifest) => ownOf(manifest, asksOfManifest(manifest, descriptors, roots))),
    ...unreadMembers(ours, workspace.manifests, descriptors, roots),
  ];
  const knowsRoots = own.length > 0;
  const edges = new Map(others.map((entry) => [entry.key, descriptors.edgesOf(entry)]));
  const scopes = npmScopes(roots, (key) => edges.get(key));
  const direct = knowsRoots ? roots.all() : undefined;
  const packages = others.map((entry) => {
    const { required, optional } = edges.get(entry.key) ?? { required: [], optional: [] };
    return lockedPackage(entry, scopes.get(entry.key) ?? "production", direct?.has(entry.key), [...required, ...optional]);
  });
  return { packages, own: own.filter(({ name }) => name !== ""), members: workspace.members, alsoRead: workspace.alsoRead };
}

/** The root workspace always; other workspaces and linked folders where the repository holds them. */
function isOurEntry(entry: YarnEntry, path: string, context: ReadContext): boolean {
  return entry.folder !== undefined && (entry.folder === "." || isOurs(path, entry.folder, context));
}

function lockedPackage(entry: YarnEntry, scope: Scope, direct: boolean | undefined, dependsOn: readonly string[]): LockedPackage {
  const { namespace, name } = splitNpmName(entry.name);
  const { key, version, line, source, integrity } = entry;
  return { key, type: "npm", namespace, name, version, scope, direct, line, dependsOn, source, integrity };
}

function asksOfManifest(manifest: NpmManifest, descriptors: Descriptors, roots: NpmRoots): readonly string[] {
  const keys = (group: Parameters<typeof asksOf>[1]): string[] => descriptors.keysOf(asksOf(manifest, group));
  const production = keys("dependencies");
  const optional = keys("optionalDependencies");
  const development = keys("devDependencies");
  roots.production.push(...production);
  roots.optional.push(...optional);
  roots.development.push(...development);
  return [...new Set([...production, ...optional, ...development])];
}

/** Workspaces that the lockfile knows, but whose manifest could not be read: their lockfile entries say what they ask for, not for what purpose. */
function unreadMembers(
  ours: ReadonlySet<YarnEntry>,
  manifests: readonly NpmManifest[],
  descriptors: Descriptors,
  roots: NpmRoots,
): readonly OwnPackage[] {
  const read = new Set(manifests.map((manifest) => manifest.data["name"]));
  return [...ours]
    .filter((entry) => !read.has(entry.name))
    .map((entry) => {
      const { required, optional } = descriptors.edgesOf(entry);
      roots.production.push(...required);
      roots.optional.push(...optional);
      return { type: "npm", ...splitNpmName(entry.name), dependsOn: [...required, ...optional] };
    });
}
