// An SBOM of 300,000 components: time and memory to a merged list. Dependency-Track fails at this size with 48 GB.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateSbom } from "./sbom/generate.ts";

const examples = join(import.meta.dirname, "..", "..", "shared", "cases", "sboms", "cyclonedx-bom-examples");

interface Measured {
  readonly components: number;
  readonly seconds: number;
  readonly megabytes: number;
}

export async function run(): Promise<void> {
  if (!existsSync(examples)) {
    process.stdout.write(`skipped: the real SBOMs to grow a large one from are not at ${examples}\n`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "allmend-sbom-"));
  try {
    process.stdout.write(
      "| components | size | ours | memory | reach | ours : JSON.parse alone, time | memory |\n|--:|--:|--:|--:|---|--:|--:|\n",
    );
    for (const count of [30_000, 300_000]) {
      const path = join(folder, `bom-${count}.json`);
      await generateSbom(examples, path, count);
      const ours = measured(path, "stream");
      const parse = measured(path, "parse");
      const reach = count === 300_000 ? "≤ 20 s, ≤ 1 GB" : "";
      const peer = ratios(ours, parse);
      const size = `${(statSync(path).size / 1e6).toFixed(0)} MB`;
      const found = ours
        ? [ours.components, size, `${ours.seconds.toFixed(1)} s`, `${ours.megabytes.toFixed(0)} MB`]
        : [count, size, "failed", ""];
      process.stdout.write(`| ${[...found, reach, ...peer].join(" | ")} |\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Beside the least that any reader of the whole file takes: parsing it, without looking at or joining anything. */
function ratios(ours: Measured | undefined, parse: Measured | undefined): readonly string[] {
  if (!ours || !parse) return ["it cannot: longer than a text may be", ""];
  return [`${(ours.seconds / parse.seconds).toFixed(1)} : 1`, `${(ours.megabytes / parse.megabytes).toFixed(1)} : 1`];
}

function measured(path: string, how: "stream" | "parse"): Measured | undefined {
  try {
    const output = execFileSync(process.execPath, [join(import.meta.dirname, "sbom", "read-large.ts"), path, how], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", how === "parse" ? "ignore" : "inherit"],
    });
    return JSON.parse(output) as Measured;
  } catch {
    return undefined;
  }
}
