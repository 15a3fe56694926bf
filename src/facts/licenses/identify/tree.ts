// The licences of a repository, as its own licence files state them.
import type { Tree } from "../../tree.ts";
import type { Identification } from "../types.ts";
import { identifyBytes } from "./identify.ts";
import { isLicenseFile } from "./names.ts";
import { namedByFile, readReuse } from "./reuse.ts";

/** Most licence files of one repository that are read. */
const maxFiles = 500;

/**
 * Identifies the licence files at the root (LICENSE, COPYING, NOTICE, COPYRIGHT, UNLICENSE and the like) and those under `LICENSES/` (REUSE).
 * Files without a recognised licence are listed too, with `expression: null`; sorted by path. Last what REUSE states of the whole.
 */
export async function identifyTree(tree: Tree): Promise<Identification[]> {
  const paths = tree.files
    .filter(({ kind, path }) => kind === "file" && isRepositoryLicense(path))
    .map(({ path }) => path)
    .sort()
    .slice(0, maxFiles);
  const found: Identification[] = [];
  for (const path of paths) {
    const bytes = await tree.read(path);
    if (bytes) found.push(namedByFile(identifyBytes(bytes, path)));
  }
  const whole = await reuseOfWhole(tree);
  return whole ? [...found, whole] : found;
}

/** What REUSE.toml, or Debian's dep5 before it, states of everything that says nothing itself. */
async function reuseOfWhole(tree: Tree): Promise<Identification | undefined> {
  for (const path of ["REUSE.toml", ".reuse/dep5"]) {
    const bytes = tree.files.some((file) => file.path === path && file.kind === "file") ? await tree.read(path) : undefined;
    const text = bytes && Buffer.from(bytes).toString("utf8");
    const stated =
      text === undefined ? undefined : readReuse(path.endsWith("toml") ? text : undefined, path.endsWith("dep5") ? text : undefined);
    const expression = stated?.(anyFile)?.expression;
    if (expression !== undefined) return { path, expression, licenses: [{ spdx: expression, confidence: 1, kind: "tag" }] };
  }
  return undefined;
}

/** Stands for all files: only what is stated of everything fits it. */
const anyFile = "any folder/any file";

function isRepositoryLicense(path: string): boolean {
  const parts = path.split("/");
  if (parts.length === 1) return isLicenseFile(path);
  return parts.length === 2 && /^licen[cs]es?$/i.test(parts[0] ?? "") && /^[^.].*$/.test(parts[1] ?? "");
}
