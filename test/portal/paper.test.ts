// On paper every page has what belongs on it and nothing else: whole lists, no menu, nothing cut off at the edge.
import { describe, expect, test } from "vitest";
import { noBrowser } from "../browser.ts";
import { openExampleCases } from "./cases.ts";
import type { Who } from "./office.ts";
import { portalSetting } from "./setting.ts";

/** A4 in the pixels of a browser, without its margins. */
const A4 = { width: 673, height: 1002 };

const pages: readonly (readonly [Who, string])[] = [
  ["lawyer", "/requests/use-1"],
  ["lawyer", "/program/policies/compliance"],
  ["executive", "/program/map"],
  ["auditor", "/record"],
  ["lead", "/delivery"],
  ["lead", "/inventory/products/claims-portal"],
  ["developer", "/findings"],
];

describe.skipIf(noBrowser)("on paper", () => {
  const at = portalSetting();

  test("pages have no menu, and nothing runs over the edge", async () => {
    await openExampleCases(at.office);
    for (const [who, path] of pages) {
      const page = await at.openAs(who, "de", path);
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize(A4);
      await expect.poll(() => page.locator(".side").isVisible(), { message: path }).toBe(false);
      await expect.poll(() => page.locator(".top").isVisible(), { message: path }).toBe(false);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), path).toBeLessThanOrEqual(0);
    }
  });

  test("a list that is longer than the screen is printed whole", async () => {
    const page = await at.openAs("developer", "en", "/findings");
    const rows = page.getByRole("list", { includeHidden: true }).locator(".long-row");
    const all = Number((await page.locator(".long-list [role=status]").innerText()).split(" ")[0]);
    await expect.poll(() => page.locator(".long-row").count()).toBeLessThan(all);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.locator(".long-row").count()).toBe(all);
    await page.emulateMedia({ media: "screen" });
    await expect.poll(() => rows.count()).toBeLessThan(all);
  });
});
