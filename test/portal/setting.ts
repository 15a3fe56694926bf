// The office and a browser for the tests of a describe, and a page on which somebody stands, signed in, in their language.
import type { Language } from "#look";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { launch } from "../browser.ts";
import { type PortalOffice, type PortalOfficeOptions, startPortalOffice, type Who } from "./office.ts";
import { goTo } from "./settle.ts";

export interface Setting {
  readonly office: PortalOffice;
  readonly browser: Browser;
  /** Waits until the page has its heading. The browser's window closes with the test. */
  openAs(who: Who, language: Language, path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** To be called within a describe; there is something in it once its tests run. */
export function portalSetting(options: () => PortalOfficeOptions | Promise<PortalOfficeOptions> = () => ({})): Setting {
  let office: PortalOffice;
  let browser: Browser;
  beforeAll(async () => {
    [office, browser] = await Promise.all([Promise.resolve(options()).then(startPortalOffice), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });
  return {
    get office() {
      return office;
    },
    get browser() {
      return browser;
    },
    async openAs(who, language, path, more) {
      const context = await office.browserOf(browser, who, more);
      onTestFinished(() => context.close());
      await context.addInitScript((chosen) => localStorage.setItem("allmend.preferences", JSON.stringify(chosen)), {
        language,
        theme: "light",
        density: "comfortable",
      });
      const page = await context.newPage();
      await goTo(page, `${office.address}${path}`);
      return page;
    },
  };
}
