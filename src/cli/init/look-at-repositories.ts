// Repositories as proposals look at them: their trees, opened as a scan opens them.
import { findRepositories, openFolderTree, openGitTree, type Tree } from "#facts";
import type { Problem } from "#kit";
import type { FoundRepository } from "#program";
import { homeFolder } from "../environment.ts";

export interface LookedAt {
  readonly repositories: readonly FoundRepository[];
  readonly problems: readonly Problem[];
  close(): Promise<void>;
}

export async function lookAtRepositories(folders: readonly string[]): Promise<LookedAt> {
  const trees: Tree[] = [];
  const problems: Problem[] = [];
  for (const folder of folders) {
    const found = await findRepositories(folder);
    problems.push(...found.problems.filter((problem) => problem.severity !== "error"));
    for (const repository of found.repositories) {
      try {
        trees.push(
          repository.kind === "git"
            ? await openGitTree(repository, { scratch: homeFolder("shadow") })
            : await openFolderTree(repository.location, repository.id),
        );
      } catch (error) {
        // A repository that cannot be read can still be named by hand; the others are proposed.
        problems.push({
          code: "repository-unreadable",
          severity: "warning",
          file: repository.id,
          message: error instanceof Error ? error.message : String(error),
        });
      }
    }
  }
  // A folder without a file, or a repository without a commit, delivers nothing.
  const filled = trees.filter((tree) => tree.files.length > 0);
  const repositories = filled.map((tree) => ({
    id: tree.id,
    ...(tree.origin === undefined ? {} : { origin: tree.origin }),
    files: tree.files.filter((file) => file.kind === "file").map((file) => file.path),
    text: (path: string) => tree.text(path),
  }));
  return { repositories, problems, close: async () => void (await Promise.all(trees.map((tree) => tree.close()))) };
}
