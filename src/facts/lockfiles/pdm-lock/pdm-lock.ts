// pdm.lock, all lock versions (https://pdm-project.org/latest/usage/lockfile/).
import type { LockedPackage, LockfileFormat, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { gitSource, pathSource, urlSource } from "../shared/addresses.ts";
import { arrayField, asText, type DataObject, entriesOf, field, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { strongerScope } from "../shared/graph.ts";
import { isVendored, nameOf } from "../shared/paths.ts";
import { assemble, type LockEntry, memberFolders, type Need } from "../shared/python/assemble.ts";
import { normalName } from "../shared/python/names.ts";
import { projectBeside, type PythonProject, scopeOfExtra } from "../shared/python/project.ts";
import { parseRequirement } from "../shared/python/specifiers.ts";
import { parseToml } from "../shared/toml.ts";
import { tomlEntries } from "../shared/toml-lines.ts";

export const pdmLock: LockfileFormat = {
  id: "pdm-lock",
  ecosystem: "pypi",
  kind: "lockfile",
  names: ["pdm.lock"],
  matches: (path) => nameOf(path) === "pdm.lock",
  covers: { formats: ["pyproject", "setup-cfg", "setup-py"], whole: true },
  read: readPdmLock,
};

async function readPdmLock(file: SourceFile, context: ReadContext): Promise<Reading> {
  const document = parseToml(file.text);
  const problems = new EntryProblems(file.path);
  const beside = await projectBeside(file.path, context);
  const hashes = objectField(objectField(document, "metadata"), "files");
  const entries = new Map<string, LockEntry>();
  for (const { table, line } of tomlEntries(document, file.text, "package")) {
    const name = textField(table, "name");
    if (name === undefined) {
      problems.bad("A package without a name.", line, "name and version");
      continue;
    }
    const entry = entryOf(table, name, line, hashes, beside?.project);
    const known = entries.get(entry.key);
    entries.set(entry.key, known ? merged(known, entry) : entry);
  }
  const list = [...entries.values()];
  return {
    ...assemble(list, beside?.project),
    members: memberFolders(list, file.path),
    alsoRead: beside ? [beside.path] : [],
    problems: problems.list(),
  };
}

/** With `extras` a package has an entry of its own for each set of them: one package all the same. */
function merged(a: LockEntry, b: LockEntry): LockEntry {
  const scope = a.scope === undefined || b.scope === undefined ? (a.scope ?? b.scope) : strongerScope(a.scope, b.scope);
  return { ...a, scope, needs: [...a.needs, ...b.needs], integrity: a.integrity ?? b.integrity };
}

function entryOf(
  table: DataObject,
  name: string,
  line: number | undefined,
  hashes: DataObject | undefined,
  project: PythonProject | undefined,
): LockEntry {
  const version = textField(table, "version") ?? "";
  const path = textField(table, "path");
  const files = arrayField(table, "files") ?? arrayField(hashes, `${name} ${version}`);
  const key = `${normalName(name)}@${version || (textField(table, "revision") ?? "")}`;
  return {
    key,
    name,
    version,
    line,
    ours: path !== undefined && !/\.(?:whl|zip|tar\.gz)$/.test(path) && !isVendored(path),
    folder: path,
    needs: needsOf(table, key),
    scope: scopeOf(table, project),
    source: sourceOf(table, path),
    integrity: textField(files?.[0], "hash"),
  };
}

function needsOf(table: DataObject, key: string): Need[] {
  const listed = arrayField(table, "dependencies");
  const names = listed
    ? listed.map((item) => parseRequirement(asText(item) ?? "")?.name)
    : entriesOf(field(table, "dependencies")).map(([name]) => name);
  return names
    .filter((name) => name !== undefined)
    .map((name) => ({ name: normalName(name) }))
    .filter((need) => !key.startsWith(`${need.name}@`));
}

/** By the groups of lock 4.4 and later; `default` is what the project itself needs. */
function scopeOf(table: DataObject, project: PythonProject | undefined): Scope | undefined {
  const groups = arrayField(table, "groups")
    ?.map(asText)
    .filter((group) => group !== undefined);
  if (groups === undefined || groups.length === 0) return undefined;
  return groups
    .map((group) => (group === "default" ? "production" : (project?.groups.get(group) ?? scopeOfExtra(group))))
    .reduce(strongerScope);
}

function sourceOf(table: DataObject, path: string | undefined): LockedPackage["source"] {
  const git = textField(table, "git");
  if (git !== undefined) return gitSource(git, textField(table, "revision") ?? textField(table, "ref"));
  const url = textField(table, "url");
  if (url !== undefined) return urlSource(url);
  return path === undefined ? undefined : pathSource(path);
}
