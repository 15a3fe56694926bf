// How fast licences are identified: in process over the shared cases and over the licence files of the installed packages, and beside licensecheck where it is installed.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { identifyBytes, identifyPaths, isLicenseFile } from "../src/facts/licenses/index.ts";
import { licenseCases } from "./accuracy/licenses.ts";
import { hasLicensecheck, runLicensecheck } from "./licensecheck.ts";

const modules = join(import.meta.dirname, "../node_modules");

export async function run(): Promise<void> {
  const start = performance.now();
  identifyBytes(Buffer.from("MIT License"));
  process.stdout.write(`First answer, loading of the index included: ${(performance.now() - start).toFixed(0)} ms\n\n`);
  process.stdout.write("| files | count | MB | files/s | MB/s |\n|---|--:|--:|--:|--:|\n");
  const shared = licenseCases()?.map(({ content }) => content);
  if (shared) measure("shared cases", shared);
  measure("licence files of installed packages", installedLicenses());
  if (shared) await besideLicensecheck(shared);
  else process.stdout.write("\nskipped: ../shared/cases/licenses is not there\n");
}

/** The best of several passes, in seconds of one core: other work on the machine does not count. */
function measure(title: string, files: readonly Uint8Array[]): void {
  let best = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < 8; pass++) {
    const start = process.cpuUsage();
    for (const file of files) identifyBytes(file);
    const used = process.cpuUsage(start);
    best = Math.min(best, (used.user + used.system) / 1000);
  }
  const megabytes = files.reduce((sum, file) => sum + file.length, 0) / 1e6;
  const row = [title, files.length, megabytes.toFixed(1), Math.round((files.length / best) * 1000), ((megabytes / best) * 1000).toFixed(1)];
  process.stdout.write(`| ${row.join(" | ")} |\n`);
}

function installedLicenses(): Uint8Array[] {
  const packages = readdirSync(modules, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name.startsWith(".")) return [];
    const folder = join(modules, entry.name);
    return entry.name.startsWith("@") ? readdirSync(folder).map((name) => join(folder, name)) : [folder];
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
