// Slides as they are shown and printed, in a real browser: turned by keys, each inside its slide, open to everybody, a page each on paper, and readable where no script runs.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pagesOf } from "../src/cli/report/browser-pipe.ts";
import { executiveDocument } from "../src/publish/reports/executive.ts";
import { policiesDocument } from "../src/publish/reports/policies.ts";
import { asSlides } from "../src/publish/reports/slides/to-slides.ts";
import { strategyDocument } from "../src/publish/reports/strategy.ts";
import { infect } from "../src/publish/testing/hostile.ts";
import { largeResult } from "../src/publish/testing/large.ts";
import { sampleResult } from "../src/publish/testing/sample-result.ts";
import { launch, noBrowser, open } from "./browser.ts";
import { scratch } from "./run.ts";

const folder = scratch();
const evil = infect(sampleResult, (text) => `${text}</script><img src=x onerror=alert(1)>`);
const decks = {
  executive: executiveDocument({ result: largeResult(2000), language: "de" }),
  policies: policiesDocument({ result: largeResult(200), language: "en" }),
  strategy: strategyDocument({ result: evil, language: "de" }),
};
let browser: Browser | undefined;

beforeAll(async () => {
  if (!noBrowser) browser = await launch();
});

afterAll(() => browser?.close());

const count = 'document.querySelectorAll(".slides > section").length';
const number = 'document.querySelector(".slide-number-a")?.textContent';

describe.skipIf(noBrowser !== undefined)(`slides${noBrowser ? ` (skipped: ${noBrowser})` : ""}`, () => {
  it.each(Object.entries(decks))("of the report on %s", async (name, document) => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, [...asSlides(document)].join(""));
    const { page, complaints } = await open(browser as Browser, pathToFileURL(file).href, { viewport: { width: 1280, height: 720 } });
    const slides = await page.evaluate<number>(count);
    expect(slides).toBeGreaterThan(3);
    for (let at = 1; at <= slides; at++) {
      await expect.poll(() => page.evaluate(number)).toBe(String(at));
      const box = await page.locator("section.present .fit").boundingBox();
      expect(
        box && box.y >= 0 && box.x >= 0 && box.y + box.height <= 720 && box.x + box.width <= 1280,
        `${name} ${at} ${JSON.stringify(box)}`,
      ).toBe(true);
      await page.keyboard.press(at % 2 === 0 ? "ArrowRight" : "Space");
    }
    await page.keyboard.press("Home");
    const next = await page.locator(".navigate-right").boundingBox();
    expect(next && next.width > 20 && next.x + next.width <= 1280, JSON.stringify(next)).toBe(true);
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      "axe.run().then((r) => r.violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(' | ')))",
    );
    expect(found).toEqual([]);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(slides);
    expect(complaints).toEqual([]);
    await page.context().close();

    const phone = await open(browser as Browser, pathToFileURL(file).href, { viewport: { width: 390, height: 800 } });
    expect(await phone.page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    expect(await phone.page.evaluate("document.documentElement.scrollHeight")).toBeGreaterThan(800 * (slides - 1));
    await phone.page.context().close();

    const still = await (browser as Browser).newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 720 } });
    const plain = await still.newPage();
    await plain.goto(pathToFileURL(file).href);
    const boxes = await Promise.all((await plain.locator(".slides > section").all()).map((slide) => slide.boundingBox()));
    expect(boxes).toHaveLength(slides);
    for (const [at, box] of boxes.entries()) if (at > 0) expect(box?.y).toBeGreaterThanOrEqual((boxes[at - 1]?.y ?? 0) + 700);
    await still.close();
  });
});
