// What stands in the way of a new file: something of that name, or a file or a link where its folder would be. git would refuse the whole patch.
import { findRepositories, openFolderTree, openGitTree, type Tree } from "#facts";
import { homeFolder } from "../environment.ts";

/** Whether a path cannot be written in the repository of this folder. File systems that do not tell cases apart are thought of. */
export async function takenPaths(folder: string): Promise<(path: string) => boolean> {
  const { repositories } = await findRepositories(folder);
  const [found] = repositories;
  if (!found) return () => false;
  const tree =
    found.kind === "git" ? await openGitTree(found, { scratch: homeFolder("shadow") }) : await openFolderTree(found.location, found.id);
  try {
    return takenIn(tree.files);
  } finally {
    await tree.close();
  }
}

export function takenIn(files: Pick<Tree, "files">["files"]): (path: string) => boolean {
  const folders = new Set<string>();
  const leaves = new Set<string>();
  for (const { path } of files) {
    const parts = path.toLowerCase().split("/");
    leaves.add(parts.join("/"));
    for (let end = 1; end < parts.length; end += 1) folders.add(parts.slice(0, end).join("/"));
  }
  return (path) => {
    const parts = path.toLowerCase().split("/");
    const above = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("/"));
    return folders.has(parts.join("/")) || leaves.has(parts.join("/")) || above.some((folder) => leaves.has(folder));
  };
}
