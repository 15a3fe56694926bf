#!/usr/bin/env node
// The command line. Answers --version itself; everything else runs under Node 24.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isRecentEnough, root, runNode } from "./node24.mjs";

const args = process.argv.slice(2);

if (args.length === 1 && (args[0] === "--version" || args[0] === "-V")) {
  process.stdout.write(`${JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version}\n`);
} else if (isRecentEnough()) {
  const { enableCompileCache } = await import("node:module");
  enableCompileCache(join(root, "node_modules", ".cache", "allmend-compile"));
  const { main } = await import("../src/cli/main.ts");
  process.exitCode = await main(args);
} else {
  process.exitCode = await runNode([join(root, "bin", "allmend.mjs"), ...args]);
}
