// pubspec.lock of Dart (https://dart.dev/tools/pub/glossary#lockfile).
import type { LockedPackage, LockfileFormat, ReadContext, Reading, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { gitSource, pathSource, registrySource } from "../shared/addresses.ts";
import { asObject, asText, type DataObject, entriesOf, field, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { isVendored, nameOf } from "../shared/paths.ts";
import { parseYaml } from "../shared/yaml.ts";
import { type PubWorkspace, workspaceOf } from "./workspace.ts";

export const pubspecLock: LockfileFormat = {
  id: "pubspec-lock",
  ecosystem: "pub",
  kind: "lockfile",
  names: ["pubspec.lock"],
  matches: (path) => nameOf(path) === "pubspec.lock",
  covers: { formats: ["pubspec-yaml"], whole: true },
  read: readPubspecLock,
};

const USUAL_HOSTS = ["pub.dev", "pub.dartlang.org"];

async function readPubspecLock(file: SourceFile, context: ReadContext): Promise<Reading> {
  const document = parseYaml(file.text);
  const root = asObject(document.value);
  if (document.value !== null && root === undefined) throw new Unreadable("The file holds no mapping.", 1, "packages:");
  const list = field(root, "packages");
  if (list !== undefined && list !== null && asObject(list) === undefined)
    throw new Unreadable("packages is no mapping.", document.lineOf(root, "packages"), "packages by name");
  const problems = new EntryProblems(file.path);
  const packages: LockedPackage[] = [];
  const workspace = await workspaceOf(file.path, context);
  const own = new Map(workspace.own.map((one) => [one.name, one]));
  for (const [name, value] of entriesOf(list)) {
    const table = asObject(value);
    const line = document.lineOf(list, name);
    if (table === undefined) problems.bad("A package without content.", line, "version and source");
    else if (isOurs(table))
      own.set(name, { ...(own.get(name) ?? { type: "pub", name, version: textField(table, "version") }), listed: true });
    else packages.push(packageOf(name, table, workspace, line));
  }
  return { packages, own: [...own.values()], members: workspace.folders, alsoRead: workspace.read, problems: problems.list() };
}

/** A folder of this repository, other than those for copies of other people's code. */
function isOurs(table: DataObject): boolean {
  return textField(table, "source") === "path" && !isVendored(textField(field(table, "description"), "path") ?? "");
}

function packageOf(name: string, table: DataObject, workspace: PubWorkspace, line: number | undefined): LockedPackage {
  // The lockfile itself says who asks for what only for the package beside it, not for other members of a workspace.
  const role = textField(table, "dependency") ?? "";
  const asked = role.startsWith("direct") || workspace.production.has(name) || workspace.development.has(name);
  const forDevelopers =
    (role === "direct dev" || workspace.development.has(name)) && role !== "direct main" && !workspace.production.has(name);
  const description = field(table, "description");
  return {
    key: name,
    type: "pub",
    // A package may be asked for under its own name from a host that calls it otherwise.
    name: textField(description, "name") ?? name,
    version: asText(field(table, "version")) ?? "",
    // What is transitive is not said to be for developers or not: it counts as used.
    scope: forDevelopers ? "development" : "production",
    direct: role === "" ? undefined : asked,
    line,
    source: sourceOf(textField(table, "source"), objectField(table, "description")),
    integrity: textField(description, "sha256"),
  };
}

function sourceOf(kind: string | undefined, description: DataObject | undefined): LockedPackage["source"] {
  const url = textField(description, "url");
  const path = textField(description, "path");
  if (url === undefined) return path === undefined ? undefined : pathSource(path);
  if (kind === "git") return gitSource(url, textField(description, "resolved-ref"));
  return registrySource(url, USUAL_HOSTS);
}
