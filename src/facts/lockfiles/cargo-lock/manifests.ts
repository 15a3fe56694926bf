// What the Cargo.toml files below a Cargo.lock say of its crates: which are asked for, and for what.
import type { ReadContext } from "../types.ts";
import { Unreadable } from "../types.ts";
import { type CrateManifest, crateManifest } from "../shared/cargo.ts";
import type { DataObject } from "../shared/data.ts";
import { folderOf, inFolder } from "../shared/paths.ts";
import { parseToml } from "../shared/toml.ts";

/** More members than this are not looked at; the largest workspaces have some hundreds. */
const MAX_MANIFESTS = 2000;

export interface Manifests {
  /** By the crate's name. */
  readonly byName: ReadonlyMap<string, CrateManifest>;
  readonly read: readonly string[];
  /** Folders of those crates, other than the lockfile's own. */
  readonly folders: readonly string[];
}

/** The manifests in a lockfile's folder and below that are named like crates of ours. */
export async function manifestsOf(lockPath: string, ours: ReadonlySet<string>, context: ReadContext): Promise<Manifests> {
  const root = folderOf(lockPath);
  const rootPath = inFolder(root, "Cargo.toml");
  const read: string[] = [];
  const byName = new Map<string, CrateManifest>();
  const folders: string[] = [];
  const workspace = await tomlAt(rootPath, context);
  const paths = context.named("Cargo.toml").filter((path) => root === "" || path.startsWith(`${root}/`));
  for (const path of paths.slice(0, MAX_MANIFESTS)) {
    read.push(path);
    const document = path === rootPath ? workspace : await tomlAt(path, context);
    const manifest = document && crateManifest(document, workspace ?? document);
    const name = manifest?.own?.name;
    if (!manifest || name === undefined || !ours.has(name) || byName.has(name)) continue;
    byName.set(name, manifest);
    if (folderOf(path) !== root) folders.push(folderOf(path));
  }
  return { byName, read, folders };
}

/** A manifest; undefined where it is missing or broken: its own reader tells. */
async function tomlAt(path: string, context: ReadContext): Promise<DataObject | undefined> {
  const text = await context.text(path);
  if (text === undefined) return undefined;
  try {
    return parseToml(text);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
