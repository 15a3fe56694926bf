// The other files of a repository, for tests of readers: in memory, or a folder on disk.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReadContext } from "../lockfiles/types.ts";

/** A context over these files (path → text), with a local Maven cache where one is given. */
export function readContext(files: Readonly<Record<string, string>> = {}, mavenCache?: Readonly<Record<string, string>>): ReadContext {
  const byPath = new Map(Object.entries(files));
  const cached = mavenCache && new Map(Object.entries(mavenCache));
  return {
    text: async (path) => byPath.get(path),
    has: (path) => byPath.has(path),
    named: (name) => [...byPath.keys()].filter((path) => path === name || path.endsWith(`/${name}`)).sort(),
    ending: (suffix) => [...byPath.keys()].filter((path) => path.endsWith(suffix)).sort(),
    ...(cached ? { mavenCache: async (path: string) => cached.get(path) } : {}),
  };
}

/** All files of a folder as text, by path inside it; `keep` says which. */
export function filesOf(folder: string, keep: (path: string) => boolean = () => true): Record<string, string> {
  const files: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    if (entry.isFile() && !path.startsWith(".git/") && keep(path)) files[path] = readFileSync(join(folder, path), "utf8");
  }
  return files;
}
