// The licences of a repository, as its own licence files state them.
import type { Tree } from "../../tree.ts";
import type { Identification } from "../types.ts";
import { identifyBytes } from "./identify.ts";
import { isLicenseFile } from "./names.ts";
import { namedByFile, readReuse } from "./reuse.ts";

/** Most licence files of one repository that are read, and most bytes of them: a small repository can unpack to many large files. */
const maxFiles = 500;
const maxBytes = 200_000_000;

/**
 * Identifies the licence files at the root (LICENSE, COPYING, NOTICE, COPYRIGHT, UNLICENSE and the like) and those under `LICENSES/` (REUSE).
 * Files without a recognised licence are listed too, with `expression: null`, and a remark where one was not read; sorted by path. Last what REUSE
 * states of the whole.
 */
export async function identifyTree(tree: Tree): Promise<Identification[]> {
  const files = tree.files
    .filter(({ kind, path }) => kind === "file" && isRepositoryLicense(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const found: Identification[] = [];
  let left = maxBytes;
  for (const [at, { path, size }] of files.entries()) {
    if (at >= maxFiles || left - (size ?? 0) < 0) {
      found.push({ path, expression: null, licenses: [], remark: "left-out" });
      continue;
    }
    const bytes = await tree.read(path);
    left -= bytes?.length ?? 0;
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
