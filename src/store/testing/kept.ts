// Where tests keep what they made before: in the machine's folder for such things, named after all that it depends on.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function keptPath(name: string): string {
  return join(tmpdir(), `allmend-${process.getuid?.() ?? 0}-${name}`);
}

/** Of an installed package. */
export function versionOf(dependency: string): string {
  const within = createRequire(import.meta.url).resolve(dependency);
  const path = `${within.slice(0, within.lastIndexOf(join("node_modules", dependency)))}${join("node_modules", dependency, "package.json")}`;
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

/** Changes with any of them. */
export function digestOfMigrations(): string {
  const folder = join(import.meta.dirname, "..", "migrations");
  const digest = createHash("sha256");
  for (const name of readdirSync(folder).sort()) if (name.endsWith(".ts")) digest.update(readFileSync(join(folder, name)));
  return digest.digest("hex").slice(0, 16);
}
