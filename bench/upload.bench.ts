// An SBOM of 300,000 components sent to a server on a real PostgreSQL: read as it streams by, judged, kept.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "#store/testing";
import { generateSbom } from "./sbom/generate.ts";

const examples = join(import.meta.dirname, "..", "..", "shared", "cases", "sboms", "cyclonedx-bom-examples");
const COUNT = Number(process.env.ALLMEND_BENCH_COMPONENTS ?? 300_000);

export async function run(): Promise<void> {
  if (!existsSync(examples)) {
    process.stdout.write(`skipped: the real SBOMs to grow a large one from are not at ${examples}\n`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "allmend-upload-"));
  const postgres = await startPostgres();
  try {
    const path = join(folder, "bom.json");
    await generateSbom(examples, path, COUNT);
    const child = join(import.meta.dirname, "server", "take-in.ts");
    const output = execFileSync(process.execPath, [child, await postgres.newDatabase(), path, folder], { encoding: "utf8" });
    const { status, uses, seconds, processor, megabytes } = JSON.parse(output) as Record<string, number>;
    const size = (statSync(path).size / 1e6).toFixed(0);
    process.stdout.write(
      `${COUNT} components (${size} MB): HTTP ${status}, ${uses} uses kept in ${seconds?.toFixed(1)} s (reach: 60; processor of the server ${processor?.toFixed(1)} s; load of the machine ${loadavg()[0]?.toFixed(1)} on 2 cores), ${megabytes?.toFixed(0)} MB at most (reach: 1 GB)\n`,
    );
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
