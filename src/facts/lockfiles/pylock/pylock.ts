// pylock.toml: the lockfile standard of Python (PEP 751, https://packaging.python.org/en/latest/specifications/pylock-toml/).
import type { LockedPackage, LockfileFormat, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { gitSource, pathSource, registrySource, urlSource } from "../shared/addresses.ts";
import { arrayField, asText, type DataObject, entriesOf, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { Keys } from "../shared/keys.ts";
import { isVendored, nameOf } from "../shared/paths.ts";
import { assemble, type LockEntry, memberFolders, type Need } from "../shared/python/assemble.ts";
import { markerHolds } from "../shared/python/markers.ts";
import { normalName, usualPythonIndexes, versionInFileName } from "../shared/python/names.ts";
import { projectBeside } from "../shared/python/project.ts";
import { parseToml } from "../shared/toml.ts";
import { tomlEntries } from "../shared/toml-lines.ts";

export const pylock: LockfileFormat = {
  id: "pylock",
  ecosystem: "pypi",
  kind: "lockfile",
  names: ["pylock.toml"],
  matches: (path) => nameOf(path) === "pylock.toml",
  covers: { formats: ["pyproject", "setup-cfg", "setup-py"], whole: true },
  read: readPylock,
};

/** `pylock.docs.toml`: a lock for one purpose, which does not stand for all that the project asks for. */
export const pylockNamed: LockfileFormat = {
  id: "pylock-named",
  ecosystem: "pypi",
  kind: "lockfile",
  matches: (path) => /^pylock\.[^.]+\.toml$/.test(nameOf(path)),
  read: readPylock,
};

async function readPylock(file: SourceFile, context: ReadContext): Promise<Reading> {
  const document = parseToml(file.text);
  const lockVersion = textField(document, "lock-version");
  if (lockVersion === undefined) throw new Unreadable("There is no lock-version.", 1, 'lock-version = "1.0"');
  if (!lockVersion.startsWith("1.")) throw new Unreadable(`Lock version ${lockVersion.slice(0, 20)} is not known.`, 1, "lock version 1");
  const problems = new EntryProblems(file.path);
  const defaults = new Set(
    arrayField(document, "default-groups")
      ?.map(asText)
      .filter((group) => group !== undefined),
  );
  const keys = new Keys();
  const entries: LockEntry[] = [];
  for (const { table, line } of tomlEntries(document, file.text, "packages")) {
    const name = textField(table, "name");
    if (name === undefined) {
      problems.bad("A package without a name.", line, "name");
      continue;
    }
    entries.push(entryOf(table, name, line, defaults, keys));
  }
  const beside = await projectBeside(file.path, context);
  return {
    ...assemble(entries, beside?.project),
    members: memberFolders(entries, file.path),
    alsoRead: beside ? [beside.path] : [],
    problems: problems.list(),
  };
}

function entryOf(table: DataObject, name: string, line: number | undefined, defaults: ReadonlySet<string>, keys: Keys): LockEntry {
  const archive = objectField(table, "archive");
  const directory = objectField(table, "directory");
  const folder = directory && (textField(directory, "path") ?? "");
  const version =
    textField(table, "version") ?? versionInFileName(textField(archive, "url") ?? textField(archive, "path") ?? "", name) ?? "";
  return {
    key: keys.unique(`${normalName(name)}@${version}`),
    name,
    version,
    line,
    ours: folder !== undefined && !isVendored(folder),
    folder,
    needs: (arrayField(table, "dependencies") ?? []).map(needOf).filter((need) => need !== undefined),
    scope: scopeOf(textField(table, "marker"), defaults),
    source: sourceOf(table, archive),
    integrity: integrityOf(table, archive),
  };
}

function needOf(dependency: unknown): Need | undefined {
  const name = textField(dependency, "name");
  return name === undefined ? undefined : { name: normalName(name), version: textField(dependency, "version") };
}

/** A package is optional or for developers where its marker holds only with some extra or some group that is not a default one. */
function scopeOf(marker: string | undefined, defaults: ReadonlySet<string>): Scope | undefined {
  if (marker === undefined || !/\b(?:extras?|dependency_groups)\b/.test(marker)) return undefined;
  if (markerHolds(marker, { extras: new Set(), groups: defaults })) return "production";
  return markerHolds(marker, { extras: "all", groups: defaults }) ? "optional" : "development";
}

function sourceOf(table: DataObject, archive: DataObject | undefined): LockedPackage["source"] {
  const vcs = objectField(table, "vcs");
  const repository = textField(vcs, "url") ?? textField(vcs, "path");
  if (repository !== undefined) {
    const commit = textField(vcs, "commit-id");
    return textField(vcs, "type") === "git" ? gitSource(repository, commit) : urlSource(repository);
  }
  const url = textField(archive, "url");
  if (url !== undefined) return urlSource(url);
  const path = textField(archive, "path") ?? textField(objectField(table, "directory"), "path");
  return path === undefined ? registrySource(textField(table, "index"), usualPythonIndexes) : pathSource(path);
}

function integrityOf(table: DataObject, archive: DataObject | undefined): string | undefined {
  const holder = archive ?? objectField(table, "sdist") ?? arrayField(table, "wheels")?.[0];
  const [algorithm, hash] = entriesOf(objectField(holder, "hashes"))[0] ?? [];
  return algorithm === undefined || typeof hash !== "string" ? undefined : `${algorithm}:${hash}`;
}
