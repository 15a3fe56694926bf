// pyproject.toml as a manifest: what the project is and what it asks for. https://packaging.python.org/en/latest/specifications/pyproject-toml/
import type { LockfileFormat, Reading, SourceFile } from "../types.ts";
import { nameOf } from "../shared/paths.ts";
import { type Ask, askedPackages } from "../shared/python/asks.ts";
import { pythonProject } from "../shared/python/project.ts";
import { parseToml } from "../shared/toml.ts";
import { TomlKeyLines } from "../shared/toml-lines.ts";

export const pyproject: LockfileFormat = {
  id: "pyproject",
  ecosystem: "pypi",
  kind: "manifest",
  names: ["pyproject.toml"],
  matches: (path) => nameOf(path) === "pyproject.toml",
  read: readPyproject,
};

function readPyproject(file: SourceFile): Reading {
  const { own, asks } = pythonProject(parseToml(file.text));
  const lines = new TomlKeyLines(file.text);
  const packages = askedPackages(asks, (ask) => lineOf(ask, lines));
  const direct = packages.filter((asked) => asked.direct === true).map((asked) => asked.key);
  return { packages, own: own === undefined ? [] : [{ ...own, dependsOn: direct }] };
}

function lineOf(ask: Ask, lines: TomlKeyLines): number | undefined {
  const place = lines.of(...ask.place);
  if (place === undefined) return undefined;
  return lines.of(...ask.place, ask.written) ?? lines.holding(ask.written, place);
}
