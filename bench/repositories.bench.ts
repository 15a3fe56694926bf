// Finding, opening and judging real repositories, beside git alone doing the least that it could: listing the same commits.
// Takes the folder in ALLMEND_REPOSITORIES; without it, the projects that were fetched beside this repository.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { collectRepositoryFacts, type FoundRepository, findRepositories, headOf, openGitTree } from "#facts";

export async function run(): Promise<void> {
  const folder = resolve(process.env.ALLMEND_REPOSITORIES ?? join(import.meta.dirname, "../../.mirror"));
  if (!existsSync(folder)) {
    process.stdout.write(`skipped: there is no folder ${folder}; name one in ALLMEND_REPOSITORIES\n`);
    return;
  }
  const [found, finding] = await timed(() => findRepositories(folder));
  const repositories = found.repositories.filter((one) => headOf(one) !== undefined).slice(0, 25);
  const [, heads] = await timed(async () => repositories.map(headOf));
  await openAll(repositories, false); // what is on disk should be in memory for all
  const [, git] = await timed(async () => repositories.map(listWithGit));
  const [files, opening] = await timed(() => openAll(repositories, false));
  const [, facts] = await timed(() => openAll(repositories, true));
  const rows: [string, number][] = [
    ["`git ls-tree -r HEAD`, one after the other", git],
    ["find repositories", finding],
    ["read their heads (all that an unchanged one needs)", heads],
    ["open them at HEAD, sizes included, two at a time", opening],
    ["open them and collect the facts of their files", facts],
  ];
  process.stdout.write(`${repositories.length} repositories, ${files} files\n\n| what | ms | ratio |\n|---|---:|---:|\n`);
  for (const [what, ms] of rows) process.stdout.write(`| ${what} | ${ms.toFixed(0)} | ${(ms / git).toFixed(2)} |\n`);
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  return [await work(), performance.now() - start];
}

function listWithGit(found: FoundRepository): number {
  return execFileSync("git", ["-C", found.location, "ls-tree", "-r", "HEAD"], { maxBuffer: 512 * 1024 * 1024 }).length;
}

async function openAll(repositories: readonly FoundRepository[], withFacts: boolean): Promise<number> {
  let next = 0;
  let files = 0;
  const worker = async () => {
    for (let found = repositories[next++]; found; found = repositories[next++]) {
      const tree = await openGitTree(found);
      files += tree.files.length;
      if (withFacts) await collectRepositoryFacts(tree);
      await tree.close();
    }
  };
  await Promise.all([worker(), worker()]);
  return files;
}
