// Work trees of a repository that lies outside the scanned folder (`git worktree add`): theirs is only a file `.git` that names a place, and anybody can write
// one. It counts where the repository at that place names this very work tree: that no stranger can write.
import { lstatSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, resolve } from "node:path";
import type { GitLayout } from "./found.ts";
import { readRegular } from "./inside.ts";

const MAX_POINTER_BYTES = 4096;

/** The layout behind a file `.git` whose repository owns to it; undefined for every other. https://git-scm.com/docs/gitrepository-layout (worktrees) */
export function layoutOfLinked(entry: string): GitLayout | undefined {
  const named = lineOf(entry);
  if (!named?.startsWith("gitdir: ")) return undefined;
  const directory = realFolder(resolve(dirname(entry), named.slice("gitdir: ".length)));
  if (directory === undefined || basename(dirname(directory)) !== "worktrees") return undefined;
  const common = dirname(dirname(directory));
  const shared = lineOf(join(directory, "commondir"));
  const back = lineOf(join(directory, "gitdir"));
  if (shared === undefined || realFolder(resolve(directory, shared)) !== common || back === undefined) return undefined;
  const owned = isAbsolute(back) ? back : resolve(directory, back);
  return sameFile(owned, entry) ? { directory, common, bare: false } : undefined;
}

function lineOf(file: string): string | undefined {
  const bytes = readRegular(file, MAX_POINTER_BYTES);
  const text = typeof bytes === "string" ? "\0" : bytes.toString("utf8").replace(/[\r\n]+$/, "");
  return text.includes("\0") ? undefined : text;
}

function realFolder(path: string): string | undefined {
  try {
    const real = realpathSync.native(path);
    return lstatSync(real).isDirectory() ? real : undefined;
  } catch {
    return undefined;
  }
}

function sameFile(a: string, b: string): boolean {
  try {
    return realpathSync.native(a) === realpathSync.native(b);
  } catch {
    return false;
  }
}
