import type { Tree } from "../tree.ts";
import { findRepositories } from "../git/discover.ts";
import { type GitTreeOptions, openGitTree } from "../git/git-tree.ts";

export async function found(root: string, id: string) {
  const repository = (await findRepositories(root)).repositories.find((one) => one.id === id);
  if (!repository) throw new Error(`${id} was not found in ${root}`);
  return repository;
}

export async function withTree<T>(root: string, id: string, use: (tree: Tree) => Promise<T>, options: GitTreeOptions = {}): Promise<T> {
  const tree = await openGitTree(await found(root, id), options);
  try {
    return await use(tree);
  } finally {
    await tree.close();
  }
}

export const codes = (tree: Tree) => tree.problems.map((problem) => problem.code);
