// What a command loads decides how long it takes to start: an inventory needs no rules.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { json } from "../src/publish/json/json.ts";
import { sampleResult } from "../src/publish/testing/sample-result.ts";

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

/** What of these a list of modules holds, each once. */
function holding(loaded: readonly string[], heavy: RegExp): readonly string[] {
  return [...new Set(loaded.flatMap((path) => heavy.exec(path)?.[0] ?? []))];
}

it("an inventory loads neither rules nor reports", () => {
  mkdirSync(join(folder, "empty"));
  writeFileSync(join(folder, "empty", "notes.txt"), "nothing");
  const loaded = modulesOf("inventory", join(folder, "empty"));
  const heavy =
    /^(?:node_modules\/(?:mdast|micromark|@marcbachmann|zod|yaml|saxes|picomatch)|src\/(?:program|policy|measures)\/|src\/facts\/licenses\/identify\/identify|src\/publish\/(?:html|survey|chain\/build))/;
  expect(holding(loaded, heavy)).toEqual([]);
  expect(loaded).toContain("src/cli/commands/inventory.ts");
});

it("questions that the last result answers load no readers of documents or lockfiles", () => {
  const last = join(folder, "home", "last");
  mkdirSync(last, { recursive: true });
  writeFileSync(join(last, "result.json"), [...json(sampleResult)].join(""));
  const [component] = sampleResult.components;
  const heavy =
    /^(?:node_modules\/(?:mdast|micromark|yaml|saxes|smol-toml|@bufbuild)|src\/program\/load\/|src\/facts\/lockfiles\/formats|src\/publish\/(?:html|survey))/;
  const use = modulesOf("check", component?.purl ?? "");
  expect(holding(use, heavy)).toEqual([]);
  expect(use).toContain("src/scan/ask.ts");
  const impact = modulesOf("check", `${component?.purl.split("@")[0]}@>=0`);
  expect(holding(impact, new RegExp(`${heavy.source}|^src/measures/`))).toEqual([]);
});

it("a program that did not change is not read again, and judges the same", () => {
  const program = join(folder, "program");
  cpSync(join(root, "packs", "starter"), program, { recursive: true });
  const scan = () => modulesOf("scan", join(folder, "empty"), "--program", program, "--now", "2026-11-23", "--quiet");
  const result = () => readFileSync(join(folder, "home", "last", "result.json"), "utf8");
  const reader = /^(?:node_modules\/(?:mdast|micromark)|src\/program\/load\/program)/;
  expect(holding(scan(), reader)).not.toEqual([]);
  const first = result();
  expect(holding(scan(), reader)).toEqual([]);
  expect(result()).toBe(first);
  // A page that grew by a blank line is another page.
  const page = join(program, "policies", "compliance.md");
  writeFileSync(page, `${readFileSync(page, "utf8")}\n`);
  expect(holding(scan(), reader)).not.toEqual([]);
  expect(result()).not.toBe(first);
});
