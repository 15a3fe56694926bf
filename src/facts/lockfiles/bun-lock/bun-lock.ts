// bun.lock, the text lockfile of Bun: JSON with trailing commas, one tuple a package. https://bun.sh/docs/install/lockfile
import { asArray, asObject, asText, type DataObject, entriesOf, objectField, type Positioned, textField } from "../shared/data.ts";
import { parseJsonc } from "../shared/json.ts";
import { gitSource, isOurs, npmSource, type Source, splitDescriptor, splitNpmName } from "../shared/npm.ts";
import { npmScopes, NpmRoots } from "../shared/npm-scopes.ts";
import { baseName, folderOf, pathFrom } from "../shared/paths.ts";
import {
  type LockedPackage,
  type LockfileFormat,
  type OwnPackage,
  type ReadContext,
  type Reading,
  type SourceFile,
  Unreadable,
} from "../types.ts";
import { BunPlaces } from "./places.ts";

/** Reads bun.lock (the binary bun.lockb has no documented format). */
export const bunLock: LockfileFormat = {
  id: "bun-lock",
  ecosystem: "npm",
  kind: "lockfile",
  names: ["bun.lock"],
  matches: (path) => baseName(path) === "bun.lock",
  covers: { formats: ["package-json"], whole: true },
  read,
};

interface BunEntry {
  readonly key: string;
  readonly name: string;
  /** A version, or the place of what is no registry package. */
  readonly reference: string;
  readonly registry: string;
  readonly info: DataObject;
  readonly integrity: string | undefined;
  readonly line: number | undefined;
}

function read(file: SourceFile, context: ReadContext): Reading {
  const document = parseJsonc(file.text);
  const root = asObject(document.value);
  if (!root) throw new Unreadable("Not a bun.lock: its content is not an object", 1, "an object");
  const entries = entriesIn(root, document);
  const others = entries.filter((entry) => !isOurEntry(entry, file.path, context));
  const places = new BunPlaces(entries, new Set(others));
  const edges = new Map(others.map((entry) => [entry.key, places.edgesOf(entry.key, entry.info)]));
  const roots = new NpmRoots();
  const own = entriesOf(root["workspaces"]).map(([folder, member]) => ownPackage(folder, asObject(member) ?? {}, places, roots));
  const scopes = npmScopes(roots, (key) => edges.get(key));
  const direct = roots.all();
  const packages = others.map((entry): LockedPackage => {
    const { required, optional } = edges.get(entry.key) ?? { required: [], optional: [] };
    return {
      ...lockedPackage(entry),
      scope: scopes.get(entry.key) ?? "production",
      direct: direct.has(entry.key),
      dependsOn: [...required, ...optional],
    };
  });
  return { packages, own: own.filter(({ name }) => name !== ""), members: membersOf(root, file.path) };
}

function entriesIn(root: DataObject, document: Positioned): readonly BunEntry[] {
  const packages = objectField(root, "packages");
  return entriesOf(packages).map(([key, value]) => {
    const line = document.lineOf(packages, key);
    const tuple = asArray(value);
    const identity = splitDescriptor(asText(tuple?.[0]) ?? "");
    if (!tuple || identity.rest === "") {
      throw new Unreadable(`Not a bun.lock: "${key}" is not a list that starts with name@version`, line, '["name@version", …]');
    }
    return {
      key,
      name: identity.name,
      reference: identity.rest,
      registry: tuple.length > 2 ? (asText(tuple[1]) ?? "") : "",
      info: tuple.map(asObject).find((item) => item !== undefined) ?? {},
      integrity: tuple
        .slice(1)
        .map(asText)
        .find((item) => item !== undefined && /^sha\d+-/.test(item)),
      line,
    };
  });
}

function membersOf(root: DataObject, path: string): readonly string[] {
  const here = folderOf(path);
  return entriesOf(root["workspaces"]).flatMap(([folder]) => (folder === "" ? [] : (pathFrom(here, folder) ?? [])));
}

/** Workspaces always, and linked folders that the repository holds. */
function isOurEntry(entry: BunEntry, path: string, context: ReadContext): boolean {
  if (/^(?:workspace|root):/.test(entry.reference)) return true;
  const folder = /^(?:file|link):(.*)/.exec(entry.reference)?.[1];
  return folder !== undefined && isOurs(path, folder, context);
}

function lockedPackage(entry: BunEntry): Omit<LockedPackage, "scope"> {
  const { namespace, name } = splitNpmName(entry.name);
  const isVersion = /^\d/.test(entry.reference);
  return {
    key: entry.key,
    type: "npm",
    namespace,
    name,
    version: isVersion ? entry.reference : "",
    line: entry.line,
    source: isVersion ? registrySource(entry.registry) : (gitSource(entry.reference) ?? npmSource(entry.reference)),
    integrity: entry.integrity,
  };
}

/** Empty for the usual registry; else the address of another one, or of the archive. */
function registrySource(registry: string): Source | undefined {
  const source = npmSource(registry || undefined);
  return source?.kind === "url" && registry.endsWith("/") ? { kind: "registry", address: source.address } : source;
}

function ownPackage(folder: string, member: DataObject, places: BunPlaces, roots: NpmRoots): OwnPackage {
  const fullName = textField(member, "name") ?? "";
  const from = folder === "" ? "" : fullName;
  const production = places.keysOf(from, member["dependencies"]);
  const optional = places.keysOf(from, member["optionalDependencies"]);
  const development = places.keysOf(from, member["devDependencies"]);
  roots.production.push(...production);
  roots.optional.push(...optional);
  roots.development.push(...development);
  return {
    type: "npm",
    ...splitNpmName(fullName),
    version: textField(member, "version"),
    dependsOn: [...new Set([...production, ...optional, ...development])],
  };
}
