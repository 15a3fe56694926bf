// The public site in a real browser: open to everybody in both languages and themes, without a script, every link leading somewhere, and small.
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { mistakesIn } from "../src/facts/files/checks/publiccode.ts";
import { launch, noBrowser, open } from "./browser.ts";
import { runner, scratch } from "./run.ts";

const folder = scratch();
const run = runner(join(folder, "home"));
const site = join(folder, "site");
let browser: Browser | undefined;

function pages(): string[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
}

beforeAll(async () => {
  const started = await run(["start", "--no-serve", "--quiet", "--lang", "en", "--now", "2026-11-23T00:00:00Z"]);
  expect(started.code, started.err).toBe(0);
  const [example = ""] = readdirSync(join(folder, "home", "examples"));
  const repositories = join(folder, "home", "examples", example);
  const written = await run([
    "report",
    "site",
    repositories,
    "--program",
    "examples/allmend",
    "--output",
    site,
    "--now",
    "2026-11-23T00:00:00Z",
  ]);
  expect(written.code, written.err).toBe(0);
  if (!noBrowser) browser = await launch();
}, 120_000);

afterAll(() => browser?.close());

describe("allmend report site", () => {
  it("writes pages whose every link leads to one of them, none larger than a letter", () => {
    expect(pages().length).toBeGreaterThan(8);
    for (const path of pages()) {
      const text = readFileSync(join(site, path), "utf8");
      expect(statSync(join(site, path)).size, path).toBeLessThan(40_000);
      expect(text).not.toMatch(/<script|<img|<link rel="stylesheet"/);
      for (const [, href = ""] of text.matchAll(/href="([^"]+)"/g))
        if (!/^(?:https?:|mailto:|#)/.test(href)) expect(existsSync(join(site, dirname(path), href)), `${path} → ${href}`).toBe(true);
    }
  });

  it("writes publiccode.yml as its standard has it", () => {
    const files = readdirSync(join(site, "publiccode"));
    expect(files).toEqual(["incubator-claims-forms.yml", "tariff-kit.yml"]);
    for (const name of files) expect(mistakesIn(parse(readFileSync(join(site, "publiccode", name), "utf8"))), name).toEqual([]);
  });

  it("is written again over itself, and never over files of others", async () => {
    writeFileSync(join(site, "of-somebody.txt"), "mine");
    expect((await run(["report", "site", "--output", site])).code).toBe(0);
    expect(readFileSync(join(site, "of-somebody.txt"), "utf8")).toBe("mine");
    const refused = await run(["report", "site", "--output", folder]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain("output-not-empty");
    expect((await run(["report", "site"])).err).toContain("report-needs-output");
  });

  it("says where it tells of a run, and the program says something else since", async () => {
    const program = join(folder, "program");
    cpSync("examples/allmend", program, { recursive: true });
    const report = ["report", "site", "--program", program, "--output", join(folder, "again"), "--lang", "en"];
    expect((await run(report)).err).not.toContain("than at the last run");
    const page = join(program, "strategy.md");
    writeFileSync(page, `${readFileSync(page, "utf8")}\nWe want one thing more.\n`);
    const told = await run(report);
    expect(told.err).toContain(`${program} says something else than at the last run`);
    expect(told.code).toBe(0);
  });

  it.skipIf(noBrowser !== undefined)("is open to everybody, page by page", async () => {
    for (const [index, path] of pages().entries()) {
      const { page, complaints } = await open(browser as Browser, pathToFileURL(join(site, path)).href, {
        colorScheme: index % 2 === 0 ? "light" : "dark",
        viewport: index % 3 === 0 ? { width: 360, height: 700 } : { width: 1200, height: 800 },
      });
      await page.evaluate(axe.source);
      const found = await page.evaluate("axe.run().then((r) => r.violations.map((v) => v.id + ': ' + v.nodes[0].html.slice(0, 200)))");
      expect(found, path).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path).toBe(true);
      expect(complaints, path).toEqual([]);
      await page.context().close();
    }
  });

  it.skipIf(noBrowser !== undefined)("is read without a script", async () => {
    const start = pathToFileURL(join(site, "index.html")).href;
    const { page } = await open(browser as Browser, start, { javaScriptEnabled: false });
    await page.getByRole("link", { name: "Strategy", exact: true }).click();
    await expect.poll(() => fileURLToPath(page.url())).toBe(join(site, "en", "strategy.html"));
    await page.getByRole("link", { name: "Deutsch" }).click();
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("de");
    await page.context().close();
  });
});
