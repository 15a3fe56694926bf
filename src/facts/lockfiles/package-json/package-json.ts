// package.json: what a package of ours asks for. https://docs.npmjs.com/cli/configuring-npm/package-json
import { asObject, field, objectField, type Positioned, textField } from "../shared/data.ts";
import { parseJsonLines } from "../shared/json.ts";
import { gitSource, isExactVersion, isOurs, npmSource, splitDescriptor, splitNpmName } from "../shared/npm.ts";
import { asksOf, type ManifestGroup, manifestGroups, type NpmManifest, ownOf, workspacePatterns } from "../shared/npm-manifest.ts";
import { baseName } from "../shared/paths.ts";
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

/** Reads what is asked for in all groups, and the package itself as ours. */
export const packageJson: LockfileFormat = {
  id: "package-json",
  ecosystem: "npm",
  kind: "manifest",
  names: ["package.json"],
  matches: (path) => baseName(path) === "package.json",
  read,
};

function read(file: SourceFile, context: ReadContext): Reading {
  const document = parseJsonLines(file.text);
  const data = asObject(document.value);
  if (!data) throw new Unreadable("Not a package.json: its content is not an object", 1, "an object");
  // Unity's package manager uses the same file name for packages of its own kind, which no npm registry has.
  if (typeof data["unity"] === "string") return { packages: [] };
  const manifest: NpmManifest = { path: file.path, data, workspaces: workspacePatterns(data) };
  const packages = new Map<string, LockedPackage>();
  for (const group of manifestGroups) {
    for (const [name, range] of asksOf(manifest, group)) {
      const known = packages.get(name);
      if (known) continue;
      const asked = askedPackage(name, range, scopeOf(group, name, manifest), lineOf(document, group, name));
      if (asked && !isOurFolder(range, file.path, context)) packages.set(name, asked);
    }
  }
  return { packages: [...packages.values()], own: ownPackages(manifest) };
}

/** The groups stand in this order, so that what is asked for twice keeps its stronger scope. */
function scopeOf(group: ManifestGroup, name: string, manifest: NpmManifest): Scope {
  if (group === "devDependencies") return "development";
  const mayMiss = objectField(objectField(manifest.data, "peerDependenciesMeta"), name)?.["optional"] === true;
  return group === "optionalDependencies" || (group === "peerDependencies" && mayMiss) ? "optional" : "production";
}

function lineOf(document: Positioned, group: ManifestGroup, name: string): number | undefined {
  return document.lineOf(field(document.value, group), name);
}

/** One ask; undefined for a member of our own workspace. */
function askedPackage(alias: string, asked: string, scope: Scope, line: number | undefined): LockedPackage | undefined {
  if (asked.startsWith("workspace:")) return undefined;
  const target = asked.startsWith("npm:") ? splitDescriptor(asked.slice("npm:".length)) : { name: alias, rest: asked };
  const { namespace, name } = splitNpmName(target.name);
  if (name === "") return undefined;
  const base = { key: alias, type: "npm", namespace, name, scope, direct: true, line };
  const source = placeOf(target.rest);
  if (source) return { ...base, version: "", range: target.rest, source };
  return isExactVersion(target.rest) ? { ...base, version: target.rest.replace(/^v/, "") } : { ...base, version: "", range: target.rest };
}

/** Where an ask points when it is no range of versions: git (also `owner/repository`), an archive, a folder. */
function placeOf(asked: string): LockedPackage["source"] {
  if (/^[\w.-]+\/[\w.-]+(?:#.*)?$/.test(asked)) return gitSource(`github:${asked}`);
  return /^[a-z+]+:|^git@|^\.{0,2}\//.test(asked) && !asked.startsWith("catalog:") ? npmSource(asked) : undefined;
}

function isOurFolder(asked: string, path: string, context: ReadContext): boolean {
  const folder = /^(?:file|link|portal):(.*)/.exec(asked)?.[1] ?? (/^\.{1,2}\//.test(asked) ? asked : undefined);
  return folder !== undefined && isOurs(path, folder, context);
}

/** The package that the file describes. An extension of an editor goes by another name than packages of npm do. */
function ownPackages(manifest: NpmManifest): readonly OwnPackage[] {
  const own = ownOf(manifest);
  if (own.name === "") return [];
  const isExtension = asObject(manifest.data["contributes"]) !== undefined || textField(manifest.data["engines"], "vscode") !== undefined;
  return [isExtension ? { ...own, type: "vscode-extension", namespace: textField(manifest.data, "publisher") } : own];
}
