// Package manifests: is there one, and which applications nothing pins.
import { field, objectField, textField } from "../../lockfiles/shared/data.ts";
import { parseJson } from "../../lockfiles/shared/json.ts";
import { parseToml } from "../../lockfiles/shared/toml.ts";
import { Unreadable } from "../../lockfiles/types.ts";
import { depth, type Entry, type FileIndex } from "../shared/file-index.ts";
import { isAside } from "../shared/vendored.ts";
import type { Check } from "../types.ts";

const MAX_READ = 200;
const MAX_BYTES = 1024 * 1024;

/** Names of repolinter's packagers axiom, and those of ecosystems that came after it. */
const NAMES =
  "pom.xml package.json setup.py setup.cfg pyproject.toml pipfile requirements.txt cargo.toml description makefile.pl build.pl package.xml ivy.xml build.gradle build.gradle.kts build.sbt go.mod gemfile composer.json mix.exs rebar.config pubspec.yaml package.swift podfile deno.json deno.jsonc build.xml paket.dependencies directory.packages.props gleam.toml dune-project stack.yaml conanfile.txt conanfile.py vcpkg.json".split(
    " ",
  );
const SUFFIXES = /\.(?:nuspec|podspec|gemspec|csproj|fsproj|vbproj|cabal|opam|rockspec|nimble)$/i;

interface Ecosystem {
  readonly manifest: string;
  readonly locks: readonly string[];
  /** Whether this manifest is an application's and asks for something that could be pinned. */
  needsLock(text: string, entry: Entry, files: FileIndex): boolean;
}

const ecosystems: readonly Ecosystem[] = [
  {
    manifest: "package.json",
    locks: ["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb", "deno.lock"],
    needsLock: (text) => {
      const manifest = parseJson(text);
      const asks = ["dependencies", "devDependencies", "optionalDependencies"].some((key) => !isEmpty(objectField(manifest, key)));
      return asks && (field(manifest, "private") === true || textField(manifest, "version") === undefined);
    },
  },
  {
    manifest: "cargo.toml",
    locks: ["cargo.lock"],
    needsLock: (text, entry, files) => {
      const manifest = parseToml(text);
      const program = field(manifest, "bin") !== undefined || files.at(beside(entry, "src/main.rs")) !== undefined;
      return program && !isEmpty(objectField(manifest, "dependencies"));
    },
  },
  { manifest: "pipfile", locks: ["pipfile.lock"], needsLock: (text) => /^[ \t]*\[(?:dev-)?packages\]/m.test(text) },
  {
    manifest: "pyproject.toml",
    locks: ["poetry.lock", "uv.lock", "pdm.lock", "pylock.toml", "requirements.txt", "pixi.lock", "conda-lock.yml"],
    needsLock: (text) => {
      const manifest = parseToml(text);
      const poetry = objectField(objectField(manifest, "tool"), "poetry");
      const asks =
        (field(objectField(manifest, "project"), "dependencies") as unknown[] | undefined)?.length ||
        !isEmpty(objectField(poetry, "dependencies"));
      const application = field(poetry, "package-mode") === false || objectField(manifest, "build-system") === undefined;
      return Boolean(asks) && application;
    },
  },
  {
    manifest: "gemfile",
    locks: ["gemfile.lock", "gems.locked"],
    needsLock: (text, entry, files) =>
      /^[ \t]*gem\s/m.test(text) && !files.in(folderOf(entry)).some((other) => /\.gemspec$/i.test(other.name)),
  },
  {
    manifest: "composer.json",
    locks: ["composer.lock"],
    needsLock: (text) => {
      const manifest = parseJson(text);
      return textField(manifest, "type") === "project" && !isEmpty(objectField(manifest, "require"));
    },
  },
  {
    manifest: "mix.exs",
    locks: ["mix.lock"],
    needsLock: (text) => /\bdefp? deps\b/.test(text) && !/\bpackage:/.test(text) && /\{:\w+,/.test(text),
  },
  {
    manifest: "pubspec.yaml",
    locks: ["pubspec.lock"],
    needsLock: (text) => /^publish_to:[ \t]*['"]?none/m.test(text) && /^dependencies:/m.test(text),
  },
  { manifest: "podfile", locks: ["podfile.lock"], needsLock: (text) => /^[ \t]*pod\s/m.test(text) },
];

export const manifests: Check = {
  id: "manifests",
  facts: ["hasManifest", "manifestsWithoutLockfile"],
  async collect(files, answers) {
    const first = firstManifest(files);
    answers.set("hasManifest", first !== undefined, first && { path: first.path });
    if (!first) return;
    const loose = (await Promise.all(ecosystems.map((ecosystem) => unpinned(ecosystem, files)))).flat().sort();
    answers.set("manifestsWithoutLockfile", loose, ...loose.map((path) => ({ path })));
  },
};

function firstManifest(files: FileIndex): Entry | undefined {
  const usable = (entry: Entry) => entry.kind === "file" && !isAside(entry.path);
  const named = files.named(...NAMES).find(usable);
  if (named && depth(named.path) === 0) return named;
  const other = files.tree.files.find((file) => file.kind === "file" && SUFFIXES.test(file.path) && !isAside(file.path));
  return named ?? (other && { ...other, name: other.path });
}

async function unpinned(ecosystem: Ecosystem, files: FileIndex): Promise<string[]> {
  const covered = new Set(files.named(...ecosystem.locks).map((lock) => folderOf(lock).toLowerCase()));
  const open = files
    .named(ecosystem.manifest)
    .filter((entry) => entry.kind === "file" && !isAside(entry.path) && !isCovered(folderOf(entry).toLowerCase(), covered))
    .slice(0, MAX_READ);
  const texts = await Promise.all(open.map((entry) => files.text(entry, MAX_BYTES)));
  return open.filter((entry, at) => needs(ecosystem, texts[at], entry, files)).map((entry) => entry.path);
}

/** A manifest that cannot be understood asks for nothing here: its own reader says what is wrong with it. */
function needs(ecosystem: Ecosystem, text: string | undefined, entry: Entry, files: FileIndex): boolean {
  try {
    return text !== undefined && ecosystem.needsLock(text, entry, files);
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/** A lockfile in the same folder or above it (workspaces). */
function isCovered(folder: string, covered: ReadonlySet<string>): boolean {
  for (let path = folder; path !== ""; path = path.slice(0, Math.max(path.lastIndexOf("/"), 0))) if (covered.has(path)) return true;
  return covered.has("");
}

function folderOf(entry: { readonly path: string }): string {
  return entry.path.slice(0, Math.max(entry.path.lastIndexOf("/"), 0));
}

function beside(entry: Entry, path: string): string {
  const folder = folderOf(entry);
  return folder === "" ? path : `${folder}/${path}`;
}

function isEmpty(value: object | undefined): boolean {
  return value === undefined || Object.keys(value).length === 0;
}
