// Histories, beside git printing the same fields: cold, unchanged, with 100 new commits, a million tags; releases owning their commits. Takes the folder of
// repositories in ALLMEND_REPOSITORIES; without it, the projects that were fetched beside this repository.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type FoundRepository, findRepositories, type History, openCache, readHistory, releasesOwning } from "#facts";

const NAMES = (process.env.ALLMEND_BENCH_NAMES ?? "fastify,curl,git,renovate").split(",");
const FIELDS = "--format=%H%n%P%n%an%n%ae%n%at%n%ai%n%cn%n%ce%n%ct%n%ci%n%B";
const ROUNDS = 3;
/** Along the first parents. */
const STEPS = [1, 10, 100, 1000];
const TAGS = 1_000_000;

export async function run(): Promise<void> {
  const folder = resolve(process.env.ALLMEND_REPOSITORIES ?? join(import.meta.dirname, "../../.mirror"));
  if (!existsSync(folder)) return say(`skipped: there is no folder ${folder}; name one in ALLMEND_REPOSITORIES\n`);
  const { repositories } = await findRepositories(folder);
  const scratch = mkdtempSync(join(tmpdir(), "allmend-bench-"));
  try {
    say(
      "Milliseconds, the best of three (unchanged: of our own processor time, since no git runs); `git log -z` prints the same fields into a pipe that nobody reads closely, in the same run.\n\n",
    );
    say(
      "| repository | commits | git log | cold | ratio | unchanged | releases | owning them | memory, MB |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n",
    );
    for (const name of NAMES) {
      const found = repositories.find(({ id, location }) => id.includes(`+${name}/`) || location.endsWith(`/${name}`));
      if (found) await measure(name, found, scratch);
    }
    const git = repositories.find(({ id }) => id.startsWith("git+git"));
    if (git) await grow(git, scratch);
    await manyTags(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function measure(name: string, found: FoundRepository, scratch: string): Promise<void> {
  let [log, cold, unchanged] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let history: History | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    log = Math.min(log, (await timed(() => gitLog(found)))[1]);
    const cache = await openCache(join(scratch, `${name}-${round}`));
    const first = await timed(() => readHistory(found, { cache }));
    cold = Math.min(cold, first[1]);
    history = first[0];
    for (let again = 0; again < 3 * ROUNDS; again += 1)
      unchanged = Math.min(unchanged, await processor(() => readHistory(found, { cache })));
  }
  if (!history) return;
  const releases = history.tags.map(({ commit, time }) => ({ commit, time }));
  const [, owning] = await timed(async () => releasesOwning(history, releases));
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
  const cells = [log, cold].map((ms) => ms.toFixed(0));
  say(
    `| ${name} | ${history.count} | ${cells.join(" | ")} | ${(cold / log).toFixed(2)} | ${unchanged.toFixed(0)} | ${releases.length} | ${owning.toFixed(0)} | ${memory} |\n`,
  );
}

/** The pipe is emptied as it comes: what a reader pays that does nothing. */
async function gitLog(found: FoundRepository): Promise<void> {
  await new Promise<void>((done, fail) => {
    const git = spawn("git", ["-C", found.git?.common ?? found.location, "log", "-z", FIELDS, "HEAD", "--tags"]);
    git.stdout.on("data", () => {});
    git.once("error", fail);
    git.once("close", () => done());
  });
}

/** The same repository some commits ago, then with more and more of them: what a run costs and writes that has only so much to read. */
async function grow(source: FoundRepository, scratch: string): Promise<void> {
  const folder = join(scratch, "grown", "git");
  const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" }).trim();
  execFileSync("git", ["clone", "-q", "--bare", "--single-branch", "--no-tags", source.git?.common ?? source.location, folder]);
  const line = git("rev-list", "--first-parent", "HEAD").split("\n");
  const branch = git("symbolic-ref", "HEAD");
  const [found] = (await findRepositories(join(scratch, "grown"))).repositories;
  if (!found) return;
  const kept = join(scratch, "grown-cache");
  const cache = await openCache(kept);
  say(
    "\ngit/git as it grows:\n\n| more commits | ms | our processor, ms | written, KB | then unchanged, processor, ms |\n|---:|---:|---:|---:|---:|\n",
  );
  let back = STEPS.reduce((sum, step) => sum + step, 0);
  let count = 0;
  for (const step of [0, ...STEPS]) {
    back -= step;
    git("update-ref", branch, line[back] as string);
    const before = bytesIn(kept);
    const used = process.cpuUsage();
    const [history, ms] = await timed(() => readHistory(found, { cache }));
    const { user, system } = process.cpuUsage(used);
    let unchanged = Number.POSITIVE_INFINITY;
    for (let again = 0; again < ROUNDS; again += 1) unchanged = Math.min(unchanged, await processor(() => readHistory(found, { cache })));
    const more = (history?.count ?? 0) - count;
    count = history?.count ?? 0;
    const written = (bytesIn(kept) - before) / 1024;
    say(`| ${more} | ${[ms, (user + system) / 1000, written, unchanged].map((value) => value.toFixed(0)).join(" | ")} |\n`);
  }
}

function bytesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

async function manyTags(scratch: string): Promise<void> {
  const folder = join(scratch, "tags", "one");
  const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" }).trim();
  execFileSync("git", ["init", "-q", "--bare", folder]);
  const tree = git("hash-object", "-t", "tree", "-w", "--stdin");
  const commit = git("-c", "user.name=A", "-c", "user.email=a@b.c", "commit-tree", tree, "-m", "one");
  git("update-ref", git("symbolic-ref", "HEAD"), commit);
  const lines = Array.from({ length: TAGS }, (_, at) => `${commit} refs/tags/v${String(at).padStart(7, "0")}\n`);
  writeFileSync(join(folder, "packed-refs"), `# pack-refs with: peeled fully-peeled sorted \n${lines.join("")}`);
  const [found] = (await findRepositories(join(scratch, "tags"))).repositories;
  if (!found) return;
  const [history, ms] = await timed(() => readHistory(found));
  say(`\n${history?.tags.length} tags: ${ms.toFixed(0)} ms, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB\n`);
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  return [await work(), performance.now() - start];
}

/** Milliseconds of processor: other work on the machine does not count. */
async function processor(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function say(text: string): void {
  process.stdout.write(text);
}
