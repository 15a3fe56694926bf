// Cargo.toml as a manifest (https://doc.rust-lang.org/cargo/reference/manifest.html).
import type { LockedPackage, LockfileFormat, ReadContext, Reading, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { type CrateAsk, crateManifest } from "../shared/cargo.ts";
import { type DataObject, objectField } from "../shared/data.ts";
import { strongerScope } from "../shared/graph.ts";
import { folderOf, foldersUp, inFolder, nameOf } from "../shared/paths.ts";
import { parseToml } from "../shared/toml.ts";
import { TomlKeyLines } from "../shared/toml-lines.ts";

export const cargoToml: LockfileFormat = {
  id: "cargo-toml",
  ecosystem: "cargo",
  kind: "manifest",
  names: ["Cargo.toml"],
  matches: (path) => nameOf(path) === "Cargo.toml",
  read: readCargoToml,
};

async function readCargoToml(file: SourceFile, context: ReadContext): Promise<Reading> {
  const document = parseToml(file.text);
  const workspace = file.text.includes("workspace") ? await workspaceAbove(file.path, document, context) : undefined;
  const manifest = crateManifest(document, workspace?.document ?? document);
  const lines = new TomlKeyLines(file.text);
  const packages = new Map<string, LockedPackage>();
  for (const ask of manifest.asks) {
    if (ask.local) continue;
    const fresh = packageOf(ask, lines);
    const known = packages.get(fresh.key);
    packages.set(fresh.key, known ? { ...known, scope: strongerScope(known.scope, fresh.scope) } : fresh);
  }
  return {
    packages: [...packages.values()],
    own: manifest.own ? [{ ...manifest.own, dependsOn: [...packages.keys()] }] : [],
    alsoRead: workspace ? [workspace.path] : [],
  };
}

function packageOf(ask: CrateAsk, lines: TomlKeyLines): LockedPackage {
  const pinned = ask.version || (ask.range ?? ask.source?.address ?? "");
  return {
    key: pinned === "" ? ask.name : `${ask.name}@${pinned}`,
    type: "cargo",
    name: ask.name,
    version: ask.version,
    range: ask.range,
    scope: ask.scope,
    direct: true,
    line: lines.of(...ask.place, ask.alias),
    source: ask.source,
  };
}

/** The workspace's root: this file, or the nearest Cargo.toml above that has a [workspace]. */
async function workspaceAbove(
  path: string,
  document: DataObject,
  context: ReadContext,
): Promise<{ path: string; document: DataObject } | undefined> {
  if (objectField(document, "workspace")) return undefined;
  for (const folder of foldersUp(folderOf(folderOf(path)))) {
    const above = inFolder(folder, "Cargo.toml");
    const text = above !== path && context.has(above) ? await context.text(above) : undefined;
    if (text === undefined || !text.includes("[workspace")) continue;
    try {
      return { path: above, document: parseToml(text) };
    } catch (error) {
      if (error instanceof Unreadable) return undefined;
      throw error;
    }
  }
  return undefined;
}
