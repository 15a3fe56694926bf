// gleam.toml as a manifest (https://gleam.run/writing-gleam/gleam-toml/).
import type { LockfileFormat, Reading, SourceFile } from "../types.ts";
import { textField } from "../shared/data.ts";
import { gleamAsks, gleamLicense } from "../shared/gleam.ts";
import { Keys } from "../shared/keys.ts";
import { nameOf } from "../shared/paths.ts";
import { parseToml } from "../shared/toml.ts";
import { TomlKeyLines } from "../shared/toml-lines.ts";

export const gleamToml: LockfileFormat = {
  id: "gleam-toml",
  ecosystem: "hex",
  kind: "manifest",
  names: ["gleam.toml"],
  matches: (path) => nameOf(path) === "gleam.toml",
  read: readGleamToml,
};

function readGleamToml(file: SourceFile): Reading {
  const document = parseToml(file.text);
  const lines = new TomlKeyLines(file.text);
  const keys = new Keys();
  const packages = gleamAsks(document)
    .filter((ask) => !ask.local)
    .map(({ name, version, range, scope, source, table }) => ({
      key: keys.unique(name),
      type: "hex",
      name,
      version,
      range,
      scope,
      direct: true,
      line: lines.of(table, name),
      source,
    }));
  const name = textField(document, "name");
  const dependsOn = packages.map((one) => one.key);
  const own =
    name === undefined ? [] : [{ type: "hex", name, version: textField(document, "version"), license: gleamLicense(document), dependsOn }];
  return { packages, own };
}
