// composer.json as a manifest (https://getcomposer.org/doc/04-schema.md).
import type { LockedPackage, LockfileFormat, Reading, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { composerLicense, composerName, isPlatform } from "../shared/composer.ts";
import { asObject, asText, entriesOf, field, textField } from "../shared/data.ts";
import { parseJsonLines } from "../shared/json.ts";
import { Keys } from "../shared/keys.ts";
import { nameOf } from "../shared/paths.ts";

export const composerJson: LockfileFormat = {
  id: "composer-json",
  ecosystem: "composer",
  kind: "manifest",
  names: ["composer.json"],
  matches: (path) => nameOf(path) === "composer.json",
  read: readComposerJson,
};

function readComposerJson(file: SourceFile): Reading {
  const document = parseJsonLines(file.text);
  const root = asObject(document.value);
  if (root === undefined) throw new Unreadable("The file holds no object.", 1, "an object");
  const keys = new Keys();
  const packages: LockedPackage[] = [];
  for (const [section, scope] of [
    ["require", "production"],
    ["require-dev", "development"],
  ] as const) {
    const table = field(root, section);
    for (const [name, constraint] of entriesOf(table)) {
      if (isPlatform(name)) continue;
      packages.push({
        key: keys.unique(name.toLowerCase()),
        type: "composer",
        ...composerName(name),
        ...pinOf(asText(constraint) ?? ""),
        scope,
        direct: true,
        line: document.lineOf(table, name),
      });
    }
  }
  const name = textField(root, "name");
  const dependsOn = packages.map((one) => one.key);
  const own =
    name === undefined
      ? []
      : [{ type: "composer", ...composerName(name), version: textField(root, "version"), license: composerLicense(root), dependsOn }];
  return { packages, own };
}

/** A full bare version pins; `self.version` and `*` say nothing. */
function pinOf(constraint: string): Pick<LockedPackage, "version" | "range"> {
  const plain = constraint.trim();
  if (plain === "" || plain === "*" || plain === "self.version") return { version: "" };
  const exact = /^=?\s*v?(\d+\.\d+\.\d+(?:\.\d+)?(?:-[\w.]+)?)$/.exec(plain.slice(0, 100))?.[1];
  return exact === undefined ? { version: "", range: plain } : { version: exact };
}
