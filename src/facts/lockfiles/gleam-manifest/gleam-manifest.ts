// manifest.toml, the lockfile of Gleam (https://github.com/gleam-lang/gleam/blob/main/compiler-core/src/manifest.rs).
import type { LockedPackage, LockfileFormat, OwnPackage, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { Unreadable } from "../types.ts";
import { gitSource } from "../shared/addresses.ts";
import { arrayField, asText, type DataObject, entriesOf, field, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { gleamAsks } from "../shared/gleam.ts";
import { scopesByReach } from "../shared/graph.ts";
import { folderOf, inFolder, nameOf } from "../shared/paths.ts";
import { parseToml } from "../shared/toml.ts";
import { TomlKeyLines } from "../shared/toml-lines.ts";
import { juliaManifestReading } from "../julia-manifest/julia-manifest.ts";

export const gleamManifest: LockfileFormat = {
  id: "gleam-manifest",
  ecosystem: "hex",
  kind: "lockfile",
  names: ["manifest.toml"],
  matches: (path) => nameOf(path) === "manifest.toml",
  covers: { formats: ["gleam-toml"] },
  read: readGleamManifest,
};

async function readGleamManifest(file: SourceFile, context: ReadContext): Promise<Reading> {
  const document = parseToml(file.text);
  // On file systems that ignore case, Julia's Manifest.toml ends up under this name too.
  if (field(document, "packages") === undefined && field(document, "deps") !== undefined)
    return juliaManifestReading(file, document, context);
  const problems = new EntryProblems(file.path);
  const lines = new TomlKeyLines(file.text);
  const tables = tablesOf(document, problems);
  const edges = new Map(
    tables.map(({ name, table }) => [name, (arrayField(table, "requirements") ?? []).map(asText).filter((need) => need !== undefined)]),
  );
  const ours = new Set(tables.filter(({ table }) => textField(table, "source") === "local").map(({ name }) => name));
  const manifest = inFolder(folderOf(file.path), "gleam.toml");
  const roots = await rootsOf(manifest, document, context);
  const scopes = scopesByReach(roots, edges);
  const direct = new Set([...roots.production, ...roots.development]);
  const known = new Set(tables.map(({ name }) => name));
  const thirdNeeds = (name: string): string[] => (edges.get(name) ?? []).filter((need) => known.has(need) && !ours.has(need));
  let line = 1;
  const packages: LockedPackage[] = [];
  const own: OwnPackage[] = [];
  for (const { name, table } of tables) {
    line = lines.holding(`"${name}"`, line) ?? line;
    const version = textField(table, "version") ?? "";
    if (ours.has(name)) own.push({ type: "hex", name, version, dependsOn: thirdNeeds(name) });
    else {
      const scope = scopes.get(name) ?? "production";
      packages.push({
        key: name,
        type: "hex",
        name,
        version,
        scope,
        direct: direct.size > 0 ? direct.has(name) : undefined,
        line,
        dependsOn: thirdNeeds(name),
        source: sourceOf(table),
        integrity: textField(table, "outer_checksum"),
      });
    }
  }
  return { packages, own, alsoRead: [manifest], problems: problems.list() };
}

function tablesOf(document: DataObject, problems: EntryProblems): { name: string; table: unknown }[] {
  const list = field(document, "packages");
  if (list !== undefined && !Array.isArray(list)) throw new Unreadable("packages is no list.", undefined, "a list of packages");
  const tables: { name: string; table: unknown }[] = [];
  const seen = new Set<string>();
  for (const table of list ?? []) {
    const name = textField(table, "name");
    if (name === undefined || textField(table, "version") === undefined)
      problems.bad("A package without name or version.", undefined, "name and version");
    else if (!seen.has(name)) {
      seen.add(name);
      tables.push({ name, table });
    }
  }
  return tables;
}

/** What gleam.toml asks for; without it the requirements that the lock repeats, which do not tell who they are for. */
async function rootsOf(path: string, lock: DataObject, context: ReadContext): Promise<Record<"production" | "development", string[]>> {
  const roots: Record<Scope, string[]> = { production: [], optional: [], development: [] };
  const text = await context.text(path);
  try {
    for (const ask of text === undefined ? [] : gleamAsks(parseToml(text))) roots[ask.scope].push(ask.name);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  if (roots.production.length + roots.development.length === 0)
    roots.production.push(...entriesOf(field(lock, "requirements")).map(([name]) => name));
  return roots;
}

function sourceOf(table: unknown): LockedPackage["source"] {
  const repository = textField(table, "repo");
  return repository === undefined ? undefined : gitSource(repository, textField(table, "commit"));
}
