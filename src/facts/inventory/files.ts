// Which files of a tree the inventory reads, and as what.
import { compareText } from "#kit";
import { formatsFor } from "../lockfiles/registry.ts";
import type { LockfileFormat } from "../lockfiles/types.ts";
import { isSbomName } from "../sboms/detect.ts";
import type { TreeFile } from "../tree.ts";
import { HANDFUL } from "./handful.ts";

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

const SUSPECT = new RegExp(["vendor", ...INSTALLED].map((name) => name.replaceAll(".", "\\.")).join("|"));

/** Links that are named like something to read, in path order: what they lead to is read where it stands, or not at all. */
export async function linkedCandidates(files: readonly TreeFile[]): Promise<readonly string[]> {
  const links = files.filter((file) => file.kind === "symlink" && !isInstalled(file.path)).map((file) => file.path);
  const formats = await formatsFor(links);
  return links.filter((path, index) => formats[index] !== undefined || isSbomName(path)).sort(compareText);
}

/** In path order. Among a handful of files none of which is known by its name, each is opened: its beginning may tell. `vendor` is skipped but for Go's list of what it holds. */
export async function candidates(files: readonly TreeFile[]): Promise<readonly Candidate[]> {
  const readable = files.filter((file) => file.kind === "file" && !isInstalled(file.path));
  const formats = await formatsFor(readable.map((file) => file.path));
  const all = readable.map((file, index): Candidate => ({ file, format: formats[index] }));
  const known = all.some(({ format }) => format !== undefined);
  const found = known || files.length > HANDFUL ? all.filter(({ file, format }) => format !== undefined || isSbomName(file.path)) : all;
  return found.sort((a, b) => compareText(a.file.path, b.file.path));
}

function isInstalled(path: string): boolean {
  // Most paths hold none of these words: the segments are looked at only where one does.
  if (!SUSPECT.test(path)) return false;
  const segments = path.split("/");
  const name = segments.pop();
  return segments.some((segment, depth) => {
    if (segment === "vendor") return !(name === "modules.txt" && depth === segments.length - 1);
    return INSTALLED.has(segment);
  });
}
