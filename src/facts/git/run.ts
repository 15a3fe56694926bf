// Running git: no shell, an absolute program, our environment, bounded in time and output, ended when we end.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { gitProgram } from "./program.ts";
import { environmentFor, type ObjectFormat, shadowFor } from "./shadow.ts";

/** A repository as git is allowed to see it. */
export interface GitPlace {
  /** The scanned folder: git itself must not come from there. */
  readonly root: string;
  readonly format: ObjectFormat;
  /** Vetted object store (see `objectStore`). */
  readonly objects: string;
  /** Vetted file with the commits at which the history was cut. */
  readonly shallow?: string;
  /** Folder for shadow git directories. */
  readonly scratch?: string;
  readonly signal?: AbortSignal;
}

const alive = new Set<ChildProcessWithoutNullStreams>();
process.once("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

/** Starts git in the shadow of this place. The caller ends it. */
export function startGit(place: GitPlace, args: readonly string[]): ChildProcessWithoutNullStreams {
  const shadow = shadowFor(place.format, place.scratch);
  const child = spawn(gitProgram(place.root).path, args, {
    cwd: shadow,
    env: environmentFor(shadow, place.objects, place.shallow),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
    ...(place.signal ? { signal: place.signal, killSignal: "SIGKILL" as const } : {}),
  });
  alive.add(child);
  child.once("close", () => alive.delete(child));
  // Writing to a git that has died must not end us: its exit says what happened.
  child.stdin.on("error", () => {});
  return child;
}
