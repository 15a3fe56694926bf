// Project.toml of Julia as a manifest (https://pkgdocs.julialang.org/v1/toml-files/#Project.toml).
import type { LockedPackage, LockfileFormat, Reading, Scope, SourceFile } from "../types.ts";
import { arrayField, asText, type DataObject, entriesOf, field, objectField, textField } from "../shared/data.ts";
import { nameOf } from "../shared/paths.ts";
import { parseToml } from "../shared/toml.ts";
import { TomlKeyLines } from "../shared/toml-lines.ts";

const NAMES = ["Project.toml", "JuliaProject.toml", "project.toml"];

export const juliaProject: LockfileFormat = {
  id: "julia-project",
  ecosystem: "julia",
  kind: "manifest",
  names: NAMES,
  matches: (path) => NAMES.includes(nameOf(path)),
  read: readProject,
};

/** Parts of the standard library: they come with Julia itself. */
const STANDARD = new Set(
  (
    "ArgTools Artifacts Base64 CRC32c CompilerSupportLibraries_jll Dates Distributed Downloads FileWatching Future InteractiveUtils JuliaSyntaxHighlighting LLD_jll LazyArtifacts LibCURL " +
    "LibGit2 LibUV_jll Libdl LinearAlgebra Logging Markdown Mmap NetworkOptions OpenLibm_jll Pkg Printf Profile REPL Random SHA Serialization SharedArrays Sockets StyledStrings " +
    "SuiteSparse TOML Tar Test UUIDs Unicode"
  ).split(" "),
);

function readProject(file: SourceFile): Reading {
  const document = parseToml(file.text);
  // Other tools have files of this name: a project of Julia has an id, or names dependencies by theirs.
  const isJulia = textField(document, "uuid") !== undefined || objectField(document, "deps") !== undefined;
  if (!isJulia) return { packages: [] };
  const lines = new TomlKeyLines(file.text);
  const compat = objectField(document, "compat");
  const packages = new Map<string, LockedPackage>();
  for (const [table, scope] of [
    ["deps", "production"],
    ["weakdeps", "optional"],
    ["extras", "development"],
  ] as const) {
    for (const [name, uuid] of entriesOf(field(document, table))) {
      if (!packages.has(name) && !STANDARD.has(name))
        packages.set(name, packageOf(name, asText(uuid), { scope, range: textField(compat, name), line: lines.of(table, name) }));
    }
  }
  const name = textField(document, "name");
  const own =
    name === undefined
      ? []
      : [{ type: "julia", name, version: textField(document, "version"), license: licenseOf(document), dependsOn: [...packages.keys()] }];
  return { packages: [...packages.values()], own };
}

function packageOf(
  name: string,
  uuid: string | undefined,
  more: { scope: Scope; range: string | undefined; line: number | undefined },
): LockedPackage {
  const exact = /^=\s*(\d+\.\d+\.\d+\S*)$/.exec(more.range?.slice(0, 100) ?? "")?.[1];
  return {
    key: name,
    type: "julia",
    name,
    version: exact ?? "",
    range: exact === undefined ? more.range : undefined,
    scope: more.scope,
    direct: true,
    line: more.line,
    qualifiers: uuid === undefined ? undefined : { uuid },
  };
}

function licenseOf(document: DataObject): string | undefined {
  return (
    textField(document, "license") ??
    (arrayField(document, "license")
      ?.map(asText)
      .filter((text) => text !== undefined)
      .join(" OR ") ||
      undefined)
  );
}
