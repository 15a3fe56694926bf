// Builds the portal into web/dist, and only when its sources changed since the last time.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { root, runNode } from "./node24.mjs";

const stamp = join(root, "web", "dist", ".sources");
const sources = ["look", "web/src", "web/public", "web/index.html", "web/vite.config.ts", "package-lock.json"];

/** Content, not times: a fresh clone has new times everywhere. */
function digest() {
  const hash = createHash("sha256");
  for (const source of sources) {
    const path = join(root, source);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [path];
    for (const file of files) hash.update(relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

export async function buildPortal() {
  const wanted = digest();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return 0;
  process.stderr.write("Building the portal (once, and again only when its sources change) …\n");
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const code = await runNode([vite, "build", "--logLevel", "warn"], { cwd: join(root, "web"), stdio: ["ignore", 2, 2] });
  if (code === 0) writeFileSync(stamp, wanted);
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await buildPortal();
