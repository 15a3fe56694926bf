// package-lock.json and npm-shrinkwrap.json, lockfile versions 1 to 3. https://docs.npmjs.com/cli/configuring-npm/package-lock-json
import { asObject, type DataObject, field, objectField, textField } from "../shared/data.ts";
import { parseJson, withoutMark } from "../shared/json.ts";
import { isOurs } from "../shared/npm.ts";
import { readManifest, workspacePatterns } from "../shared/npm-manifest.ts";
import { baseName, folderOf, pathFrom } from "../shared/paths.ts";
import { isWorkspaceFolder } from "../shared/workspaces.ts";
import { type LockfileFormat, type ReadContext, type Reading, type SourceFile, Unreadable } from "../types.ts";
import { flattenDependencies } from "./dependencies.ts";
import { maxLevels } from "./edges.ts";
import { dependencyLines, packageLines } from "./entry-lines.ts";
import { readPackages } from "./packages.ts";

const NAMES = ["package-lock.json", "npm-shrinkwrap.json"];

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
  const document = asObject(parseJson(file.text));
  if (!document) throw new Unreadable("Not a package-lock: its content is not an object", 1, "an object");
  const text = withoutMark(file.text);
  const packages = section(document, "packages");
  const dependencies = section(document, "dependencies");
  if (packages) {
    const lines = packageLines(text, packages);
    checkLocations(packages);
    const workspaces = workspacePatterns(objectField(packages, ""));
    return readPackages({
      packages,
      rootName: textField(document, "name"),
      lines,
      isOurs: (folder) => isWorkspaceFolder(folder, workspaces) || isOurs(file.path, folder, context),
    });
  }
  return dependencies ? readOld(file.path, document, dependencies, text, context) : { packages: [], own: [] };
}

function section(document: DataObject, name: string): DataObject | undefined {
  const value = field(document, name);
  const found = asObject(value);
  if (value !== undefined && !found) throw new Unreadable(`Not a package-lock: "${name}" is not an object`, undefined, "an object");
  return found;
}

async function readOld(path: string, document: DataObject, dependencies: DataObject, text: string, context: ReadContext): Promise<Reading> {
  const manifestPath = pathFrom(folderOf(path), "package.json") ?? "package.json";
  const manifest = await readManifest(manifestPath, context);
  const flat = flattenDependencies(dependencies, manifest?.data, dependencyLines(text, dependencies));
  const reading = readPackages({
    packages: flat.packages,
    rootName: textField(document, "name"),
    lines: flat.lines,
    isOurs: (folder) => isOurs(path, folder, context),
  });
  return manifest ? { ...reading, alsoRead: [manifestPath] } : reading;
}

/** Names are looked up along the folders of a location: one that no machine could have made is refused before that becomes slow. */
function checkLocations(packages: DataObject): void {
  for (const location of Object.keys(packages)) {
    if (location.length > 4000 || (location.length > 2 * maxLevels && location.split("/").length > maxLevels)) {
      throw new Unreadable(`A location deeper than ${maxLevels} folders: ${location.slice(0, 80)}…`);
    }
  }
}
