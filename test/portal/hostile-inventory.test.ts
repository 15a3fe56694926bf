// What others named to harm or confuse: markup as names, texts of 10,000 characters, right-to-left, a licence that says two things. It is shown as text, inside the page.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { sampleResult } from "#publish/testing";
import type { ResultComponent, ScanResult } from "#scan";
import { inventoryWords } from "../../look/words/portal/inventory.ts";
import { launch, noBrowser } from "../browser.ts";
import { type PortalOffice, startPortalOffice } from "./office.ts";
import { goTo } from "./settle.ts";

const MARKUP = '"><img src=x onerror=globalThis.hacked=1><script>globalThis.hacked=1</script>';
const TURNED = "\u202Egnp.exe \u0645\u0643\u062A\u0628\u0629";
const LONG = "endless".repeat(40);
const BOOK = `<b>${"All rights reserved by nobody. ".repeat(400)}</b>`;

function named(name: string, rest: Partial<ResultComponent> = {}): ResultComponent {
  return {
    purl: `pkg:npm/${encodeURIComponent(name)}@1.0.0`,
    type: "npm",
    name,
    version: "1.0.0",
    declared: [],
    notion: "none",
    pinned: true,
    ...rest,
  };
}

const components = [
  named(MARKUP, { declared: [{ text: BOOK, from: "manifest", path: MARKUP }] }),
  named(TURNED, { license: "MIT", notion: "declared", declared: [{ text: "MIT", from: "lockfile" }] }),
  named(LONG, { license: `${"MIT AND ".repeat(950)}Apache-2.0`, notion: "declared" }),
  named("two-faced", {
    license: "MIT",
    notion: "declared",
    declared: [{ text: "MIT", from: "manifest" }],
    declaredLicense: "MIT",
    detected: { expression: "GPL-3.0-only", confidence: 0.97, from: "installed", files: [{ path: MARKUP, expression: "GPL-3.0-only" }] },
    licenseDiffers: true,
  }),
].toSorted((a, b) => (a.purl < b.purl ? -1 : 1));

const [repository] = sampleResult.repositories;
if (!repository) throw new Error("the sample has no repository");

const hostile: ScanResult = {
  ...sampleResult,
  components,
  repositories: [{ ...repository, id: MARKUP, products: ["claims-portal"], licenses: [] }],
  uses: components.map(({ purl }, component) => ({
    component,
    repository: MARKUP,
    product: "claims-portal",
    deliverable: "web",
    scope: "production",
    direct: false,
    manifests: [{ path: `${MARKUP}/package.json`, line: 1 }],
    path: [`pkg:npm/${encodeURIComponent(TURNED)}@1.0.0`, purl],
  })),
  vulnerabilities: [
    {
      id: "CVE-2026-0001",
      aliases: [],
      summary: BOOK,
      url: "javascript:globalThis.hacked=1",
      severity: "critical",
      exploited: { by: MARKUP },
      sources: [MARKUP],
      affects: [{ component: 0, sure: true, open: true, openIn: ["claims-portal"], answers: [] }],
    },
  ],
  suppliers: [
    {
      id: "evil",
      name: MARKUP,
      tier: "high",
      items: [
        {
          id: "item",
          name: LONG,
          kind: "cots",
          products: ["claims-portal"],
          state: "gaps",
          gaps: [{ code: "licence-missing", count: 3, of: 3, examples: [MARKUP, TURNED, LONG] }],
          components: 3,
        },
      ],
    },
  ],
  obligations: [],
  findings: [],
  verdicts: [],
  compatibility: [],
  communities: [],
};

describe.skipIf(noBrowser)("hostile names in the inventory", () => {
  let office: PortalOffice;
  let browser: Browser;
  const ids = new Map<string, number>();
  beforeAll(async () => {
    [office, browser] = await Promise.all([startPortalOffice({ scanned: false }), launch()]);
    await office.ask("admin", "POST", "/api/results", hostile);
    await vi.waitFor(async () => expect(await openNow(office)).toBeGreaterThan(0), { timeout: 60_000, interval: 500 });
    const { items } = await office.ask<{ items: { id: number; name: string }[] }>("viewer", "GET", "/api/components");
    for (const { id, name } of items) ids.set(name, id);
  });
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  const pages = () => [
    "/inventory",
    ...[...ids.values()].map((id) => `/inventory/components/${id}`),
    `/inventory/impact?purl=${encodeURIComponent(`pkg:npm/${encodeURIComponent(MARKUP)}@<2`)}`,
    `/inventory/impact?purl=${encodeURIComponent(MARKUP)}`,
    "/inventory/licences",
    "/inventory/licences?show=differs",
    `/inventory/licences/one?license=${encodeURIComponent(MARKUP)}`,
    "/inventory/obligations",
    "/inventory/vulnerabilities",
    "/inventory/suppliers",
    "/inventory/products/claims-portal",
    `/inventory/products/${encodeURIComponent(MARKUP)}`,
    "/inventory/repositories",
    "/inventory/repositories/1",
    `/catalogue?search=${encodeURIComponent(MARKUP)}`,
    `/catalogue/entry?component=${encodeURIComponent(MARKUP)}`,
  ];

  test.each([1280, 390])("no page runs what it shows or grows over the edge, %i wide", async (width) => {
    const context = await office.browserOf(browser, "lead", { viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.on("dialog", () => expect.unreachable("something opened a dialog"));
    for (const path of pages()) {
      await goTo(page, `${office.address}${path}`);
      expect(await page.evaluate("globalThis.hacked"), path).toBeUndefined();
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), `${path} runs over the edge`).toBeLessThanOrEqual(0);
      expect(await page.locator("main img, main script, main a[href^='javascript']").count(), path).toBe(0);
    }
    await context.close();
  });

  test("names are text of their own direction, whole", async () => {
    const context = await office.browserOf(browser, "lead");
    const page = await context.newPage();
    await goTo(page, `${office.address}/inventory`);
    const names = await page.locator(".component-row a bdi").allTextContents();
    expect(names.toSorted()).toEqual(components.map(({ name }) => name).toSorted());
    await context.close();
  });

  test("a licence that says two things is told and marked, and leads to its component", async () => {
    const context = await office.browserOf(browser, "lawyer");
    const page = await context.newPage();
    await goTo(page, `${office.address}/inventory/licences?show=differs`);
    await page.getByRole("link", { name: "two-faced 1.0.0" }).click();
    const words = inventoryWords.en.component;
    await page.getByText(words.differs).waitFor();
    const notions = await page.locator(".notions").innerText();
    expect(notions).toContain("MIT");
    expect(notions).toContain("GPL-3.0-only");
    await expect.poll(() => page.locator(".notions .mark.s-review").count()).toBe(2);
    await context.close();
  });
});

/** How many components wait to be looked at: judged in the background. */
async function openNow(office: PortalOffice): Promise<number> {
  return (await office.ask<{ items: readonly object[] }>("viewer", "GET", "/api/portal/components?open=review")).items.length;
}
