// Files of other projects at their newest commit, read from copies beside the checkout where there are any; nothing of them is kept.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const mirror = process.env.ALLMEND_MIRROR ?? "/work/.mirror";

/** The bare repository; undefined where it is not there. */
export function mirrored(name: string): string | undefined {
  const folder = join(mirror, name.replace("/", "+"), "repo");
  return existsSync(folder) ? folder : undefined;
}

export function show(repository: string, path: string): Buffer {
  return execFileSync("git", ["-C", repository, "show", `HEAD:${path}`], {
    maxBuffer: 64 * 1024 * 1024,
    stdio: ["ignore", "pipe", "ignore"],
  });
}

export interface Agreement {
  readonly name: string;
  readonly cases: number;
  readonly differences: readonly string[];
}

export function print(title: string, agreements: readonly Agreement[]): void {
  process.stdout.write(`### ${title}\n\n| definition | cases | agree | differ |\n|---|--:|--:|--:|\n`);
  for (const { name, cases, differences } of agreements) {
    process.stdout.write(`| ${name} | ${cases} | ${cases - differences.length} | ${differences.length} |\n`);
  }
  const all = agreements.flatMap(({ name, differences }) => differences.map((difference) => `- ${name}: ${difference}`));
  if (all.length > 0) process.stdout.write(`\nDifferences (their reasons: docs/handbook/checks.md):\n\n${all.join("\n")}\n`);
}
