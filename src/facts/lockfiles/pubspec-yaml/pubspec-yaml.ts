// pubspec.yaml of Dart as a manifest (https://dart.dev/tools/pub/pubspec).
import type { LockedPackage, LockfileFormat, Reading, Scope, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { gitSource, registrySource } from "../shared/addresses.ts";
import { asObject, asText, entriesOf, field, textField } from "../shared/data.ts";
import { Keys } from "../shared/keys.ts";
import { nameOf } from "../shared/paths.ts";
import { parseYaml } from "../shared/yaml.ts";

export const pubspecYaml: LockfileFormat = {
  id: "pubspec-yaml",
  ecosystem: "pub",
  kind: "manifest",
  names: ["pubspec.yaml"],
  matches: (path) => /^pubspec\.ya?ml$/.test(nameOf(path)),
  read: readPubspec,
};

function readPubspec(file: SourceFile): Reading {
  const document = parseYaml(file.text);
  const root = asObject(document.value);
  if (document.value !== null && root === undefined) throw new Unreadable("The file holds no mapping.", 1, "name: and dependencies:");
  const keys = new Keys();
  const packages: LockedPackage[] = [];
  for (const [section, scope] of [
    ["dependencies", "production"],
    ["dev_dependencies", "development"],
  ] as const) {
    const table = field(root, section);
    for (const [name, value] of entriesOf(table)) {
      const locked = packageOf(name, value, scope);
      if (locked) packages.push({ ...locked, key: keys.unique(name), line: document.lineOf(table, name) });
    }
  }
  const name = textField(root, "name");
  const dependsOn = packages.map((one) => one.key);
  return { packages, own: name === undefined ? [] : [{ type: "pub", name, version: textField(root, "version"), dependsOn }] };
}

/** Undefined for what is ours, and for parts of the SDK. */
function packageOf(name: string, value: unknown, scope: Scope): Omit<LockedPackage, "key"> | undefined {
  if (field(value, "path") !== undefined || field(value, "sdk") !== undefined) return undefined;
  const git = field(value, "git");
  const hosted = field(value, "hosted");
  const address = asText(git) ?? textField(git, "url");
  const source =
    address === undefined
      ? registrySource(asText(hosted) ?? textField(hosted, "url"), ["pub.dev", "pub.dartlang.org"])
      : gitSource(address, textField(git, "ref"));
  return {
    type: "pub",
    name: textField(hosted, "name") ?? name,
    ...pinOf(asText(value) ?? textField(value, "version")),
    scope,
    direct: true,
    source,
  };
}

/** A bare version pins; `any` and nothing say nothing. */
function pinOf(constraint: string | undefined): Pick<LockedPackage, "version" | "range"> {
  const plain = constraint?.trim() ?? "";
  if (plain === "" || plain === "any") return { version: "" };
  const exact = /^\d+\.\d+\.\d+[\w.+-]*$/.test(plain.slice(0, 100));
  return exact ? { version: plain } : { version: "", range: plain };
}
