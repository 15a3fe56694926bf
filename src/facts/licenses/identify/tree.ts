// The licences of a repository, as its own licence files state them.
import type { Tree } from "../../tree.ts";
import type { Identification } from "../types.ts";
import { identifyBytes } from "./identify.ts";
import { isLicenseFile } from "./names.ts";
import { namedByFile } from "./reuse.ts";

/** Most licence files of one repository that are read. */
const maxFiles = 500;

/**
 * Identifies the licence files at the root (LICENSE, COPYING, NOTICE, COPYRIGHT, UNLICENSE and the like) and those under `LICENSES/` (REUSE).
 * Files without a recognised licence are listed too, with `expression: null`; sorted by path.
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
  return found;
}

function isRepositoryLicense(path: string): boolean {
  const parts = path.split("/");
  if (parts.length === 1) return isLicenseFile(path);
  return parts.length === 2 && /^licen[cs]es?$/i.test(parts[0] ?? "") && /^[^.].*$/.test(parts[1] ?? "");
}
