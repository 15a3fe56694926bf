// The forms of a result, and how much they cost as an organisation grows: time beside JSON.stringify of the same result, size, memory.
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { render, resultFormats } from "#publish";
import type { ScanResult } from "#scan";
import { largeResult } from "../src/publish/testing/large.ts";

const SIZES = [1000, 10_000, 100_000];
const MOST_USES = 1_000_000;

export async function run(): Promise<void> {
  const lines = ["| components, uses and findings | form | size | time | beside JSON.stringify |", "|--:|---|--:|--:|--:|"];
  for (const size of SIZES) {
    const result = largeResult(size);
    const base = time(() => JSON.stringify(result).length);
    for (const format of resultFormats) {
      const started = performance.now();
      let length = 0;
      for (const piece of await render(result, format, "en")) length += piece.length;
      const spent = performance.now() - started;
      lines.push(`| ${size} | ${format} | ${megabytes(length)} | ${spent.toFixed(0)} ms | ${(spent / base).toFixed(1)} × |`);
    }
  }
  process.stdout.write(`${lines.join("\n")}\n\n${await million()}`);
}

/** A document that no string could hold. */
async function million(): Promise<string> {
  const result: ScanResult = { ...largeResult(MOST_USES), findings: [], verdicts: [] };
  const before = process.memoryUsage.rss();
  let most = before;
  let size = 0;
  const file = join(tmpdir(), `allmend-bench-${process.pid}.json`);
  const started = performance.now();
  const pieces = await render(result, "json", "en");
  const watched = Readable.from(
    (function* () {
      for (const piece of pieces) {
        size += piece.length;
        most = Math.max(most, process.memoryUsage.rss());
        yield piece;
      }
    })(),
  );
  await pipeline(watched, createWriteStream(file));
  const spent = performance.now() - started;
  await rm(file);
  return `JSON of ${MOST_USES} uses, written to a file: ${megabytes(size)} in ${(spent / 1000).toFixed(1)} s, with ${megabytes(most - before)} more memory than the result itself.\n`;
}

function time(work: () => number): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
