// The pages for people who decide, in a real browser: open to everybody in both languages and themes, and on paper: the executive page is one page, whatever there is to say.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import chromium from "@sparticuz/chromium";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pagesOf } from "../src/cli/report/browser-pipe.ts";
import { printPdf } from "../src/cli/report/pdf.ts";
import { asHtml } from "../src/publish/artefacts/to-html.ts";
import { executiveDocument } from "../src/publish/reports/executive.ts";
import { largeResult } from "../src/publish/testing/large.ts";
import { launch, noBrowser, open } from "./browser.ts";
import { runner, scratch } from "./run.ts";

const folder = scratch();
const run = runner(join(folder, "home"));
const NOW = "2026-11-23T00:00:00Z";
const kinds = ["executive", "strategy", "policies", "open-source", "conformance", "analysis"] as const;
let browser: Browser | undefined;

beforeAll(async () => {
  if (noBrowser) return;
  const started = await run(["start", "--no-serve", "--quiet", "--lang", "en", "--now", NOW]);
  expect(started.code, started.err).toBe(0);
  process.env.ALLMEND_BROWSER = await chromium.executablePath();
  browser = await launch();
}, 120_000);

afterAll(() => browser?.close());

describe.skipIf(noBrowser !== undefined)(`pages for people who decide${noBrowser ? ` (skipped: ${noBrowser})` : ""}`, () => {
  it.each(kinds)("%s is open to everybody", async (kind) => {
    for (const [lang, colorScheme, width] of [
      ["en", "light", 1200],
      ["de", "dark", 390],
    ] as const) {
      const file = join(folder, `${kind}.${lang}.html`);
      const written = await run(["report", kind, "--lang", lang, "--output", file]);
      expect(written.code, written.err).toBe(0);
      const { page, complaints } = await open(browser as Browser, pathToFileURL(file).href, {
        colorScheme,
        viewport: { width, height: 900 },
      });
      await page.evaluate(axe.source);
      const found = await page.evaluate(
        "axe.run().then((r) => r.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(' | ')))",
      );
      expect(found, `${kind} ${lang}`).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });

  it("the executive page is one page of PDF, the same bytes each time", async () => {
    for (const lang of ["en", "de"]) {
      const [first, second] = [join(folder, `a.${lang}.pdf`), join(folder, `b.${lang}.pdf`)];
      for (const file of [first, second]) {
        const written = await run(["report", "executive", "--lang", lang, "--format", "pdf", "--output", file]);
        expect(written.code, written.err).toBe(0);
      }
      const pdf = readFileSync(first);
      expect(pdf.toString("latin1", 0, 5)).toBe("%PDF-");
      expect(pagesOf(pdf)).toBe(1);
      expect(pdf.equals(readFileSync(second))).toBe(true);
    }
  });

  it("it is one page of a large organisation with long names, too", async () => {
    const large = largeResult(2000);
    const objectives = large.program.strategy?.objectives ?? [];
    const products = large.program.organization.products.map((product) => ({
      ...product,
      name: { en: "A product with a name that nobody keeps short ".repeat(2) },
    }));
    const result = {
      ...large,
      program: {
        ...large.program,
        organization: { ...large.program.organization, products },
        ...(large.program.strategy
          ? {
              strategy: {
                ...large.program.strategy,
                objectives: Array.from({ length: 40 }, (_, at) => ({ ...objectives[0], id: `o${at}` })) as typeof objectives,
              },
            }
          : {}),
      },
    };
    const pdf = await printPdf(asHtml(executiveDocument({ result, language: "de" })), NOW, true);
    writeFileSync(join(folder, "large.pdf"), pdf);
    expect(pagesOf(pdf)).toBe(1);
  });
});
