// Is this folder a git repository, and where are its parts? Every pointer is followed only as long as it stays inside the scanned folder.
import { lstatSync, type Stats } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import type { GitLayout } from "./found.ts";
import { readInside, realInside } from "./inside.ts";
import { layoutOfLinked } from "./linked.ts";

/** What tools install or cache: nobody's own code, and often huge. */
export const skippedFolders: ReadonlySet<string> = new Set(
  `node_modules bower_components jspm_packages .yarn .pnpm-store .npm .cache .venv venv __pycache__ .tox .nox .eggs .mypy_cache .pytest_cache
  .ruff_cache .gradle .m2 .terraform .bundle .stack-work .dart_tool`.split(/\s+/),
);

/** The same inside a work tree, where a clone in such a folder was fetched or built by a tool. */
export const fetchedFolders: ReadonlySet<string> = new Set(
  "vendor third_party third-party Pods Carthage deps _build target build dist out".split(" "),
);

/** Whether these entries are those of a git directory. */
export function looksBare(names: ReadonlySet<string>): boolean {
  return names.has("HEAD") && names.has("objects") && (names.has("refs") || names.has("packed-refs"));
}

export type Layout = GitLayout | { readonly refused: string };

const MAX_POINTER_BYTES = 4096;

/** The layout of the repository whose work tree is `folder` (which has an entry `.git`); undefined where that entry is no git directory. */
export function layoutOfWorkTree(root: string, folder: string): Layout | undefined {
  const entry = join(folder, ".git");
  const status = statusOf(entry);
  let directory: string | undefined;
  if (status?.isFile()) directory = pointer(root, entry, "gitdir: ", folder);
  else if (status?.isDirectory() || status?.isSymbolicLink()) directory = realInside(root, entry);
  else return undefined;
  if (directory !== undefined) return layoutOf(root, directory, false);
  const linked = status.isFile() ? layoutOfLinked(entry) : undefined;
  return linked ?? { refused: "its .git leads outside the scanned folder, or nowhere" };
}

/** The layout of a bare repository. */
export function layoutOfBare(root: string, folder: string): Layout | undefined {
  return layoutOf(root, folder, true);
}

function layoutOf(root: string, directory: string, bare: boolean): Layout | undefined {
  if (!isFolder(directory)) return { refused: "its .git leads to no folder" };
  if (!exists(join(directory, "HEAD"))) return undefined;
  if (!exists(join(directory, "commondir"))) return { directory, common: directory, bare };
  const common = pointer(root, join(directory, "commondir"), "", directory);
  return common === undefined || !isFolder(common)
    ? { refused: "its commondir leads outside the scanned folder, or nowhere" }
    : { directory, common, bare };
}

/** The folder that a one-line file names, relative to `from`; undefined where it leaves the root. */
function pointer(root: string, file: string, prefix: string, from: string): string | undefined {
  const bytes = readInside(root, file, MAX_POINTER_BYTES);
  if (typeof bytes === "string") return undefined;
  const text = bytes.toString("utf8").replace(/[\r\n]+$/, "");
  if (!text.startsWith(prefix) || text.includes("\0")) return undefined;
  const target = text.slice(prefix.length);
  return realInside(root, isAbsolute(target) ? target : resolve(from, target));
}

function exists(path: string): boolean {
  return statusOf(path) !== undefined;
}

function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() === true;
}

/** Of the entry itself, not of what a link leads to; undefined where it cannot be looked at, whatever the reason. */
function statusOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

const MAX_INDEX_BYTES = 256 * 1024 * 1024;

/** Whether the index of a work tree names this file: then it is content of that repository, whatever it looks like. */
export function isTracked(root: string, layout: GitLayout, path: string): boolean {
  const index = readInside(root, join(layout.directory, "index"), MAX_INDEX_BYTES);
  if (typeof index === "string") return false;
  if (index.includes(`${path}\0`)) return true;
  // Version 4 of the index shares prefixes: the last part of a path is then all that is sure to stand there.
  return index[7] === 4 && index.includes(path.slice(dirname(path).length + 1));
}
