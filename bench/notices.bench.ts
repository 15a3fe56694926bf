// Notices of a real product beside license-checker-rseidelsohn and generate-license-file: is every package accounted for, is each text there once, how long does it take.
// ALLMEND_BENCH_PRODUCT: a folder with a package-lock.json and its node_modules; ALLMEND_BENCH_TOOLS: a folder where the two are installed. Neither is a dependency of ours.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
/** A sentence of the MIT licence: how often it stands in a document says how often the text does. */
const MIT =
  "permission is hereby granted free of charge to any person obtaining a copy of this software and associated documentation files";

interface Measured {
  readonly name: string;
  readonly seconds: number;
  readonly packages: ReadonlySet<string>;
  readonly mit: number;
  readonly megabytes: number;
}

export function run(): Promise<void> {
  const product = process.env.ALLMEND_BENCH_PRODUCT ?? "";
  const tools = process.env.ALLMEND_BENCH_TOOLS ?? "";
  if (!existsSync(join(product, "package-lock.json"))) {
    process.stdout.write("skipped: ALLMEND_BENCH_PRODUCT names no folder with a package-lock.json and its node_modules\n");
    return Promise.resolve();
  }
  const folder = mkdtempSync(join(tmpdir(), "allmend-notices-"));
  try {
    const locked = lockedPackages(product);
    process.stdout.write(`${locked.size} packages for production in the lockfile\n\n`);
    process.stdout.write(
      "| tool | time | packages | of the lockfile missing | the MIT text stands there (inside bundles of single packages, too) | size |\n|---|--:|--:|--:|--:|--:|\n",
    );
    for (const measured of [ours(product, folder, "cold"), ours(product, folder, "again"), ...peers(product, tools, folder)]) {
      const missing = [...locked].filter((name) => !measured.packages.has(name)).length;
      const cells = [
        measured.name,
        `${measured.seconds.toFixed(1)} s`,
        measured.packages.size,
        missing,
        `${measured.mit} ×`,
        `${measured.megabytes.toFixed(1)} MB`,
      ];
      process.stdout.write(`| ${cells.join(" | ")} |\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return Promise.resolve();
}

function lockedPackages(product: string): Set<string> {
  const { packages } = JSON.parse(readFileSync(join(product, "package-lock.json"), "utf8")) as {
    packages: Record<string, { name?: string; version?: string; dev?: boolean; link?: boolean }>;
  };
  return new Set(
    Object.entries(packages).flatMap(([path, { name, version, dev, link }]) =>
      path === "" || dev || link ? [] : [`${name ?? path.replace(/^.*node_modules\//, "")}@${version ?? ""}`],
    ),
  );
}

function ours(product: string, folder: string, when: string): Measured {
  const file = join(folder, "ours.json");
  const home = { ...process.env, ALLMEND_HOME: join(folder, "home") };
  const seconds = timed(
    process.execPath,
    [join(root, "bin", "allmend.mjs"), "report", "notices", product, "--format", "json", "--output", file, "--quiet", "--caches", "none"],
    product,
    home,
  );
  const text = readFileSync(file, "utf8");
  const notices = JSON.parse(text) as Record<"texts", { packages: Named[] }[]> & Record<"textless" | "unknown", Named[]>;
  const listed = [...notices.texts.flatMap(({ packages }) => packages), ...notices.textless, ...notices.unknown];
  return { name: `Allmend, ${when}`, seconds, packages: new Set(listed.map(({ name, version }) => `${name}@${version}`)), ...sizeOf(text) };
}

interface Named {
  readonly name: string;
  readonly version: string;
}

function peers(product: string, tools: string, folder: string): Measured[] {
  const bin = (name: string) => join(tools, "node_modules", ".bin", name);
  const found: Measured[] = [];
  if (!existsSync(bin("license-checker-rseidelsohn")))
    process.stdout.write("| license-checker-rseidelsohn | skipped: not in ALLMEND_BENCH_TOOLS | | | | |\n");
  else {
    const file = join(folder, "checker.json");
    const custom = join(folder, "custom.json");
    const seconds = timed(bin("license-checker-rseidelsohn"), ["--production", "--plainVertical", "--out", custom], product);
    timed(bin("license-checker-rseidelsohn"), ["--production", "--json", "--out", file], product);
    const packages = new Set(Object.keys(JSON.parse(readFileSync(file, "utf8")) as object));
    found.push({ name: "license-checker-rseidelsohn", seconds, packages, ...sizeOf(readFileSync(custom, "utf8")) });
  }
  if (!existsSync(bin("generate-license-file")))
    process.stdout.write("| generate-license-file | skipped: not in ALLMEND_BENCH_TOOLS | | | | |\n");
  else {
    const file = join(folder, "generated.txt");
    const seconds = timed(
      bin("generate-license-file"),
      ["--input", join(product, "package.json"), "--output", file, "--overwrite"],
      product,
    );
    const text = readFileSync(file, "utf8");
    const packages = new Set([...text.matchAll(/^ - (.+?)@([^@\s]+)$/gm)].map((match) => `${match[1]}@${match[2]}`));
    found.push({ name: "generate-license-file", seconds, packages, ...sizeOf(text) });
  }
  return found;
}

function sizeOf(text: string): { readonly mit: number; readonly megabytes: number } {
  const words = (
    text
      .toLowerCase()
      .replaceAll(String.raw`\n`, " ")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");
  return { mit: words.split(MIT).length - 1, megabytes: text.length / 1e6 };
}

function timed(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = process.env): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(program, args, {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) process.stdout.write(`${program} ended with ${status ?? "a signal"}: ${stderr.slice(-300)}\n`);
  return (performance.now() - started) / 1000;
}
