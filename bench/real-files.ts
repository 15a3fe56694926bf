// Files of real repositories and installed packages, chosen by the hash of their path: the same ones on every run.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { shortHash } from "#kit";
import { findRepositories, headOf, openGitTree } from "#facts";
import { identifyTree } from "../src/facts/licenses/index.ts";

export interface RealFile {
  /** `repository/path`, or `package@version/path`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What the package's manifest declares, or what the repository's own licence files hold. */
  readonly declared: string;
}

const mirror = resolve(process.env["ALLMEND_REPOSITORIES"] ?? join(import.meta.dirname, "../../.mirror"));
const modulesFolders: readonly string[] = (process.env["ALLMEND_BENCH_MODULES"] ?? join(import.meta.dirname, "../node_modules")).split(":");
const largest = 200_000;

function chosenOf<T extends { readonly path: string }>(files: readonly T[], most: number): T[] {
  return files
    .map((file) => ({ file, hash: shortHash(file.path) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .slice(0, most)
    .map(({ file }) => file);
}

/** At most `most` files of each repository of the folder (ALLMEND_REPOSITORIES, or what was fetched beside this one). */
export async function* repositoryFiles(most: number, wanted: (path: string) => boolean): AsyncGenerator<RealFile> {
  if (!existsSync(mirror)) return;
  const { repositories } = await findRepositories(mirror);
  for (const found of repositories) {
    if (headOf(found) === undefined) continue;
    const tree = await openGitTree(found);
    const own = (await identifyTree(tree)).find(({ expression }) => expression !== null)?.expression ?? "";
    const files = tree.files.filter(
      ({ kind, path, size }) => kind === "file" && wanted(path) && size !== undefined && size < largest && size > 0,
    );
    for (const { path } of chosenOf(files, most)) {
      const bytes = await tree.read(path);
      if (bytes) yield { path: `${found.id.replace(/\/repo$/, "")}/${path}`, bytes, declared: own };
    }
    await tree.close();
  }
}

/** At most `most` files of each package in the node_modules folders (ALLMEND_BENCH_MODULES, separated by `:`; this repository's own otherwise). */
export function* packageFiles(most: number, wanted: (path: string) => boolean): Generator<RealFile> {
  for (const { name, folder, declared } of installedPackages()) {
    const files = filesBelow(folder, "", 4)
      .filter(wanted)
      .map((path) => ({ path }));
    for (const { path } of chosenOf(files, most)) {
      const file = join(folder, path);
      if (statSync(file).size < largest) yield { path: `${name}/${path}`, bytes: readFileSync(file), declared };
    }
  }
}

export interface InstalledPackage {
  /** `name@version`. */
  readonly name: string;
  readonly folder: string;
  /** The `license` field as it is; empty where there is none. */
  readonly declared: string;
}

/** Every installed package once, by name. */
export function installedPackages(): InstalledPackage[] {
  const all = new Map(modulesFolders.flatMap(installedIn).map((one) => [one.name, one]));
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function installedIn(modules: string): InstalledPackage[] {
  return foldersIn(modules).flatMap((name) => {
    const folder = join(modules, name);
    if (name.startsWith("@")) return installedIn(folder);
    const own = readPackage(folder);
    return [...(own ? [own] : []), ...installedIn(join(folder, "node_modules"))];
  });
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name);
}

function readPackage(folder: string): InstalledPackage | undefined {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return undefined;
  const content = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, unknown>;
  const { name, version } = content;
  if (typeof name !== "string" || typeof version !== "string") return undefined;
  const declared = content["license"] ?? content["licenses"] ?? "";
  return { name: `${name}@${version}`, folder, declared: typeof declared === "string" ? declared : JSON.stringify(declared) };
}

function filesBelow(folder: string, inside: string, depth: number): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = inside === "" ? entry.name : `${inside}/${entry.name}`;
    if (entry.isFile()) return [path];
    return entry.isDirectory() && depth > 0 && entry.name !== "node_modules" ? filesBelow(folder, path, depth - 1) : [];
  });
}
