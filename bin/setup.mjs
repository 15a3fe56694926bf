// Installs the dependencies, and only when the lockfile changed since the last time.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./node24.mjs";

const stamp = join(root, "node_modules", ".allmend-lock");

export function setUp() {
  const wanted = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  process.stderr.write("Setting up: installing what is needed (once, and again only when the lockfile changes) …\n");
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ["npm"];
  // Not "npm ci": it refuses a lockfile that does not name the optional binaries of every platform there is, and some registries serve only a few.
  // Exact versions and the lockfile's integrity hold here as well; --no-save leaves both files as they are.
  const [command, ...args] = [...npm, "install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  // Output of npm goes to standard error: standard output belongs to the command that follows.
  const run = spawnSync(command, args, {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32" && command === "npm",
  });
  if (run.status !== 0) {
    process.stderr.write(
      `The installation failed (${run.error?.message ?? `npm install ended with ${run.status}`}). Nothing else was done; check the connection to the npm registry and try again.\n`,
    );
    process.exit(3);
  }
  writeFileSync(stamp, wanted);
}
