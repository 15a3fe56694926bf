// Where the git program is: an absolute path, looked up once, never in a folder that is being scanned or relative to one.
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { AllmendError } from "#kit";
import { isInside } from "./inside.ts";

const NAMES = process.platform === "win32" ? ["git.exe"] : ["git"];
const known = new Map<string, string>();

/** Absolute path of git, outside `root`. Throws `git-not-found` (blame `input`). */
export function gitProgram(root: string): string {
  const cached = known.get(root);
  if (cached !== undefined) return cached;
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    if (!isAbsolute(folder)) continue;
    for (const name of NAMES) {
      const program = executable(join(folder, name));
      if (program === undefined || isInside(root, program)) continue;
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
