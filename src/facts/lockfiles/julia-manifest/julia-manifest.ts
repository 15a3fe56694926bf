// Manifest.toml of Julia, formats 1 and 2 (https://pkgdocs.julialang.org/v1/toml-files/#Manifest.toml).
import type { LockedPackage, LockfileFormat, OwnPackage, ReadContext, Reading, SourceFile } from "../types.ts";
import { gitSource } from "../shared/addresses.ts";
import { arrayField, asObject, asText, type DataObject, entriesOf, field, objectField, textField } from "../shared/data.ts";
import { Keys } from "../shared/keys.ts";
import { NameIndex } from "../shared/name-index.ts";
import { folderOf, inFolder, nameOf } from "../shared/paths.ts";
import { parseToml, tableLines } from "../shared/toml.ts";
import { Unreadable } from "../types.ts";

export const juliaManifest: LockfileFormat = {
  id: "julia-manifest",
  ecosystem: "julia",
  kind: "lockfile",
  names: ["Manifest.toml", "JuliaManifest.toml"],
  matches: (path) => /^(?:Julia)?Manifest(?:-v\d+\.\d+)?\.toml$/.test(nameOf(path)),
  covers: { formats: ["julia-project"] },
  read: (file, context) => juliaManifestReading(file, parseToml(file.text), context),
};

interface Entry {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly table: unknown;
  readonly line: number | undefined;
}

/** Reads a parsed manifest. Parts of the standard library have no version and are left out: they come with Julia itself. */
export async function juliaManifestReading(file: SourceFile, document: DataObject, context: ReadContext): Promise<Reading> {
  const entries = entriesIn(document, file.text);
  const byName = new NameIndex();
  for (const entry of entries) byName.add(entry.name, entry.key);
  const project = inFolder(folderOf(file.path), nameOf(file.path).startsWith("Julia") ? "JuliaProject.toml" : "Project.toml");
  const direct = await directNames(project, context);
  const ours = new Set(entries.filter((entry) => textField(entry.table, "path") !== undefined).map((entry) => entry.key));
  const needsOf = (entry: Entry): string[] =>
    namesNeeded(entry.table)
      .flatMap((name) => byName.of(name))
      .filter((key) => !ours.has(key));
  const packages = entries.filter((entry) => !ours.has(entry.key)).map((entry) => packageOf(entry, direct, needsOf(entry)));
  const own = entries
    .filter((entry) => ours.has(entry.key))
    .map(
      (entry): OwnPackage => ({
        type: "julia",
        name: entry.name,
        version: entry.version,
        listed: entry.version === "" ? undefined : true,
        dependsOn: needsOf(entry),
      }),
    );
  return { packages, own, alsoRead: [project] };
}

/** `[[deps.Name]]` in format 2, `[[Name]]` in format 1. */
function entriesIn(document: DataObject, text: string): Entry[] {
  const nested = objectField(document, "deps");
  const lines = tableLines(text);
  const keys = new Keys();
  const entries: Entry[] = [];
  for (const [name, list] of entriesOf(nested ?? document)) {
    if (!Array.isArray(list)) continue;
    const headers = lines.get(nested ? `deps.${name}` : name);
    for (const [index, table] of list.entries()) {
      const version = textField(table, "version");
      if (asObject(table) === undefined || (version === undefined && textField(table, "path") === undefined)) continue;
      entries.push({
        key: keys.unique(`${name}@${version ?? ""}`),
        name,
        version: version ?? "",
        table,
        line: headers?.length === list.length ? headers[index] : undefined,
      });
    }
  }
  return entries;
}

/** `deps` is a list of names, or a table of names and ids where names alone are ambiguous. */
function namesNeeded(table: unknown): string[] {
  const listed = arrayField(table, "deps");
  return listed ? listed.map(asText).filter((name) => name !== undefined) : entriesOf(field(table, "deps")).map(([name]) => name);
}

function packageOf(entry: Entry, direct: ReadonlySet<string> | undefined, dependsOn: readonly string[]): LockedPackage {
  const uuid = textField(entry.table, "uuid");
  const repository = textField(entry.table, "repo-url");
  return {
    key: entry.key,
    type: "julia",
    name: entry.name,
    version: entry.version,
    scope: "production",
    direct: direct?.has(entry.name),
    line: entry.line,
    dependsOn,
    qualifiers: uuid === undefined ? undefined : { uuid },
    source: repository === undefined ? undefined : gitSource(repository, textField(entry.table, "repo-rev")),
    integrity: textField(entry.table, "git-tree-sha1"),
  };
}

async function directNames(path: string, context: ReadContext): Promise<ReadonlySet<string> | undefined> {
  const text = await context.text(path);
  if (text === undefined) return undefined;
  try {
    return new Set(entriesOf(field(parseToml(text), "deps")).map(([name]) => name));
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
