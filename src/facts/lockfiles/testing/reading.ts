// For tests: a repository in memory or in a folder, read by one format.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { nameOf } from "../shared/paths.ts";
import type { LockfileFormat, ReadContext, Reading } from "../types.ts";

/** A repository that holds these texts by path, with a local Maven cache where one is given. */
export function contextOver(texts: Readonly<Record<string, string>>, mavenCache?: Readonly<Record<string, string>>): ReadContext {
  const byPath = new Map(Object.entries(texts));
  const cached = mavenCache && new Map(Object.entries(mavenCache));
  return {
    text: async (path) => byPath.get(path),
    has: (path) => byPath.has(path),
    named: (name) => [...byPath.keys()].filter((path) => nameOf(path) === name),
    ending: (suffix) => [...byPath.keys()].filter((path) => path.endsWith(suffix)).sort(),
    ...(cached ? { mavenCache: async (path: string) => cached.get(path) } : {}),
  };
}

/** Reads one file of a repository. */
export async function readWith(format: LockfileFormat, path: string, texts: Readonly<Record<string, string>>): Promise<Reading> {
  return format.read({ path, text: texts[path] ?? "" }, contextOver(texts));
}

/** All texts below a folder, by path. */
export function textsIn(folder: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    texts[path.slice(folder.length + 1)] = readFileSync(path, "utf8");
  }
  return texts;
}

/** Where the shared cases of lockfiles lie; undefined where this machine has none. */
export function casesFolder(): string | undefined {
  const folder = join(import.meta.dirname, "..", "..", "..", "..", "..", "shared", "cases", "lockfiles");
  return existsSync(folder) ? folder : undefined;
}
