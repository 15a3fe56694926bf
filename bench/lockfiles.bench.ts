// Reading a large package-lock: lines, edges, scopes and the inventory made of it, beside the engine's own JSON.parse of the same text.
// Real files come from projects fetched beside this repository, or from ALLMEND_LOCKFILES (paths, separated as in PATH).
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, join } from "node:path";
import { collectInventory } from "#facts";
import { npmPackageLock } from "../src/facts/lockfiles/npm-package-lock/npm-package-lock.ts";
import { contextOver } from "../src/facts/lockfiles/testing/reading.ts";
import { memoryTree } from "../src/facts/testing/memory-tree.ts";

interface Sample {
  readonly name: string;
  readonly text: string;
}

const ROUNDS = 60;

// Commits at which these projects had their longest lockfiles.
const KNOWN: readonly (readonly [repository: string, commit: string])[] = [
  ["jellyfin+jellyfin-web", "eaba08c2295a5c4d2fd74fef4e71cb5203a07e8d"],
  ["prebid+Prebid.js", "d285f79ac090f02ca5d05c42716ce89b57264d2b"],
];

export async function run(): Promise<void> {
  const samples = [...namedSamples(), ...fetchedSamples(), grownSample(), oldSample()];
  process.stdout.write(
    "In process, processor time (all threads, the garbage collector's too), the best of many rounds: other work on the machine shows least in it.\n\n",
  );
  process.stdout.write(
    "| lockfile | lines | packages | JSON.parse ms | read | whole inventory | to reach |\n|---|--:|--:|--:|--:|--:|--:|\n",
  );
  for (const sample of samples) process.stdout.write(await row(sample));
  process.stdout.write(`\n${await commands(samples[0] ?? grownSample())}\n`);
}

function namedSamples(): Sample[] {
  return (process.env["ALLMEND_LOCKFILES"] ?? "")
    .split(delimiter)
    .filter((path) => path !== "")
    .map((path) => ({ name: basename(path), text: readFileSync(path, "utf8") }));
}

function fetchedSamples(): Sample[] {
  return KNOWN.flatMap(([repository, commit]) => {
    const folder = join(import.meta.dirname, "..", "..", ".mirror", repository, "repo");
    if (!existsSync(folder)) return [];
    try {
      const git = ["--git-dir", folder, "show", `${commit}:package-lock.json`];
      const text = execFileSync("git", git, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
      const modern = JSON.parse(text);
      delete modern.dependencies;
      // Version 3 is version 2 without its second half.
      return [
        { name: `${repository} (version 2)`, text },
        { name: `${repository} (as version 3)`, text: `${JSON.stringify({ ...modern, lockfileVersion: 3 }, undefined, 2)}\n` },
      ];
    } catch {
      return [];
    }
  });
}

/** Our own lockfile, copied into many workspaces until it is long enough. */
function grownSample(): Sample {
  const ours = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package-lock.json"), "utf8"));
  const packages: Record<string, unknown> = { "": { name: "grown", workspaces: ["w*"] } };
  for (let copy = 0; Object.keys(packages).length < 4000; copy += 1) {
    packages[`w${copy}`] = { name: `w${copy}`, version: "1.0.0", dependencies: ours.packages[""].dependencies };
    for (const [location, entry] of Object.entries(ours.packages)) {
      if (!location.startsWith("node_modules/")) continue;
      const name = location.slice(location.lastIndexOf("node_modules/") + "node_modules/".length);
      const resolved = `https://registry.npmjs.org/${name}/-/${basename(name)}-${copy}.0.0.tgz`;
      packages[`w${copy}/${location}`] = { ...(entry as object), version: `${copy}.0.0`, resolved };
    }
  }
  return { name: "our own, copied", text: `${JSON.stringify({ name: "grown", lockfileVersion: 3, packages }, undefined, 2)}\n` };
}

interface OldEntry {
  version: string;
  dependencies?: Record<string, OldEntry>;
  [field: string]: unknown;
}

/** The same packages as lockfile version 1 has them: nested, without a root. */
function oldSample(): Sample {
  const ours = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package-lock.json"), "utf8"));
  const dependencies: Record<string, OldEntry> = {};
  for (let copy = 0; copy < 30; copy += 1) {
    for (const [location, entry] of Object.entries<Record<string, unknown>>(ours.packages)) {
      if (!location.startsWith("node_modules/") || entry["link"] === true) continue;
      const names = location.split("node_modules/").slice(1);
      let level = dependencies;
      for (const name of names.slice(0, -1)) {
        const holder = (level[`${name.replace(/\/$/, "")}-${copy}`] ??= { version: "0.0.0" });
        level = holder.dependencies ??= {};
      }
      const { version, resolved, integrity, dev, dependencies: asks = {} } = entry;
      const requires = Object.fromEntries(Object.entries(asks as object).map(([name, range]) => [`${name}-${copy}`, range]));
      level[`${names.at(-1)}-${copy}`] = { version: String(version), resolved, integrity, dev, requires };
    }
  }
  return { name: "our own, as version 1", text: `${JSON.stringify({ name: "old", lockfileVersion: 1, dependencies }, undefined, 2)}\n` };
}

async function row({ name, text }: Sample): Promise<string> {
  const path = "package-lock.json";
  const context = contextOver({});
  const parse = await best(() => JSON.parse(text));
  const read = await best(() => npmPackageLock.read({ path, text }, context));
  const tree = memoryTree({ [path]: text });
  const whole = await best(() => collectInventory(tree));
  const { components } = await collectInventory(tree);
  const again = Math.min(parse, await best(() => JSON.parse(text)));
  const ratio = (ms: number): string => `${(ms / again).toFixed(2)} ×`;
  return `| ${name} | ${text.split("\n").length - 1} | ${components.length} | ${again.toFixed(1)} | ${ratio(read)} | ${ratio(whole)} | 3 × |\n`;
}

async function best(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}

/** The whole command beside npm's own list of the same file. */
async function commands({ name, text }: Sample): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "allmend-bench-"));
  try {
    const root = JSON.parse(text).packages?.[""] ?? {};
    writeFileSync(join(folder, "package-lock.json"), text);
    writeFileSync(join(folder, "package.json"), JSON.stringify(root));
    const ours = wall(
      process.execPath,
      [join(import.meta.dirname, "..", "bin", "allmend.mjs"), "inventory", join(folder, "package-lock.json")],
      folder,
    );
    const npm = wall("npm", ["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"], folder);
    if (ours === undefined || npm === undefined)
      return `The whole command: not measured (${ours === undefined ? "allmend" : "npm sbom"} does not run on ${name}).`;
    return `The whole command on ${name}: ${ours.toFixed(0)} ms, \`npm sbom --package-lock-only\` ${npm.toFixed(0)} ms: ${(ours / npm).toFixed(2)} × (to reach: 0.25 ×).`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The best of three runs in milliseconds; undefined where it fails. */
function wall(program: string, args: readonly string[], cwd: string): number | undefined {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const start = performance.now();
    try {
      execFileSync(program, args, { cwd, stdio: ["ignore", "ignore", "ignore"], maxBuffer: 1 << 28 });
    } catch {
      return undefined;
    }
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
