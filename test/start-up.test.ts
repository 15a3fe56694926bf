// What a command loads decides how long it takes to start: an inventory needs no rules.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "allmend-start-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Preloaded: writes the addresses of all modules into a file. */
const recorder = `
import { writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
const loaded = [];
registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
process.on("exit", () => writeFileSync(process.env.ALLMEND_MODULES, loaded.join("\\n")));
`;

/** Paths of the modules that a command loads, below the repository. */
function modulesOf(...args: string[]): readonly string[] {
  const list = join(folder, "modules.txt");
  const preload = `data:text/javascript,${encodeURIComponent(recorder)}`;
  const env = { ...process.env, ALLMEND_HOME: join(folder, "home"), ALLMEND_MODULES: list };
  execFileSync(process.execPath, ["--import", preload, join(root, "bin", "allmend.mjs"), ...args], { env, stdio: "pipe" });
  const prefix = `${pathToFileURL(root).href}/`;
  return readFileSync(list, "utf8")
    .split("\n")
    .filter((url) => url.startsWith(prefix))
    .map((url) => url.slice(prefix.length));
}

it("an inventory loads neither rules nor reports", { timeout: 60_000 }, () => {
  mkdirSync(join(folder, "empty"));
  writeFileSync(join(folder, "empty", "notes.txt"), "nothing");
  const loaded = modulesOf("inventory", join(folder, "empty"));
  const heavy =
    /^(?:node_modules\/(?:mdast|micromark|@marcbachmann)|src\/(?:program|policy|measures)\/|src\/publish\/(?:html|chain\/build))/;
  expect(loaded.filter((path) => heavy.test(path))).toEqual([]);
  expect(loaded).toContain("src/cli/commands/inventory.ts");
});
