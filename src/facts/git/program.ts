// Where the git program is: an absolute path, looked up once, never in a folder that is being scanned or relative to one.
import { spawnSync } from "node:child_process";
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { devNull } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";
import { AllmendError } from "#kit";
import { isInside } from "./inside.ts";

export interface GitProgram {
  /** Absolute. */
  readonly path: string;
  /** Whether one process answers for sizes and contents (`cat-file --batch-command`, git 2.36). */
  readonly batchCommand: boolean;
}

const NAMES = process.platform === "win32" ? ["git.exe"] : ["git"];
const known = new Map<string, GitProgram>();

/** Git as found on the PATH, outside `root`. Throws `git-not-found` (blame `input`). */
export function gitProgram(root: string): GitProgram {
  const cached = known.get(root);
  if (cached) return cached;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    for (const name of NAMES) {
      const path = executable(join(folder, name));
      if (path === undefined || isInside(root, path)) continue;
      const program = [...known.values()].find((other) => other.path === path) ?? { path, batchCommand: isAtLeast(path, 2, 36) };
      known.set(root, program);
      return program;
    }
  }
  throw new AllmendError("git-not-found", "input", "The git program is not on the PATH", {
    hint: "Install git; repositories are read with it.",
  });
}

function executable(path: string): string | undefined {
  try {
    const real = realpathSync.native(path);
    if (!statSync(real).isFile()) return undefined;
    accessSync(real, constants.X_OK);
    return real;
  } catch {
    return undefined;
  }
}

function isAtLeast(path: string, major: number, minor: number): boolean {
  const { stdout } = spawnSync(path, ["version"], {
    encoding: "latin1",
    timeout: 10_000,
    cwd: "/",
    env: { LC_ALL: "C", GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_SYSTEM: devNull },
    windowsHide: true,
  });
  const version = /(\d+)\.(\d+)/.exec(stdout ?? "");
  const [found, second] = [Number(version?.[1] ?? 0), Number(version?.[2] ?? 0)];
  return found > major || (found === major && second >= minor);
}
