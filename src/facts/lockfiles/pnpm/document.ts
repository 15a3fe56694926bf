// One document of pnpm-lock.yaml: its packages with their edges, under one roof for all versions of the format.
import { asObject, type DataObject, entriesOf, field, objectField, type Positioned, textField } from "../shared/data.ts";
import { Unreadable } from "../types.ts";
import { atPath, type PackagePath, slashPath, withoutPeers } from "./package-path.ts";

export interface PnpmEntry extends PackagePath {
  readonly key: string;
  readonly data: DataObject;
  readonly line: number | undefined;
  readonly dependencies: readonly Ask[];
  readonly optionalDependencies: readonly Ask[];
  /** Version 9 marks the snapshot, earlier ones the package. */
  readonly optional: boolean;
}

/** A name and what it is answered with: a version, a key, a link. */
export type Ask = readonly [name: string, reference: string];

export interface PnpmDocument {
  readonly entries: readonly PnpmEntry[];
  /** What each project of the workspace asks for, by group. */
  readonly importers: readonly DataObject[];
  /** Folders of the projects, relative to the lockfile. */
  readonly folders: readonly string[];
  /** Before version 9 every entry says whether only development needs it. */
  readonly saysScope: boolean;
}

/** Throws `Unreadable` for what is no lockfile. */
export function readDocument(document: Positioned): PnpmDocument {
  const root = asObject(document.value);
  const declared = field(root, "lockfileVersion");
  const version = Number.parseFloat(typeof declared === "string" ? declared : "");
  if (!root || Number.isNaN(version)) throw new Unreadable("Not a pnpm-lock.yaml: no lockfileVersion", 1, "lockfileVersion: '9.0'");
  const snapshots = snapshotsByPackage(root);
  const packages = objectField(root, "packages");
  const entries: PnpmEntry[] = [];
  for (const [key, value] of entriesOf(packages)) {
    const data = asObject(value) ?? {};
    const line = document.lineOf(packages, key);
    const path = pathOf(key, data, version, line);
    if (path) entries.push({ ...path, key, data, line, ...edgesOf(snapshots.get(key) ?? [data]) });
  }
  return { entries, importers: importersOf(root), folders: entriesOf(root["importers"]).map(([folder]) => folder), saysScope: version < 9 };
}

/** Version 9 keeps edges apart, once for every set of peers. */
function snapshotsByPackage(root: DataObject): ReadonlyMap<string, readonly DataObject[]> {
  const byPackage = new Map<string, DataObject[]>();
  for (const [key, value] of entriesOf(root["snapshots"])) {
    const snapshot = asObject(value) ?? {};
    const known = byPackage.get(withoutPeers(key));
    if (known) known.push(snapshot);
    else byPackage.set(withoutPeers(key), [snapshot]);
  }
  return byPackage;
}

function edgesOf(snapshots: readonly DataObject[]): Pick<PnpmEntry, "dependencies" | "optionalDependencies" | "optional"> {
  return {
    dependencies: snapshots.flatMap((snapshot) => asksIn(snapshot, "dependencies")),
    optionalDependencies: snapshots.flatMap((snapshot) => asksIn(snapshot, "optionalDependencies")),
    optional: snapshots.every((snapshot) => snapshot["optional"] === true),
  };
}

/** The asks of one group, written as `name: 1.0.0` or `name: {specifier: ^1, version: 1.0.0}`. */
export function asksIn(holder: DataObject, group: string): readonly Ask[] {
  return entriesOf(holder[group]).flatMap(([name, value]): Ask[] => {
    const reference = typeof value === "string" ? value : textField(value, "version");
    return reference === undefined ? [] : [[name, reference]];
  });
}

/** Name and version of a key; undefined for a folder or file that nobody named. What cannot be a key at all makes the file unreadable. */
function pathOf(key: string, data: DataObject, version: number, line: number | undefined): PackagePath | undefined {
  const name = textField(data, "name");
  const ownVersion = textField(data, "version");
  if (name !== undefined && ownVersion !== undefined) return { name, version: ownVersion };
  const path = version < 6 ? slashPath(key) : atPath(key);
  if (path) {
    const exact = /^\d/.test(path.version) ? path.version : "";
    return { name: name ?? path.name, version: ownVersion ?? exact };
  }
  if (name !== undefined) return { name, version: "" };
  if (!/[:/]/.test(key)) throw new Unreadable(`Not a pnpm-lock.yaml: "${key}" is no package path of version ${version}`, line);
  return undefined;
}

/** A lockfile of a single project has no `importers`: its groups then stand at the top. */
function importersOf(root: DataObject): readonly DataObject[] {
  const importers = objectField(root, "importers");
  return importers
    ? entriesOf(importers).flatMap(([, importer]): DataObject[] => (asObject(importer) ? [importer as DataObject] : []))
    : [root];
}
