// pubspec.lock of Dart (https://dart.dev/tools/pub/glossary#lockfile).
import type { LockedPackage, LockfileFormat, OwnPackage, Reading, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { gitSource, registrySource } from "../shared/addresses.ts";
import { asObject, asText, type DataObject, entriesOf, field, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { nameOf } from "../shared/paths.ts";
import { parseYaml } from "../shared/yaml.ts";

export const pubspecLock: LockfileFormat = {
  id: "pubspec-lock",
  ecosystem: "pub",
  kind: "lockfile",
  names: ["pubspec.lock"],
  matches: (path) => nameOf(path) === "pubspec.lock",
  covers: { formats: ["pubspec-yaml"] },
  read: readPubspecLock,
};

const USUAL_HOSTS = ["pub.dev", "pub.dartlang.org"];

function readPubspecLock(file: SourceFile): Reading {
  const document = parseYaml(file.text);
  const root = asObject(document.value);
  if (document.value !== null && root === undefined) throw new Unreadable("The file holds no mapping.", 1, "packages:");
  const list = field(root, "packages");
  if (list !== undefined && list !== null && asObject(list) === undefined)
    throw new Unreadable("packages is no mapping.", document.lineOf(root, "packages"), "packages by name");
  const problems = new EntryProblems(file.path);
  const packages: LockedPackage[] = [];
  const own: OwnPackage[] = [];
  for (const [name, value] of entriesOf(list)) {
    const table = asObject(value);
    const line = document.lineOf(list, name);
    if (table === undefined) problems.bad("A package without content.", line, "version and source");
    else if (textField(table, "source") === "path") own.push({ type: "pub", name, version: textField(table, "version") });
    else packages.push(packageOf(name, table, line));
  }
  return { packages, own, problems: problems.list() };
}

function packageOf(name: string, table: DataObject, line: number | undefined): LockedPackage {
  const role = textField(table, "dependency") ?? "";
  const description = field(table, "description");
  return {
    key: name,
    type: "pub",
    // A package may be asked for under its own name from a host that calls it otherwise.
    name: textField(description, "name") ?? name,
    version: asText(field(table, "version")) ?? "",
    // What is transitive is not said to be for developers or not: it counts as used.
    scope: role === "direct dev" ? "development" : "production",
    direct: role === "" ? undefined : role.startsWith("direct"),
    line,
    source: sourceOf(textField(table, "source"), objectField(table, "description")),
    integrity: textField(description, "sha256"),
  };
}

function sourceOf(kind: string | undefined, description: DataObject | undefined): LockedPackage["source"] {
  const url = textField(description, "url");
  if (url === undefined) return undefined;
  if (kind === "git") return gitSource(url, textField(description, "resolved-ref"));
  return registrySource(url, USUAL_HOSTS);
}
