// Every page, by everybody who has it: no complaint of the browser, no serious finding of axe, nothing that runs over the edge.
// `ALLMEND_PICTURES=DIR` keeps a picture of each.
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch, noBrowser } from "../browser.ts";
import { addresses } from "./addresses.ts";
import { openExampleCases } from "./cases.ts";
import { type PortalOffice, startPortalOffice, type Who } from "./office.ts";
import { goTo, walkTo } from "./settle.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pictures = process.env.ALLMEND_PICTURES;

interface View {
  readonly name: string;
  readonly language: "en" | "de";
  readonly theme: "light" | "dark";
  readonly width: number;
  /** The first view loads each address anew, as somebody does to whom it was sent; the others go there by the portal's own way. */
  readonly opens: (page: Page, address: string) => Promise<void>;
}
const views: readonly View[] = [
  { name: "en", language: "en", theme: "light", width: 1280, opens: goTo },
  { name: "de-dark", language: "de", theme: "dark", width: 1280, opens: walkTo },
  { name: "de-phone", language: "de", theme: "light", width: 390, opens: walkTo },
];

describe.skipIf(noBrowser)("pages of the portal", () => {
  let office: PortalOffice;
  let browser: Browser;
  /** Of each person in each view. */
  const windows = new Map<string, Promise<Window>>();
  const windowOf = (who: Who, view: View) => {
    const key = `${who} ${view.name}`;
    const known = windows.get(key) ?? openWindow(office, browser, who, view);
    windows.set(key, known);
    return known;
  };
  beforeAll(async () => {
    [office, browser] = await Promise.all([startPortalOffice(), launch()]);
    await openExampleCases(office);
    if (pictures) mkdirSync(pictures, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  for (const { path, who } of addresses) {
    for (const view of views) {
      test(`${path} for the ${who}, ${view.name}`, async () => {
        const { page, complaints } = await windowOf(who, view);
        complaints.length = 0;
        await view.opens(page, `${office.address}${path}`);
        expect(complaints).toEqual([]);
        expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), "runs over the edge").toBeLessThanOrEqual(0);
        expect(await seriousFindings(page)).toEqual([]);
        if (pictures)
          await page.screenshot({ path: join(pictures, `${path.replaceAll(/\W+/g, "-")}-${who}-${view.name}.png`), fullPage: true });
      });
    }
  }
});

interface Window {
  readonly page: Page;
  /** Of the browser's console and of scripts. */
  readonly complaints: string[];
}

async function openWindow(office: PortalOffice, browser: Browser, who: Who, { language, theme, width }: View): Promise<Window> {
  const context = await office.browserOf(browser, who, { viewport: { width, height: 900 } });
  await context.addInitScript(
    (chosen) => {
      try {
        localStorage.setItem("allmend.preferences", JSON.stringify(chosen));
      } catch {
        // The frame of a report may do nothing: it has no storage.
      }
    },
    { language, theme, density: "comfortable" },
  );
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => (["error", "warning"].includes(message.type()) ? complaints.push(message.text()) : undefined));
  page.on("pageerror", (error) => complaints.push(error.message));
  await goTo(page, `${office.address}/me`);
  return { page, complaints };
}

async function seriousFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({ resultTypes: ["violations"] });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join("; ")}`);
  });
}

interface Axe {
  run(options: { readonly resultTypes: readonly string[] }): Promise<{ readonly violations: readonly Violation[] }>;
}

interface Violation {
  readonly id: string;
  readonly impact?: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}
