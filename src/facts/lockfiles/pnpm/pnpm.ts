// pnpm-lock.yaml, lockfile versions 5 to 9. https://github.com/pnpm/spec/tree/master/lockfile
import { type DataObject, field, objectField, textField } from "../shared/data.ts";
import { gitSource, isOurs, npmSource, type Source, splitNpmName } from "../shared/npm.ts";
import { npmScopes, NpmRoots } from "../shared/npm-scopes.ts";
import { baseName, folderOf, pathFrom } from "../shared/paths.ts";
import { parseYamlDocuments } from "../shared/yaml.ts";
import type { LockedPackage, LockfileFormat, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { type Ask, asksIn, type PnpmDocument, type PnpmEntry, readDocument } from "./document.ts";

/** Reads pnpm-lock.yaml; a first document for pnpm itself (its own version, configuration packages) counts too, as development. */
export const pnpm: LockfileFormat = {
  id: "pnpm",
  ecosystem: "npm",
  kind: "lockfile",
  names: ["pnpm-lock.yaml"],
  matches: (path) => baseName(path) === "pnpm-lock.yaml",
  covers: { formats: ["package-json"], whole: true },
  read,
};

function read(file: SourceFile, context: ReadContext): Reading {
  const packages = new Map<string, LockedPackage>();
  const members = new Set<string>();
  const here = folderOf(file.path);
  for (const yaml of parseYamlDocuments(file.text)) {
    if (yaml.value === null) continue;
    const document = readDocument(yaml);
    for (const locked of packagesOf(document, file.path, context)) if (!packages.has(locked.key)) packages.set(locked.key, locked);
    for (const folder of document.folders) members.add(pathFrom(here, folder) ?? here);
  }
  members.delete(here);
  return { packages: [...packages.values()], members: [...members] };
}

function packagesOf(document: PnpmDocument, path: string, context: ReadContext): readonly LockedPackage[] {
  const entries = document.entries.filter((entry) => !isOurFolder(entry.data, path, context));
  const keys = new Set(entries.map((entry) => entry.key));
  const edges = new Map(
    entries.map((entry) => [
      entry.key,
      { required: answered(entry.dependencies, keys), optional: answered(entry.optionalDependencies, keys) },
    ]),
  );
  const roots = rootsOf(document, keys);
  const scopes = npmScopes(roots, (key) => edges.get(key));
  const direct = roots.all();
  return entries.map((entry) => {
    const scope = document.saysScope ? saidScope(entry) : (scopes.get(entry.key) ?? (entry.optional ? "optional" : "production"));
    const { required, optional } = edges.get(entry.key) ?? { required: [], optional: [] };
    return lockedPackage(entry, scope, direct.has(entry.key), [...new Set([...required, ...optional])]);
  });
}

function rootsOf(document: PnpmDocument, keys: ReadonlySet<string>): NpmRoots {
  const roots = new NpmRoots();
  for (const importer of document.importers) {
    roots.production.push(...answered(asksIn(importer, "dependencies"), keys));
    roots.optional.push(...answered(asksIn(importer, "optionalDependencies"), keys));
    for (const group of ["devDependencies", "packageManagerDependencies", "configDependencies"]) {
      roots.development.push(...answered(asksIn(importer, group), keys));
    }
  }
  return roots;
}

/** Keys of the entries that answer these; links and folders of ours have none. */
function answered(asks: readonly Ask[], keys: ReadonlySet<string>): string[] {
  return asks.flatMap(([name, reference]) => keyOf(name, reference, keys) ?? []);
}

/** A reference is a version behind which peers may stand, or (an alias, an address) the key itself. */
function keyOf(name: string, reference: string, keys: ReadonlySet<string>): string | undefined {
  if (reference.startsWith("link:")) return undefined;
  const open = reference.indexOf("(");
  const plain = open < 0 ? reference : reference.slice(0, open);
  const candidates = [`${name}@${plain}`, `/${name}@${reference}`, `/${name}/${reference}`, reference, plain];
  return candidates.find((candidate) => keys.has(candidate));
}

/** `dev: true`: only development needs it; `optional: true`: only optional dependencies do. */
function saidScope(entry: PnpmEntry): Scope {
  if (entry.data["dev"] === true) return "development";
  return entry.data["optional"] === true ? "optional" : "production";
}

function isOurFolder(data: DataObject, path: string, context: ReadContext): boolean {
  const folder = textField(field(data, "resolution"), "directory");
  return folder !== undefined && isOurs(path, folder, context);
}

function lockedPackage(entry: PnpmEntry, scope: Scope, direct: boolean, dependsOn: readonly string[]): LockedPackage {
  const { namespace, name } = splitNpmName(entry.name);
  const resolution = objectField(entry.data, "resolution");
  return {
    key: entry.key,
    type: "npm",
    namespace,
    name,
    version: entry.version,
    scope,
    direct,
    line: entry.line,
    dependsOn,
    source: resolution && sourceOf(resolution),
    integrity: textField(resolution, "integrity"),
  };
}

/** `{type: git, repo, commit}`, `{directory}` or `{tarball}`; the usual registry has only an integrity. */
function sourceOf(resolution: DataObject): Source | undefined {
  const directory = textField(resolution, "directory");
  if (directory !== undefined) return { kind: "path", address: directory };
  const repository = textField(resolution, "repo");
  if (repository !== undefined) {
    const { address } = gitSource(repository.startsWith("git") ? repository : `git+${repository}`) ?? { address: repository };
    const commit = textField(resolution, "commit");
    return commit === undefined ? { kind: "git", address } : { kind: "git", address, commit };
  }
  return npmSource(textField(resolution, "tarball"));
}
