// npm run generate: writes docs/reference and the JSON Schemas from the code's own registries; --check compares only.
import { join } from "node:path";
import { isRecentEnough, root, runNode } from "./node24.mjs";

if (isRecentEnough()) {
  const { generate } = await import("../src/cli/generate.ts");
  process.exitCode = await generate(root, { check: process.argv.includes("--check") });
} else {
  process.exitCode = await runNode([join(root, "bin", "generate.mjs"), ...process.argv.slice(2)]);
}
