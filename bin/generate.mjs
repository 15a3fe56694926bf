// npm run generate: writes docs/reference, the JSON Schemas and the portal's types from the code's own registries; --check compares only.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { isRecentEnough, root, runNode } from "./node24.mjs";

const check = process.argv.includes("--check");

if (isRecentEnough()) {
  const { generate } = await import("../src/cli/generate.ts");
  process.exitCode = await generate(root, { check });
  if (!check || process.exitCode === 0) process.exitCode = await portalTypes();
} else {
  process.exitCode = await runNode([join(root, "bin", "generate.mjs"), ...process.argv.slice(2)]);
}

/** What the portal knows of the server: the types of its OpenAPI document. */
async function portalTypes() {
  // It needs an older TypeScript than the rest of the house, so npm may keep it inside of the workspace.
  const tool = ["web", "."]
    .map((folder) => join(root, folder, "node_modules", "openapi-typescript", "bin", "cli.js"))
    .find((path) => existsSync(path));
  const document = join(root, "docs", "reference", "openapi.json");
  const types = join(root, "web", "src", "api", "schema.generated.ts");
  return runNode([tool, document, "--output", types, ...(check ? ["--check"] : [])], { cwd: root, stdio: ["ignore", "ignore", 2] });
}
