// Secrets in a whole history beside git streaming all objects to a reader that does nothing; then again, when nothing is new. ALLMEND_BENCH_SECRETS names the repository.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { openCache } from "../src/facts/cache.ts";
import { findRepositories } from "../src/facts/git/discover.ts";
import { headOf } from "../src/facts/git/head.ts";
import { secretsInHistory } from "../src/facts/secrets/index.ts";

const repository = process.env.ALLMEND_BENCH_SECRETS ?? "/work/.mirror/fastify+fastify/repo";

export async function run(): Promise<void> {
  if (!existsSync(repository)) {
    process.stdout.write(`skipped: ${repository} is not there\n`);
    return;
  }
  const [found] = (await findRepositories(repository)).repositories;
  const head = found && (await headOf(found))?.commit;
  if (!found || head === undefined) throw new Error(`${repository} is no repository`);
  const folder = mkdtempSync(join(tmpdir(), "allmend-secrets-"));
  try {
    const cache = await openCache(join(folder, "cache"));
    const search = () => secretsInHistory(found, head, { folder: join(folder, "blobs"), cache });
    const [streaming, bytes] = await timed(() => stream(repository));
    const [first, result] = await timed(search);
    const [again] = await timed(search);
    const row = (name: string, seconds: number, note: string) =>
      process.stdout.write(`| ${name} | ${seconds.toFixed(1)} s | ${(seconds / streaming).toFixed(2)} | ${note} |\n`);
    process.stdout.write(`${repository}, load ${loadavg()[0]?.toFixed(1)}\n\n| | time | × git | |\n|---|--:|--:|---|\n`);
    row("git cat-file --batch-all-objects --batch", streaming, `${(bytes / 1e6).toFixed(0)} MB of all kinds`);
    row(
      "secrets in the whole history",
      first,
      `${result.read} blobs, ${result.findings.length} findings, ${result.forShow} in tests and samples; to reach: 3`,
    );
    row("again, nothing new", again, `${Math.round(process.memoryUsage.rss() / 1e6)} MB resident`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed<T>(action: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now();
  const value = await action();
  return [(performance.now() - started) / 1000, value];
}

function stream(folder: string): Promise<number> {
  const git = spawn("git", ["-C", folder, "cat-file", "--batch", "--batch-all-objects", "--unordered", "--buffer"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let bytes = 0;
  git.stdout.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  return new Promise((done) => git.once("close", () => done(bytes)));
}
