// A Dart workspace: one lockfile for several packages of ours (https://dart.dev/tools/pub/workspaces).
import type { OwnPackage, ReadContext } from "../types.ts";
import { Unreadable } from "../types.ts";
import { arrayField, asText, entriesOf, field, textField } from "../shared/data.ts";
import { folderOf, inFolder, resolveInside } from "../shared/paths.ts";
import { parseYaml } from "../shared/yaml.ts";

export interface PubWorkspace {
  /** The package beside the lockfile and the members of its workspace. */
  readonly own: readonly OwnPackage[];
  /** What any of them asks for. */
  readonly production: ReadonlySet<string>;
  readonly development: ReadonlySet<string>;
  readonly read: readonly string[];
  /** Folders of the members. */
  readonly folders: readonly string[];
}

/** The packages that a lockfile is for, by the pubspec.yaml beside it and those that it lists as its workspace. */
export async function workspaceOf(lockPath: string, context: ReadContext): Promise<PubWorkspace> {
  const folder = folderOf(lockPath);
  const own: OwnPackage[] = [];
  const production = new Set<string>();
  const development = new Set<string>();
  const read: string[] = [];
  const open = [inFolder(folder, "pubspec.yaml")];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (read.includes(path) || read.length >= 500) continue;
    read.push(path);
    const pubspec = await yamlAt(path, context);
    const name = textField(pubspec, "name");
    if (name !== undefined) own.push({ type: "pub", name, version: textField(pubspec, "version") });
    for (const [asked] of entriesOf(field(pubspec, "dependencies"))) production.add(asked);
    for (const [asked] of entriesOf(field(pubspec, "dev_dependencies"))) development.add(asked);
    for (const member of arrayField(pubspec, "workspace") ?? []) {
      const inside = resolveInside(folderOf(path), asText(member) ?? "");
      if (inside !== undefined) open.push(inFolder(inside, "pubspec.yaml"));
    }
  }
  const folders = read.map(folderOf).filter((one) => one !== folder);
  return { own, production, development, read, folders };
}

/** A pubspec; undefined where it is missing or broken: its own reader tells. */
async function yamlAt(path: string, context: ReadContext): Promise<unknown> {
  const text = await context.text(path);
  try {
    return text === undefined ? undefined : parseYaml(text).value;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
