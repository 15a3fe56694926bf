// Pictures of every page for the handbook, small: `node test/portal/take-pictures.ts` after `npm run portal`; with beginnings of addresses, of those pages alone.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launch } from "../browser.ts";
import { root } from "../run.ts";
import { type Address, addresses } from "./addresses.ts";
import { openExampleCases } from "./cases.ts";
import { type PortalOffice, startPortalOffice } from "./office.ts";
import { goTo } from "./settle.ts";

const folder = join(root, "docs", "images", "portal");
const only = process.argv.slice(2);
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

async function takeAll(): Promise<void> {
  const [office, browser] = await Promise.all([startPortalOffice(), launch()]);
  try {
    mkdirSync(folder, { recursive: true });
    if (only.length === 0) for (const name of readdirSync(folder)) rmSync(join(folder, name));
    await openExampleCases(office);
    const wanted = addresses.filter(({ path }) => only.length === 0 || only.some((each) => path.startsWith(each)));
    for (const address of wanted) await take(office, browser, address);
  } finally {
    await browser.close();
    await office.stop();
  }
}

async function take(office: PortalOffice, browser: Browser, address: Address): Promise<void> {
  for (const { ending, theme, language, viewport } of [
    { ending: "", theme: "light", language: "en", viewport: WIDE },
    { ending: "-de-dark", theme: "dark", language: "de", viewport: PHONE },
  ]) {
    const context = await office.browserOf(browser, address.who, { viewport });
    await context.addInitScript(
      (chosen) => localStorage.setItem("allmend.preferences", JSON.stringify({ ...chosen, density: "comfortable" })),
      { language, theme },
    );
    const page = await context.newPage();
    await goTo(page, `${office.address}${address.path}`);
    writeFileSync(join(folder, `${nameOf(address)}${ending}.webp`), await asWebp(page));
    await context.close();
  }
}

/** Playwright knows PNG and JPEG only; the browser itself writes what is a third as large. */
async function asWebp(page: Page): Promise<Buffer> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const session = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, width, height, scale: width > 600 ? 0.75 : 0.6 };
  const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 60, clip });
  return Buffer.from(data, "base64");
}

function nameOf({ path, who }: Address): string {
  const name = path
    .replace(/\?.*/, "")
    .replaceAll(/[^a-z0-9]+/gi, "-")
    .replaceAll(/^-|-$/g, "");
  return `${name || "today"}-${who}`;
}

await takeAll();
