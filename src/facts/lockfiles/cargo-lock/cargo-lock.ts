// Cargo.lock, versions 1 to 4 (https://github.com/rust-lang/cargo/blob/master/src/cargo/core/resolver/encode.rs tells them apart).
import type { LockedPackage, LockfileFormat, OwnPackage, ReadContext, Reading, Scope, SourceFile } from "../types.ts";
import { gitSource, registrySource } from "../shared/addresses.ts";
import { usualCargoRegistries } from "../shared/cargo.ts";
import { arrayField, asText, objectField, textField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { type Roots, scopesByReach } from "../shared/graph.ts";
import { Keys } from "../shared/keys.ts";
import { nameOf } from "../shared/paths.ts";
import { parseToml } from "../shared/toml.ts";
import { tomlEntries } from "../shared/toml-lines.ts";
import { type Manifests, manifestsOf } from "./manifests.ts";

export const cargoLock: LockfileFormat = {
  id: "cargo-lock",
  ecosystem: "cargo",
  kind: "lockfile",
  names: ["Cargo.lock"],
  matches: (path) => nameOf(path) === "Cargo.lock",
  covers: { formats: ["cargo-toml"], whole: true },
  read: readCargoLock,
};

/** One `[[package]]`, its dependencies still as written. */
interface Crate {
  readonly key: string;
  readonly name: string;
  readonly version: string;
  readonly source: string | undefined;
  readonly checksum: string | undefined;
  readonly needs: readonly string[];
  readonly line: number | undefined;
}

async function readCargoLock(file: SourceFile, context: ReadContext): Promise<Reading> {
  const problems = new EntryProblems(file.path);
  const crates = cratesOf(file.text, problems);
  const byReference = references(crates);
  const edges = new Map(
    crates.map((crate) => [crate.key, crate.needs.map((need) => byReference.get(need)?.key).filter((key) => key !== undefined)]),
  );
  const ours = crates.filter((crate) => crate.source === undefined);
  const manifests = ours.length > 0 ? await manifestsOf(file.path, new Set(ours.map((crate) => crate.name)), context) : undefined;
  const roots = rootsOf(ours, crates, edges, manifests);
  const ourKeys = new Set(ours.map((crate) => crate.key));
  const thirdEdges = new Map([...edges].filter(([key]) => !ourKeys.has(key)));
  const scopes = scopesByReach(roots, thirdEdges);
  const third = new Set(thirdEdges.keys());
  const asked = new Set(ours.flatMap((crate) => edges.get(crate.key) ?? []));
  const packages: LockedPackage[] = crates
    .filter((crate) => third.has(crate.key))
    .map((crate) => ({
      key: crate.key,
      type: "cargo",
      name: crate.name,
      version: crate.version,
      scope: scopes.get(crate.key) ?? "production",
      direct: ours.length > 0 ? asked.has(crate.key) : undefined,
      line: crate.line,
      dependsOn: edges.get(crate.key)?.filter((key) => third.has(key)),
      source: sourceOf(crate.source),
      integrity: crate.checksum,
    }));
  const own = ours.map((crate) =>
    ownOf(
      crate,
      manifests,
      edges.get(crate.key)?.filter((key) => third.has(key)),
    ),
  );
  return { packages, own, members: manifests?.folders ?? [], alsoRead: manifests?.read, problems: problems.list() };
}

function cratesOf(text: string, problems: EntryProblems): Crate[] {
  const document = parseToml(text);
  const checksums = objectField(document, "metadata");
  const keys = new Keys();
  const crates: Crate[] = [];
  const root = objectField(document, "root");
  for (const { table, line } of [...(root ? [{ table: root, line: 1 }] : []), ...tomlEntries(document, text, "package")]) {
    const name = textField(table, "name");
    const version = textField(table, "version");
    const source = textField(table, "source");
    if (name === undefined || version === undefined) {
      problems.bad("A package without name or version.", line, "name and version");
      continue;
    }
    crates.push({
      key: keys.unique(`${name}@${version}`),
      name,
      version,
      source,
      checksum: textField(table, "checksum") ?? oldChecksum(textField(checksums, `checksum ${name} ${version} (${source})`)),
      needs: (arrayField(table, "dependencies") ?? []).map(asText).filter((need) => need !== undefined),
      line,
    });
  }
  return crates;
}

/** Version 1 keeps checksums apart, and says `<none>` where there is none. */
function oldChecksum(text: string | undefined): string | undefined {
  return text === "<none>" ? undefined : text;
}

/** Crates by every way to name them: `name`, `name version`, `name version (source)`. Short names are used only where they are unambiguous. */
function references(crates: readonly Crate[]): Map<string, Crate> {
  const byReference = new Map<string, Crate>();
  for (const crate of crates) {
    const names = [crate.name, `${crate.name} ${crate.version}`];
    if (crate.source !== undefined) {
      const address = crate.source.replace(/#[0-9a-f]+$/i, "");
      names.push(`${crate.name} ${crate.version} (${crate.source})`, `${crate.name} ${crate.version} (${address})`);
    }
    for (const name of names) if (!byReference.has(name)) byReference.set(name, crate);
  }
  return byReference;
}

/** Where scopes start: what the manifests of our crates ask for. A crate without a manifest asks for everything in production. */
function rootsOf(
  ours: readonly Crate[],
  crates: readonly Crate[],
  edges: ReadonlyMap<string, readonly string[]>,
  manifests: Manifests | undefined,
): Roots {
  const roots: Record<Scope, Set<string>> = { production: new Set(), optional: new Set(), development: new Set() };
  const nameOfKey = new Map(crates.map((crate) => [crate.key, crate.name]));
  for (const crate of ours) {
    const scopes = scopesAsked(manifests, crate.name);
    for (const key of edges.get(crate.key) ?? []) {
      for (const scope of scopes?.get(nameOfKey.get(key) ?? "") ?? ["production" as const]) roots[scope].add(key);
    }
  }
  return roots;
}

function scopesAsked(manifests: Manifests | undefined, crate: string): Map<string, Scope[]> | undefined {
  const manifest = manifests?.byName.get(crate);
  if (manifest === undefined) return undefined;
  const scopes = new Map<string, Scope[]>();
  for (const ask of manifest.asks) scopes.set(ask.name, [...(scopes.get(ask.name) ?? []), ask.scope]);
  return scopes;
}

function ownOf(crate: Crate, manifests: Manifests | undefined, dependsOn: readonly string[] | undefined): OwnPackage {
  const license = manifests?.byName.get(crate.name)?.own?.license;
  return { type: "cargo", name: crate.name, version: crate.version, license, listed: true, dependsOn };
}

function sourceOf(source: string | undefined): LockedPackage["source"] {
  if (source?.startsWith("git+")) {
    const hash = source.lastIndexOf("#");
    const address = source.slice(0, hash < 0 ? undefined : hash).replace(/\?.*$/s, "");
    return gitSource(address, hash < 0 ? undefined : source.slice(hash + 1));
  }
  return registrySource(source?.replace(/^(?:registry|sparse)\+/, ""), usualCargoRegistries);
}
