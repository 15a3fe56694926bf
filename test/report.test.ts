// The report in a real browser: people find, filter and open findings by mouse and keyboard, in both themes, on a phone, and without a script.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { html } from "../src/publish/html/html.ts";
import { infect } from "../src/publish/testing/hostile.ts";
import { largeResult } from "../src/publish/testing/large.ts";
import { sampleResult } from "../src/publish/testing/sample-result.ts";
import type { ScanResult } from "../src/scan/result.ts";
import { launch, noBrowser, open } from "./browser.ts";
import { runner, scratch } from "./run.ts";

const folder = scratch();
let browser: Browser;
let result: ScanResult;

function write(name: string, report: string): string {
  const file = join(folder, name);
  writeFileSync(file, report);
  return pathToFileURL(file).href;
}

beforeAll(async () => {
  if (noBrowser) return;
  const output = join(folder, "out");
  mkdirSync(output);
  const run = runner(join(folder, "home"));
  const started = await run(["start", "--no-serve", "--quiet", "--lang", "en", "--now", "2026-11-23T00:00:00Z", "--output", output]);
  expect(started.code, started.err).toBe(0);
  result = JSON.parse(readFileSync(join(output, "result.json"), "utf8")) as ScanResult;
  browser = await launch();
});

afterAll(() => browser?.close());

async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    "axe.run().then((r) => r.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(' | ')))",
  );
  return found as string[];
}

/** Machines that check many things at once are slow. */
function soon<T>(look: () => Promise<T>): ReturnType<typeof expect.poll<T>> {
  return expect.poll(look, { timeout: 15_000 });
}

const entries = "#findings-list .entry";
const count = "#findings-list .count";

describe.skipIf(noBrowser !== undefined)(`the report in a browser${noBrowser ? ` (skipped: ${noBrowser})` : ""}`, () => {
  for (const [language, colorScheme] of [
    ["en", "light"],
    ["de", "dark"],
  ] as const) {
    it(`is open to everybody in ${colorScheme} and ${language}`, async () => {
      const { page, complaints } = await open(browser, write(`${language}.html`, html(result, language)), { colorScheme });
      await page.locator(`${entries} >> nth=1`).locator("summary").click();
      await page.locator("#components-list .entry >> nth=8").locator("summary").click();
      await page.locator(".todo details >> nth=0").locator("summary").click();
      await page.locator("#program .policy >> nth=0").locator("summary").first().click();
      expect(await serious(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  }

  it("is found, filtered and opened by keyboard", async () => {
    const { page, complaints } = await open(browser, write("keys.html", html(result, "en")));
    const search = page.locator("#findings-list input[type=search]");
    await search.focus();
    await page.keyboard.type("mupdf no-network-copyleft");
    await soon(() => page.locator(count).textContent()).toBe("1 finding");
    await soon(() => page.evaluate("location.hash")).toBe("#findings?q=mupdf+no-network-copyleft");
    // Past the two selects to the one entry.
    for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.closest('.entry')?.id")).toMatch(/^finding-[0-9a-f]{16}$/);
    await page.keyboard.press("Enter");
    const body = await page.locator(`${entries}[open] .body`).innerText();
    for (const said of [
      "Choose an alternative", // remedy
      "network copyleft", // what the licence asks
      "package-lock.json", // where it stands, and what declares the licence
      "asked for directly", // what brings it in
      "license.strength", // the fact and its value
      'license.strength == "network"', // the condition
      "no-network-copyleft", // the rule
      "Keep the terms of what we use", // the activity
      "No licence, no supplier and no dependency surprises us", // the objective
    ])
      expect(body).toContain(said);
    expect(complaints).toEqual([]);

    await search.fill("");
    await page.locator("input[name=state][value='']").focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate("document.querySelector('input[name=state]:checked').value")).toBe("deny");
    await soon(() => page.locator(count).textContent()).toBe("2 findings");
    await page.context().close();
  });

  it("goes from a cell of the matrix to its findings, and back", async () => {
    const { page } = await open(browser, write("matrix.html", html(result, "en")));
    const cell = page.locator(".matrix tbody a.s-review").first();
    await cell.focus();
    await page.keyboard.press("Enter");
    await soon(() => page.locator(count).textContent()).toBe("1 finding");
    expect(await page.locator(`${entries} .what`).first().innerText()).toContain("node-forge");
    await page.goBack();
    expect(await page.evaluate("location.hash")).toBe("");
    await page.context().close();
  });

  it("opens the finding that an address names, with what was chosen and by whom", async () => {
    const waived = result.findings.find((finding) => finding.waiver)?.id.slice(8);
    const concluded = result.findings
      .find((finding) => finding.license?.notion === "concluded" && finding.outcome === "review")
      ?.id.slice(8);
    const url = write("address.html", html(result, "en"));
    const { page } = await open(browser, `${url}#finding-${waived}`);
    const shown = page.locator(`#finding-${waived}`);
    expect(await shown.getAttribute("open")).not.toBeNull();
    expect(await shown.innerText()).toContain("Until 31 March 2027, by claims-engineering");
    await page.evaluate(`location.hash = "finding-${concluded}"`);
    await expect
      .poll(() => page.locator(`#finding-${concluded}[open]`).innerText())
      .toContain("Concluded in licenses.yaml (legal, 2 September 2026)");
    await page.context().close();
  });

  it("fits a phone", async () => {
    for (const language of ["en", "de"] as const) {
      const { page, complaints } = await open(browser, write(`phone-${language}.html`, html(result, language)), {
        viewport: { width: 360, height: 740 },
      });
      await page.locator(`${entries} >> nth=1`).locator("summary").click();
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it("can be read without a script", async () => {
    const { page } = await open(browser, write("plain.html", html(result, "en")), { javaScriptEnabled: false });
    expect(await page.locator("h1").innerText()).toMatch(/findings stand against our own rules/);
    await page.locator(".todo details >> nth=1").locator("summary").click();
    expect(await page.locator(".todo details >> nth=1").innerText()).toContain("claims-web: package-lock.json");
    expect(await page.locator("#findings noscript .note").innerText()).toContain("needs a script");
    expect(await page.locator("#findings-list").isVisible()).toBe(false);
    await page.context().close();
  });

  it("runs nothing that names bring", async () => {
    const evil = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"' onfocus=alert(3) autofocus \u202E{count}`;
    const { page, complaints } = await open(
      browser,
      write(
        "hostile.html",
        html(
          infect(sampleResult, (text) => text + evil),
          "en",
        ),
      ),
      {
        viewport: { width: 360, height: 740 },
      },
    );
    for (const summary of await page.locator(`${entries} summary`).all()) await summary.click();
    expect(await page.locator(`${entries}[open] .body`).first().innerText()).toContain("<script>alert(1)</script>");
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("answers with a hundred thousand findings", async () => {
    const { page, complaints } = await open(browser, write("large.html", html(largeResult(100_000), "en")));
    expect(await page.locator(count).textContent()).toBe("100,000 findings");
    await page.locator("#findings-list input[type=search]").fill("package-0099901");
    await soon(() => page.locator(count).textContent()).toBe("1 finding");
    await page.locator(`${entries} summary`).click();
    expect(await page.locator(`${entries} .body`).innerText()).toContain("package-0014271 1.1.0 → package-0099901 1.1.0");
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
