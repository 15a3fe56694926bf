// Which files of a tree the inventory reads, and as what.
import { formatFor } from "../lockfiles/registry.ts";
import type { LockfileFormat } from "../lockfiles/types.ts";
import { isSbomName } from "../sboms/detect.ts";
import type { TreeFile } from "../tree.ts";

/** A file that is worth opening; without a format it is named like an SBOM. */
export interface Candidate {
  readonly file: TreeFile;
  readonly format: LockfileFormat | undefined;
}

/** Folders that package managers fill: what lies in them is installed, the lockfile that names it lies outside. */
const INSTALLED = new Set([
  ".git",
  "node_modules",
  "bower_components",
  "jspm_packages",
  ".pnpm-store",
  ".yarn",
  "site-packages",
  ".venv",
  ".tox",
  "Pods",
  "Carthage",
]);

/** In path order. A file that is all there is was named by somebody: it is opened whatever its name. `vendor` is skipped but for Go's list of what it holds. */
export function candidates(files: readonly TreeFile[]): readonly Candidate[] {
  const found: Candidate[] = [];
  const single = files.length === 1;
  for (const file of files) {
    if (file.kind !== "file") continue;
    const format = formatFor(file.path);
    if ((format || single || isSbomName(file.path)) && !isInstalled(file.path)) found.push({ file, format });
  }
  return found.sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
}

function isInstalled(path: string): boolean {
  const segments = path.split("/");
  const name = segments.pop();
  return segments.some((segment, depth) => {
    if (segment === "vendor") return !(name === "modules.txt" && depth === segments.length - 1);
    return INSTALLED.has(segment);
  });
}
