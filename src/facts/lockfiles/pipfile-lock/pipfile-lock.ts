// Pipfile.lock of Pipenv (https://pipenv.pypa.io/en/latest/pipfile.html).
import type { LockedPackage, LockfileFormat, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { gitSource, registrySource, urlSource } from "../shared/addresses.ts";
import { arrayField, asObject, asText, type DataObject, entriesOf, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { scopeOfGroup, strongerScope } from "../shared/graph.ts";
import { parseJsonLines } from "../shared/json.ts";
import { folderOf, inFolder, isVendored, nameOf } from "../shared/paths.ts";
import { normalName, usualPythonIndexes, versionInFileName } from "../shared/python/names.ts";
import { pipfileAsks } from "../shared/python/pipfile.ts";
import { parseToml } from "../shared/toml.ts";

export const pipfileLock: LockfileFormat = {
  id: "pipfile-lock",
  ecosystem: "pypi",
  kind: "lockfile",
  names: ["Pipfile.lock"],
  matches: (path) => nameOf(path) === "Pipfile.lock",
  covers: { formats: ["pipfile"] },
  read: readPipfileLock,
};

async function readPipfileLock(file: SourceFile, context: ReadContext): Promise<Reading> {
  const document = parseJsonLines(file.text);
  const root = asObject(document.value);
  if (root === undefined) throw new Unreadable("The file holds no object.", 1, "an object with default and develop");
  const problems = new EntryProblems(file.path);
  const indexes = indexesOf(objectField(root, "_meta"));
  const beside = inFolder(folderOf(file.path), "Pipfile");
  const direct = await directNames(beside, context);
  const packages = new Map<string, LockedPackage>();
  for (const [category, content] of entriesOf(root)) {
    if (category === "_meta") continue;
    const section = asObject(content);
    for (const [name, value] of entriesOf(section)) {
      const line = document.lineOf(section, name);
      const entry = asObject(value);
      if (entry === undefined) problems.bad("A package without content.", line, "an object with version or source");
      else if (!isOurs(entry)) add(packages, packageOf(name, entry, scopeOfGroup(category), { line, indexes, direct }));
    }
  }
  return { packages: [...packages.values()], alsoRead: direct ? [beside] : [], problems: problems.list() };
}

function add(packages: Map<string, LockedPackage>, fresh: LockedPackage): void {
  const known = packages.get(fresh.key);
  packages.set(fresh.key, known ? { ...known, scope: strongerScope(known.scope, fresh.scope) } : fresh);
}

interface Surroundings {
  readonly line: number | undefined;
  readonly indexes: ReadonlyMap<string, string>;
  readonly direct: ReadonlySet<string> | undefined;
}

function packageOf(name: string, entry: DataObject, scope: Scope, { line, indexes, direct }: Surroundings): LockedPackage {
  const file = textField(entry, "file") ?? textField(entry, "path") ?? "";
  const asked = textField(entry, "version");
  // A hand in the file may have left what the Pipfile says.
  const open = asked !== undefined && /^\s*(?:[*<>!~^]|={2,3}.*\*)/.test(asked);
  const version = open ? "" : (asked?.replace(/^\s*={2,3}\s*/, "") ?? versionInFileName(file, name) ?? "");
  return {
    key: `${normalName(name)}@${version}`,
    type: "pypi",
    name,
    version,
    range: open ? asked : undefined,
    scope,
    direct: direct?.has(normalName(name)),
    line,
    source: sourceOf(entry, indexes),
    integrity: asText(arrayField(entry, "hashes")?.[0]),
  };
}

function sourceOf(entry: DataObject, indexes: ReadonlyMap<string, string>): LockedPackage["source"] {
  const git = textField(entry, "git");
  if (git !== undefined) return gitSource(git, textField(entry, "ref"));
  const file = textField(entry, "file");
  if (file !== undefined && /^https?:/i.test(file)) return urlSource(file);
  const path = textField(entry, "path") ?? file;
  if (path !== undefined) return { kind: "path", address: path };
  return registrySource(indexes.get(textField(entry, "index") ?? ""), usualPythonIndexes);
}

/** A folder of this repository. */
function isOurs(entry: DataObject): boolean {
  const path = textField(entry, "path");
  return path !== undefined && !/\.(?:whl|zip|tar\.gz)$/.test(path) && !isVendored(path);
}

function indexesOf(meta: DataObject | undefined): Map<string, string> {
  const indexes = new Map<string, string>();
  for (const source of arrayField(meta, "sources") ?? []) {
    const name = textField(source, "name");
    const url = textField(source, "url");
    if (name !== undefined && url !== undefined) indexes.set(name, url);
  }
  return indexes;
}

async function directNames(path: string, context: ReadContext): Promise<ReadonlySet<string> | undefined> {
  const text = await context.text(path);
  if (text === undefined) return undefined;
  try {
    return new Set(pipfileAsks(parseToml(text)).map((ask) => normalName(ask.name)));
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
