// The repository in which a folder lies, and what git says of it.
import { existsSync, realpathSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { findRepositories } from "./discover.ts";
import { readHead } from "./head.ts";
import { placeOf } from "./place.ts";
import { type GitPlace, startGit } from "./run.ts";

export interface FolderPlace {
  /** Folder of the repository. */
  readonly root: string;
  readonly place: GitPlace;
  /** The commit of HEAD. */
  readonly head: string;
  /** The folder inside its repository, forward slashes; empty for the root. */
  readonly folder: string;
}

/** Undefined where the folder lies in no repository, or in one without a commit. */
export async function folderPlace(location: string, signal?: AbortSignal): Promise<FolderPlace | undefined> {
  const root = rootAbove(realpathSync(location));
  if (root === undefined) return undefined;
  const { repositories } = await findRepositories(root, { maxDepth: 0 });
  const found = repositories.find((one) => one.git && realpathSync(one.location) === root);
  const head = found && readHead(found);
  if (!found || head?.state !== "commit") return undefined;
  const place = placeOf(found, head.commit, signal ? { signal } : {});
  return { root, place, head: head.commit, folder: relative(root, realpathSync(location)).split(sep).join("/") };
}

function rootAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return at;
    if (dirname(at) === at) return undefined;
  }
}

const MOST_BYTES = 64 * 1024 * 1024;

/** What git writes; nothing where it fails. */
export function output(place: GitPlace, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = startGit(place, args);
    const parts: Buffer[] = [];
    let bytes = 0;
    child.stdout.on("data", (part: Buffer) => {
      bytes += part.length;
      if (bytes > MOST_BYTES) child.kill("SIGKILL");
      else parts.push(part);
    });
    child.stderr.resume();
    child.once("error", () => resolve(""));
    child.once("close", (code) => resolve(code === 0 ? Buffer.concat(parts).toString("utf8") : ""));
    child.stdin.end();
  });
}
