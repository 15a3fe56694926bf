// npm test: sets up, then runs everything that checks the project, and ends with "N passed, N failed".
import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, runNode } from "./node24.mjs";
import { setUp } from "./setup.mjs";

setUp();
const only = process.argv.slice(2);
const modules = join(root, "node_modules");
const allmend = join(root, "bin", "allmend.mjs");
const scratch = mkdtempSync(join(tmpdir(), "allmend-test-"));
const report = join(scratch, "vitest.json");

const checks = [
  ["types", [join(modules, "typescript", "bin", "tsc"), "--noEmit", "-p", "."]],
  ["types of the portal", [join(modules, "typescript", "bin", "tsc"), "--noEmit", "-p", "web"]],
  ["the portal builds", [join(root, "bin", "portal.mjs")]],
  ["lint", [join(modules, "oxlint", "bin", "oxlint"), "--quiet", "."]],
  ["format", [join(modules, "@biomejs", "biome", "bin", "biome"), "ci", "--linter-enabled=false", "--assist-enabled=false", "."]],
  ["dead code", [join(modules, "knip", "bin", "knip.js")]],
  ["generated files are current", [join(root, "bin", "generate.mjs"), "--check"]],
  ["our own program is valid", [allmend, "validate", "allmend"]],
  ["our own program's examples hold", [allmend, "test", "allmend"]],
  ["our own repository passes our own program", [allmend, "scan", ".", "--fail-on", "deny", "--format", "markdown"]],
];

let passed = 0;
let failed = 0;
if (only.length === 0) {
  // Most of them keep one processor busy: two at a time, each with its own words together.
  const toDo = checks.entries();
  await Promise.all([inTurn(toDo), inTurn(toDo)]);
}

async function inTurn(toDo) {
  for (const [number, [name, args]] of toDo) {
    const said = join(scratch, `check-${number}`);
    const file = openSync(said, "w");
    const code = await runNode(args, { cwd: root, stdio: ["ignore", file, file] });
    closeSync(file);
    process.stderr.write(readFileSync(said));
    process.stdout.write(`${code === 0 ? "ok    " : "FAILED"} ${name}\n`);
    if (code === 0) passed++;
    else failed++;
  }
}

const code = await runNode(
  [join(modules, "vitest", "vitest.mjs"), "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...only],
  { cwd: root, env: { ALLMEND_HOME: join(scratch, "home") } },
);
try {
  const counts = JSON.parse(readFileSync(report, "utf8"));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests;
  // A file that does not even load has no test that could fail: count the file.
  if (code !== 0 && counts.numFailedTests === 0) failed += Math.max(1, counts.numFailedTestSuites);
} catch {
  failed++;
}
rmSync(scratch, { recursive: true, force: true });
if (spawnSync("git", ["--version"]).status !== 0) process.stderr.write("git is not on this machine; allmend needs it.\n");
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
