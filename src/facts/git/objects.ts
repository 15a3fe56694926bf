// The object store of a repository is the one thing of it that git sees. It must lie inside the scanned folder with everything it leads to.
import { type Dirent, readdirSync, statSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import { AllmendError } from "#kit";
import type { FoundRepository } from "./found.ts";
import { readInside, realInside } from "./inside.ts";

const MAX_ALTERNATES_BYTES = 64 * 1024;
const MAX_ALTERNATES_DEPTH = 5; // git's own

/** Real path of the object store. Throws `git-objects-refused` (blame `input`) where it leaves the scanned folder. */
export function objectStore(found: FoundRepository): string {
  if (!found.git) throw new AllmendError("git-objects-refused", "bug", `${found.id} is no git repository`);
  const store = realInside(found.root, join(found.git.common, "objects"));
  if (store === undefined) throw refused("its object store is missing or lies outside the scanned folder");
  vet(found.root, store, 0);
  return store;
}

function vet(root: string, store: string, depth: number): void {
  if (depth > MAX_ALTERNATES_DEPTH) throw refused("its alternates lead through too many object stores");
  refuseOddEntries(root, store);
  for (const alternate of alternatesOf(root, store)) {
    const real = realInside(root, alternate);
    if (real === undefined) throw refused("its objects/info/alternates names an object store outside the scanned folder");
    vet(root, real, depth + 1);
  }
}

function alternatesOf(root: string, store: string): string[] {
  const bytes = readInside(root, join(store, "info", "alternates"), MAX_ALTERNATES_BYTES);
  if (bytes === "missing") return [];
  if (typeof bytes === "string") throw refused(`its objects/info/alternates cannot be read (${bytes})`);
  const paths: string[] = [];
  for (const line of bytes.toString("utf8").split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    // Quoted paths hold odd characters; nobody who is honest needs them here.
    if (line.startsWith('"')) throw refused("its objects/info/alternates holds a quoted path");
    paths.push(isAbsolute(line) ? line : resolve(store, line));
  }
  return paths;
}

/** Packs, fan-out folders and loose objects may be symbolic links (shared stores do that), but only to inside. A pipe would keep git waiting for ever. */
function refuseOddEntries(root: string, store: string): void {
  for (const entry of entriesOf(store)) {
    refuseOdd(root, store, entry);
    if (entry.name === "pack" || entry.name === "info" || /^[0-9a-f]{2}$/.test(entry.name)) {
      const folder = join(store, entry.name);
      for (const file of entriesOf(folder)) refuseOdd(root, folder, file);
    }
  }
}

function refuseOdd(root: string, folder: string, entry: Dirent): void {
  if (entry.isFile() || entry.isDirectory()) return;
  if (!entry.isSymbolicLink()) throw refused("its object store holds something that is neither a file nor a folder");
  const real = realInside(root, join(folder, entry.name));
  if (real === undefined) throw refused("its object store holds a symbolic link that leads outside the scanned folder");
  const status = statSync(real, { throwIfNoEntry: false });
  if (!status?.isFile() && !status?.isDirectory())
    throw refused("its object store holds a link to something that is neither a file nor a folder");
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function refused(why: string): AllmendError {
  return new AllmendError("git-objects-refused", "input", `Not read: ${why}`, {
    hint: "Scan a folder that holds both, or make the repository complete in itself (git repack -a -d, then remove objects/info/alternates).",
  });
}
