// uv.lock, versions 1 and its revisions (https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile).
import type { LockedPackage, LockfileFormat, Reading, Scope, SourceFile } from "../types.ts";
import { gitSource, pathSource, registrySource, urlSource } from "../shared/addresses.ts";
import { arrayField, type DataObject, entriesOf, field, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { scopeOfGroup } from "../shared/graph.ts";
import { Keys } from "../shared/keys.ts";
import { isVendored, nameOf } from "../shared/paths.ts";
import { assemble, type LockEntry, memberFolders, type Need } from "../shared/python/assemble.ts";
import { normalName, usualPythonIndexes } from "../shared/python/names.ts";
import { scopeOfExtra } from "../shared/python/project.ts";
import { parseToml } from "../shared/toml.ts";
import { tomlEntries } from "../shared/toml-lines.ts";

export const uvLock: LockfileFormat = {
  id: "uv-lock",
  ecosystem: "pypi",
  kind: "lockfile",
  names: ["uv.lock"],
  matches: (path) => nameOf(path) === "uv.lock",
  covers: { formats: ["pyproject", "setup-cfg", "setup-py"], whole: true },
  read: readUvLock,
};

function readUvLock(file: SourceFile): Reading {
  const document = parseToml(file.text);
  const problems = new EntryProblems(file.path);
  const keys = new Keys();
  const entries: LockEntry[] = [];
  // Before its first release uv wrote [[distribution]].
  for (const { table, line } of [...tomlEntries(document, file.text, "package"), ...tomlEntries(document, file.text, "distribution")]) {
    const name = textField(table, "name");
    if (name === undefined) {
      problems.bad("A package without a name.", line, "name, version and source");
      continue;
    }
    const version = textField(table, "version") ?? "";
    const source = field(table, "source");
    const folder = folderIn(source);
    const ours = folder !== undefined && !isVendored(folder);
    entries.push({
      key: keys.unique(`${normalName(name)}@${version}`),
      name,
      version,
      line,
      ours,
      // What is virtual is a project and no package: its name and version are arbitrary.
      ...(textField(source, "virtual") === undefined ? {} : { unlisted: true }),
      folder,
      needs: needsOf(table, ours),
      source: sourceOf(source),
      integrity: hashOf(table),
    });
  }
  return { ...assemble(entries, undefined), members: memberFolders(entries, file.path), problems: problems.list() };
}

/** The folder that a package is taken from: the project itself, a member of its workspace, or another one. */
function folderIn(source: unknown): string | undefined {
  return textField(source, "editable") ?? textField(source, "virtual") ?? textField(source, "directory");
}

function needsOf(table: DataObject, ours: boolean): Need[] {
  const needs = needsIn(arrayField(table, "dependencies"), "production");
  for (const [extra, list] of entriesOf(objectField(table, "optional-dependencies"))) {
    needs.push(...needsIn(list, ours ? scopeOfExtra(extra) : "production"));
  }
  for (const [group, list] of entriesOf(objectField(table, "dev-dependencies"))) needs.push(...needsIn(list, scopeOfGroup(group)));
  return needs;
}

function needsIn(list: unknown, scope: Scope): Need[] {
  const needs: Need[] = [];
  for (const item of Array.isArray(list) ? list : []) {
    const name = textField(item, "name");
    if (name !== undefined) needs.push({ name: normalName(name), version: textField(item, "version"), scope });
  }
  return needs;
}

function sourceOf(source: unknown): LockedPackage["source"] {
  const git = textField(source, "git");
  if (git !== undefined) {
    const [address = "", commit] = git.split("#", 2);
    return gitSource(address.replace(/\?.*$/s, ""), commit);
  }
  const url = textField(source, "url");
  if (url !== undefined) return urlSource(url);
  const path = textField(source, "path") ?? folderIn(source);
  return path === undefined ? registrySource(textField(source, "registry"), usualPythonIndexes) : pathSource(path);
}

function hashOf(table: DataObject): string | undefined {
  return textField(field(table, "sdist"), "hash") ?? textField(arrayField(table, "wheels")?.[0], "hash");
}
