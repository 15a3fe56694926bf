// How fast licences are identified: in process over the shared cases and over the licence files of the installed packages, and beside licensecheck where it is installed.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { identifyBytes, identifyPaths, isLicenseFile } from "../src/facts/licenses/index.ts";
import { emptyWords, scanWords } from "../src/facts/licenses/identify/index/words.ts";
import { licenseCases } from "./accuracy/licenses.ts";
import { hasLicensecheck, runLicensecheck } from "./licensecheck.ts";

const modules = join(import.meta.dirname, "../node_modules");

export async function run(): Promise<void> {
  const start = performance.now();
  identifyBytes(Buffer.from("MIT License"));
  process.stdout.write(`First answer, loading of the index included: ${(performance.now() - start).toFixed(0)} ms\n\n`);
  process.stdout.write("| files | count | MB | files/s | MB/s |\n|---|--:|--:|--:|--:|\n");
  const shared = licenseCases()?.map(({ content }) => content);
  const installed = installedLicenses();
  for (const [title, files] of [
    ["shared cases", shared ?? []],
    ["licence files of installed packages", installed],
  ] as const)
    if (files.length > 0) measure(title, files);
  floor(shared ?? installed);
  if (shared) await besideLicensecheck(shared);
  else process.stdout.write("\nskipped: ../shared/cases/licenses is not there\n");
}

function measure(title: string, files: readonly Uint8Array[]): void {
  const best = bestOf(files, (file) => identifyBytes(file));
  const megabytes = megabytesOf(files);
  const row = [title, files.length, megabytes.toFixed(1), Math.round((files.length / best) * 1000), ((megabytes / best) * 1000).toFixed(1)];
  process.stdout.write(`| ${row.join(" | ")} |\n`);
}

/** What cannot be saved: every byte is looked at once, and cut into words once. Says how far identification is from either. */
function floor(files: readonly Uint8Array[]): void {
  const words = emptyWords();
  const bytes = bestOf(files, (file) => {
    let sum = 0;
    for (let at = 0; at < file.length; at++) sum += file[at] as number;
    return sum;
  });
  const cut = bestOf(files, (file) => scanWords(file, words));
  const whole = bestOf(files, (file) => identifyBytes(file));
  const speed = (ms: number): string => `${Math.round(megabytesOf(files) / (ms / 1000)).toLocaleString("en")} MB/s`;
  const times = (ms: number): string => `${(whole / ms).toFixed(1)} times`;
  process.stdout.write(
    `\nThe least that it could take: one look at every byte (${speed(bytes)}; identification takes ${times(bytes)} as long), one pass that cuts them into words (${speed(cut)}; ${times(cut)} as long).\n`,
  );
}

/** The best of several passes, in milliseconds of one core: other work on the machine does not count. */
function bestOf(files: readonly Uint8Array[], work: (file: Uint8Array) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < 10; pass++) {
    const start = process.cpuUsage();
    for (const file of files) work(file);
    const used = process.cpuUsage(start);
    best = Math.min(best, (used.user + used.system) / 1000);
  }
  return best;
}

function megabytesOf(files: readonly Uint8Array[]): number {
  return files.reduce((sum, file) => sum + file.length, 0) / 1e6;
}

function installedLicenses(): Uint8Array[] {
  const packages = readdirSync(modules, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name.startsWith(".")) return [];
    const folder = join(modules, entry.name);
    return entry.name.startsWith("@")
      ? readdirSync(folder)
          .map((name) => join(folder, name))
          .filter((path) => existsSync(path))
      : [folder];
  });
  return packages.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && isLicenseFile(entry.name))
      .map((entry) => readFileSync(join(folder, entry.name))),
  );
}

async function besideLicensecheck(contents: readonly Uint8Array[]): Promise<void> {
  if (!hasLicensecheck()) {
    process.stdout.write("\nlicensecheck is not installed; nothing to put beside.\n");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "allmend-bench-"));
  try {
    const paths = contents.map((content, at) => {
      const path = join(folder, `${at}`);
      writeFileSync(path, content);
      return path;
    });
    const start = process.cpuUsage();
    for await (const _ of identifyPaths(paths));
    const used = process.cpuUsage(start);
    const ours = (used.user + used.system) / 1000;
    const theirs = runLicensecheck(paths, ["-l", "0"])?.ms ?? 0;
    const speed = (ms: number): string => Math.round((paths.length / ms) * 1000).toLocaleString("en");
    process.stdout.write(
      `\nThe same ${paths.length} files from disk, one run each, in seconds of one core: allmend ${speed(ours)} files a second, licensecheck ${speed(theirs)}: ${(theirs / ours).toFixed(0)} times as long.\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
