// The other files of a repository, as readers of lockfiles may see them.
import type { ReadContext } from "../lockfiles/types.ts";
import type { Tree } from "../tree.ts";
import type { MavenCache } from "./maven-cache.ts";

/** One context for all readers of a tree. Links and submodules are not there. */
export function readContext(tree: Tree, mavenCache: MavenCache | undefined): ReadContext {
  const paths = tree.files
    .filter((file) => file.kind === "file")
    .map((file) => file.path)
    .sort();
  const known = new Set(paths);
  let byName: Map<string, string[]> | undefined;
  const bySuffix = new Map<string, readonly string[]>();
  return {
    text: async (path) => (known.has(path) ? tree.text(path) : undefined),
    has: (path) => known.has(path),
    named: (name) => {
      byName ??= namesOf(paths);
      return byName.get(name) ?? [];
    },
    ending: (suffix) => {
      const found = bySuffix.get(suffix) ?? paths.filter((path) => path.endsWith(suffix));
      bySuffix.set(suffix, found);
      return found;
    },
    ...(mavenCache ? { mavenCache } : {}),
  };
}

function namesOf(paths: readonly string[]): Map<string, string[]> {
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const known = byName.get(name);
    if (known) known.push(path);
    else byName.set(name, [path]);
  }
  return byName;
}
