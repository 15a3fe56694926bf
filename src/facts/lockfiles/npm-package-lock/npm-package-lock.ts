// package-lock.json and npm-shrinkwrap.json, lockfile versions 1 to 3. https://docs.npmjs.com/cli/configuring-npm/package-lock-json
import { asObject, type DataObject, entriesOf, field, textField } from "../shared/data.ts";
import { parseJson, withoutMark } from "../shared/json.ts";
import { isOurs } from "../shared/npm.ts";
import { readManifest, workspacePatterns } from "../shared/npm-manifest.ts";
import { baseName, folderOf, inFolder, pathFrom } from "../shared/paths.ts";
import { isWorkspaceFolder } from "../shared/workspaces.ts";
import { type LockfileFormat, type ReadContext, type Reading, type SourceFile, Unreadable } from "../types.ts";
import { flattenDependencies, modernised } from "./dependencies.ts";
import { entryFrom, type LockEntry } from "./entry.ts";
import { dependencyLines, packageLines } from "./entry-lines.ts";
import { type PackagesInput, readPackages } from "./packages.ts";
import { type QuickLock, quickEntries } from "./quick-entries.ts";

const SHRINKWRAP = "npm-shrinkwrap.json";
const NAMES = ["package-lock.json", SHRINKWRAP];

/** Reads both names in all three versions; version 2 is read through `packages`, which says more than its `dependencies`. */
export const npmPackageLock: LockfileFormat = {
  id: "npm-package-lock",
  ecosystem: "npm",
  kind: "lockfile",
  names: NAMES,
  matches: (path) => NAMES.includes(baseName(path)),
  covers: { formats: ["package-json"], whole: true },
  read,
};

function read(file: SourceFile, context: ReadContext): Reading | Promise<Reading> {
  // Where both lie together, npm ignores the package-lock.
  const shrinkwrap = inFolder(folderOf(file.path), SHRINKWRAP);
  if (file.path !== shrinkwrap && context.has(shrinkwrap)) return { packages: [] };
  const text = withoutMark(file.text);
  const lock = quickEntries(text) ?? wholeEntries(text);
  if (!lock.entries) return readOld(lock, file.path, context);
  const { name: rootName, entries, workspaces } = lock;
  return reading(
    { entries, rootName, isOurs: (folder) => isWorkspaceFolder(folder, workspaces) || isOurs(file.path, folder, context) },
    file.path,
  );
}

/** What `quickEntries` gives, through a real parser. */
export function wholeEntries(text: string): ReadLock {
  const document = asObject(parseJson(text));
  if (!document) throw new Unreadable("Not a package-lock: its content is not an object", 1, "an object");
  const name = textField(document, "name");
  const packages = section(document, "packages");
  if (packages) return { name, entries: entriesOfPackages(text, packages), oldEntries: [], workspaces: workspacePatterns(packages[""]) };
  const dependencies = section(document, "dependencies") ?? {};
  const oldEntries = flattenDependencies(dependencies, dependencyLines(text, dependencies));
  return { name, entries: undefined, oldEntries, workspaces: [] };
}

type ReadLock = Omit<QuickLock, "workspaces"> & { readonly workspaces: readonly unknown[] };

function section(document: DataObject, name: string): DataObject | undefined {
  const value = field(document, name);
  const found = asObject(value);
  if (value !== undefined && !found) throw new Unreadable(`Not a package-lock: "${name}" is not an object`, undefined, "an object");
  return found;
}

function entriesOfPackages(text: string, packages: DataObject): readonly LockEntry[] {
  const lines = packageLines(text, Object.keys(packages));
  return entriesOf(packages).map(([location, value], index) => {
    const data = asObject(value);
    if (!data) throw new Unreadable(`Not a package-lock: the entry "${location}" is not an object`, lines[index], "an object");
    return entryFrom(location, data, lines[index]);
  });
}

/** Version 1 leaves to the manifest beside it what the root asks for. */
async function readOld(lock: ReadLock, path: string, context: ReadContext): Promise<Reading> {
  const manifest = await readManifest(pathFrom(folderOf(path), "package.json") ?? "package.json", context);
  const entries = modernised(lock.oldEntries, manifest?.data);
  const found = reading({ entries, rootName: lock.name, isOurs: (folder) => isOurs(path, folder, context) }, path);
  return manifest ? { ...found, alsoRead: [manifest.path] } : found;
}

function reading(input: PackagesInput, path: string): Reading {
  const { packages, own, folders } = readPackages(input);
  const here = folderOf(path);
  const members = folders.map((folder) => pathFrom(here, folder)).filter((folder) => folder !== undefined && folder !== here);
  return { packages, own, members: members as string[] };
}
