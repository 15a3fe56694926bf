// Every lockfile and manifest format that Allmend reads: one import and one line each, in alphabetical order.
import { bunLock } from "./bun-lock/bun-lock.ts";
import { denoJson } from "./deno-json/deno-json.ts";
import { denoLock } from "./deno-lock/deno-lock.ts";
import { npmPackageLock } from "./npm-package-lock/npm-package-lock.ts";
import { packageJson } from "./package-json/package-json.ts";
import { pnpm } from "./pnpm/pnpm.ts";
import type { LockfileFormat } from "./types.ts";
import { yarn } from "./yarn/yarn.ts";

export const formats: readonly LockfileFormat[] = [bunLock, denoJson, denoLock, npmPackageLock, packageJson, pnpm, yarn];

const byName = new Map<string, LockfileFormat>();
for (const format of formats) for (const name of format.names ?? []) if (!byName.has(name)) byName.set(name, format);
const byMatch = formats;

/** The format of a path by its name alone, or undefined. A format's `names` win over another's `matches`. */
export function formatFor(path: string): LockfileFormat | undefined {
  const named = byName.get(path.slice(path.lastIndexOf("/") + 1));
  if (named) return named;
  return byMatch.find((format) => format.matches(path));
}
