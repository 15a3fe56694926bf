// Pipfile of Pipenv, as a manifest (https://github.com/pypa/pipfile).
import type { LockfileFormat, Reading, SourceFile } from "../types.ts";
import { nameOf } from "../shared/paths.ts";
import { askedPackages } from "../shared/python/asks.ts";
import { pipfileAsks } from "../shared/python/pipfile.ts";
import { parseToml } from "../shared/toml.ts";
import { TomlKeyLines } from "../shared/toml-lines.ts";

export const pipfile: LockfileFormat = {
  id: "pipfile",
  ecosystem: "pypi",
  kind: "manifest",
  names: ["Pipfile"],
  matches: (path) => nameOf(path) === "Pipfile",
  read: readPipfile,
};

function readPipfile(file: SourceFile): Reading {
  const lines = new TomlKeyLines(file.text);
  return { packages: askedPackages(pipfileAsks(parseToml(file.text)), (ask) => lines.of(...ask.place, ask.written)) };
}
