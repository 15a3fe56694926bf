// package.json: one of them, and those of a workspace together, for lockfiles that leave to them who asks for what.
import type { OwnPackage, ReadContext } from "../types.ts";
import { arrayField, asObject, type DataObject, entriesOf, field, objectField, textField } from "./data.ts";
import { parseJson } from "./json.ts";
import { splitNpmName } from "./npm.ts";
import { declaredLicense } from "./npm-license.ts";
import { folderOf, pathFrom } from "./paths.ts";
import { isWorkspaceFolder } from "./workspaces.ts";

/** Groups of dependencies, each with the scope that it stands for. */
export const manifestGroups = ["dependencies", "optionalDependencies", "devDependencies", "peerDependencies"] as const;
export type ManifestGroup = (typeof manifestGroups)[number];

export interface NpmManifest {
  /** Path in the tree. */
  readonly path: string;
  readonly data: DataObject;
  /** Workspace patterns; empty where it has none. */
  readonly workspaces: readonly unknown[];
}

/** The root manifest of a lockfile with those of its workspace members. */
export interface NpmWorkspace {
  readonly manifests: readonly NpmManifest[];
  /** Folders of the members; undefined where there is no root to name them. */
  readonly members: readonly string[] | undefined;
  /** Paths that were read. */
  readonly alsoRead: readonly string[];
}

/** Entries of one group as [name, range]; what is no text is left out. */
export function asksOf(manifest: NpmManifest, group: ManifestGroup): readonly (readonly [string, string])[] {
  return entriesOf(field(manifest.data, group)).flatMap(([name, range]) => (typeof range === "string" ? [[name, range] as const] : []));
}

/** The package that a manifest describes. */
export function ownOf(manifest: NpmManifest, dependsOn?: readonly string[]): OwnPackage {
  const { namespace, name } = splitNpmName(textField(manifest.data, "name") ?? "");
  return { type: "npm", namespace, name, version: textField(manifest.data, "version"), license: declaredLicense(manifest.data), dependsOn };
}

/** The workspace patterns of a manifest in both shapes that npm, yarn and bun accept. */
export function workspacePatterns(manifest: unknown): readonly unknown[] {
  return arrayField(manifest, "workspaces") ?? arrayField(objectField(manifest, "workspaces"), "packages") ?? [];
}

/** The manifest at this path; undefined where there is none or it is broken (which is reported where it is read for itself). */
export async function readManifest(path: string, context: ReadContext): Promise<NpmManifest | undefined> {
  const text = context.has(path) ? await context.text(path) : undefined;
  if (text === undefined) return undefined;
  try {
    const data = asObject(parseJson(text));
    return data && { path, data, workspaces: workspacePatterns(data) };
  } catch {
    return undefined;
  }
}

/** The manifest beside a lockfile and those of the members that it names. */
export async function readWorkspace(lockfile: string, context: ReadContext): Promise<NpmWorkspace> {
  const folder = folderOf(lockfile);
  const rootPath = pathFrom(folder, "package.json") ?? "package.json";
  const root = await readManifest(rootPath, context);
  const patterns = root?.workspaces ?? [];
  const members: NpmManifest[] = [];
  for (const path of patterns.length > 0 ? context.named("package.json") : []) {
    const relative = relativeFolder(folder, folderOf(path));
    if (!relative || `/${relative}/`.includes("/node_modules/") || !isWorkspaceFolder(relative, patterns)) continue;
    const member = await readManifest(path, context);
    if (member) members.push(member);
  }
  const manifests = root ? [root, ...members] : members;
  return {
    manifests,
    members: root && members.map((member) => folderOf(member.path)),
    alsoRead: manifests.map((manifest) => manifest.path),
  };
}

/** A folder relative to another one above it; empty for itself, undefined where it lies elsewhere. */
function relativeFolder(from: string, to: string): string | undefined {
  if (from === "") return to;
  if (to === from) return "";
  return to.startsWith(`${from}/`) ? to.slice(from.length + 1) : undefined;
}
