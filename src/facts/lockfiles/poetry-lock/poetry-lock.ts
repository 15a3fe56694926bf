// poetry.lock, lock versions 0.x to 2.1. The format is Poetry's own (https://github.com/python-poetry/poetry/blob/main/src/poetry/packages/locker.py).
import type { LockedPackage, LockfileFormat, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { gitSource, pathSource, registrySource, urlSource } from "../shared/addresses.ts";
import { arrayField, asText, type DataObject, entriesOf, field, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { scopeOfGroup } from "../shared/graph.ts";
import { Keys } from "../shared/keys.ts";
import { isVendored, nameOf } from "../shared/paths.ts";
import { assemble, type LockEntry, memberFolders } from "../shared/python/assemble.ts";
import { normalName, usualPythonIndexes } from "../shared/python/names.ts";
import { projectBeside } from "../shared/python/project.ts";
import { parseToml } from "../shared/toml.ts";
import { tomlEntries } from "../shared/toml-lines.ts";

export const poetryLock: LockfileFormat = {
  id: "poetry-lock",
  ecosystem: "pypi",
  kind: "lockfile",
  names: ["poetry.lock"],
  matches: (path) => nameOf(path) === "poetry.lock",
  covers: { formats: ["pyproject", "setup-cfg", "setup-py"], whole: true },
  read: readPoetryLock,
};

async function readPoetryLock(file: SourceFile, context: ReadContext): Promise<Reading> {
  const document = parseToml(file.text);
  const problems = new EntryProblems(file.path);
  const keys = new Keys();
  const metadata = objectField(document, "metadata");
  const hashes = objectField(metadata, "files") ?? objectField(metadata, "hashes");
  const entries: LockEntry[] = [];
  for (const { table, line } of tomlEntries(document, file.text, "package")) {
    const name = textField(table, "name");
    const version = textField(table, "version");
    if (name === undefined || version === undefined) problems.bad("A package without name or version.", line, "name and version");
    else entries.push(entryOf(table, { name, version, line, key: keys.unique(`${normalName(name)}@${version}`), hashes }));
  }
  const beside = await projectBeside(file.path, context);
  return {
    ...assemble(entries, beside?.project),
    members: memberFolders(entries, file.path),
    alsoRead: beside ? [beside.path] : [],
    problems: problems.list(),
  };
}

interface Identity {
  readonly name: string;
  readonly version: string;
  readonly line: number | undefined;
  readonly key: string;
  readonly hashes: DataObject | undefined;
}

function entryOf(table: DataObject, { name, version, line, key, hashes }: Identity): LockEntry {
  const source = objectField(table, "source");
  const folder = textField(source, "type") === "directory" ? textField(source, "url") : undefined;
  const files = arrayField(table, "files") ?? arrayField(hashes, name) ?? arrayField(table, "hashes");
  return {
    key,
    name,
    version,
    line,
    ours: folder !== undefined && !isVendored(folder),
    folder,
    needs: entriesOf(objectField(table, "dependencies")).map(([needed]) => ({ name: normalName(needed) })),
    scope: scopeOf(table),
    source: sourceOf(source),
    integrity: asText(files?.[0]) ?? textField(files?.[0], "hash"),
  };
}

/** Groups (lock 2.1), category (lock 1.x) or nothing (lock 2.0: only the project's own file knows). */
function scopeOf(table: DataObject): Scope | undefined {
  const groups = arrayField(table, "groups")?.map(asText);
  const category = textField(table, "category");
  if (groups === undefined && category === undefined) return undefined;
  if (![...(groups ?? [category])].some((group) => group !== undefined && scopeOfGroup(group) === "production")) return "development";
  return field(table, "optional") === true ? "optional" : "production";
}

function sourceOf(source: DataObject | undefined): LockedPackage["source"] {
  const address = textField(source, "url");
  if (address === undefined) return undefined;
  switch (textField(source, "type")) {
    case "git":
      return gitSource(address, textField(source, "resolved_reference") ?? textField(source, "reference"));
    case "url":
      return urlSource(address);
    case "file":
    case "directory":
      return pathSource(address);
    default:
      return registrySource(address, usualPythonIndexes);
  }
}
