// The jobs of those who answer for security, by somebody who knows a number from the news and no command: where is it, does it touch us, may it ship.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fill } from "#look";
import { findingsWords } from "../../look/words/portal/findings.ts";
import { inventoryWords } from "../../look/words/portal/inventory.ts";
import { licencesWords } from "../../look/words/portal/licences.ts";
import { productsWords } from "../../look/words/portal/products.ts";
import { requestFormWords } from "../../look/words/portal/request-form.ts";
import { requestWords } from "../../look/words/portal/request.ts";
import { noBrowser } from "../browser.ts";
import { picture } from "./picture.ts";
import { portalSetting } from "./setting.ts";

interface Vulnerable {
  readonly items: readonly {
    readonly id: string;
    readonly affects: readonly { readonly open: boolean; readonly answers: readonly object[] }[];
  }[];
}
interface Gate {
  readonly open: readonly { readonly rule: string; readonly count: number }[];
}

/** Each language answers another one: what is said holds. */
const NUMBERS = { en: "CVE-2025-12816", de: "CVE-2025-66031" } as const;

describe.skipIf(noBrowser)("security", () => {
  const at = portalSetting();
  const heading = (page: Page) => page.locator("main h1").innerText();
  const severe = async () => {
    const { open } = await at.office.ask<Gate>("security", "GET", "/api/portal/products/claims-portal?lang=en");
    return open.find(({ rule }) => rule === "severe-vulnerabilities")?.count ?? 0;
  };

  describe.each(["en", "de"] as const)("in %s", (language) => {
    const [inventory, { vulnerabilities: words }] = [inventoryWords[language], licencesWords[language]];
    const number = NUMBERS[language];

    test("knows a number from the news, and finds which products hold it", async () => {
      const page = await at.openAs("security", language, "/inventory/impact");
      await page.getByLabel(inventory.impact.field).fill("CVE-1999-0001");
      await page.getByRole("button", { name: inventory.impact.find }).click();
      await page.getByText(fill(inventory.impact.wrong, { text: "CVE-1999-0001" }, language)).waitFor();
      await page.getByLabel(inventory.impact.field).fill(number.toLowerCase());
      await page.getByRole("button", { name: inventory.impact.find }).click();
      await page.getByRole("link", { name: new RegExp(`^${number}: node-forge`) }).click();
      await expect.poll(() => heading(page)).toContain("node-forge");
      await page.getByRole("link", { name: language === "en" ? "Claims portal" : "Schadenportal", exact: true }).waitFor();
      await expect.poll(() => new URL(page.url()).searchParams.get("purl")).toBe("pkg:npm/node-forge@<1.3.2");
      await picture(page, `security-impact-${language}`);
    });

    test("says that it does not touch a product, with the reason; rules and those who use the product hear it", async () => {
      const before = await severe();
      const page = await at.openAs("security", language, `/inventory/vulnerabilities?search=${number}`);
      await page.getByRole("button", { name: words.reply.open }).click();
      await page.getByRole("radio", { name: words.reply.statuses["not-affected"], exact: true }).check();
      await page.getByRole("button", { name: words.reply.send }).click();
      await page.getByText(words.reply.needsWhy).waitFor();
      await page.getByLabel(words.reply.justification, { exact: true }).selectOption("vulnerable-code-not-in-execute-path");
      await page.getByLabel(words.reply.because).fill(`We sign nothing with it (${language})`);
      await picture(page, `security-reply-${language}`);
      await page.getByRole("button", { name: words.reply.send }).click();
      await page.getByText(words.judged).waitFor({ timeout: 20_000 });
      await page.getByText(`We sign nothing with it (${language})`).waitFor();
      await picture(page, `security-judged-${language}`);
      const { items } = await at.office.ask<Vulnerable>("security", "GET", `/api/vulnerabilities?search=${number}`);
      expect(items[0]?.affects).toMatchObject([{ open: false, answers: [{ status: "not-affected", by: "si", product: "claims-portal" }] }]);
      expect(JSON.stringify(await at.office.ask("security", "GET", "/api/reports/vex?product=claims-portal&format=openvex"))).toContain(
        `We sign nothing with it (${language})`,
      );
      // Two weak points of one package are one finding: it ends with the second answer.
      expect(await severe()).toBe(language === "de" ? 0 : before);
    });

    test("begins the clocks of the law with a report, and stops one with its evidence", async () => {
      const form = requestFormWords[language];
      const page = await at.openAs("security", language, `/requests/new/report?product=tariff-kit&vulnerability=${number}&what=exploited`);
      await page.locator("[data-field=aware] input").fill("2026-11-30T08:00");
      await page.locator("[data-field=role]").getByRole("radio").first().check();
      await page.locator("[data-field=role-because] textarea").fill("We sell it");
      await picture(page, `security-report-form-${language}`);
      await page.getByRole("button", { name: form.send, exact: true }).click();
      await page.waitForURL(/\/requests\/report-\d+$/);
      const clock = language === "en" ? "Early warning to the CSIRT and ENISA" : "Frühwarnung an CSIRT und ENISA";
      await page.getByRole("button", { name: fill(requestWords[language].ways.clock, { clock }, language) }).click();
      await picture(page, `security-clocks-${language}`);
      await page.getByLabel(requestWords[language].ways.clockEvidence).fill(`Receipt 4711 ${language}`);
      await page.locator(".case-ways form button[type=submit]").click();
      const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
      const told = async () => JSON.stringify(await at.office.ask("security", "GET", `/api/cases/${id}`));
      await expect.poll(told).toContain(`Receipt 4711 ${language}`);
    });

    test("holds a release: sees what stops it, and gives it to whoever mends it", async () => {
      const page = await at.openAs("security", language, "/inventory/products/claims-portal");
      await page.getByText(productsWords[language].product.whatStops).waitFor();
      await picture(page, `security-gate-${language}`);
      await page.locator(".inventory-part", { hasText: "mupdf" }).getByRole("link").last().waitFor();
      await page.locator(".inventory-part", { hasText: "mupdf" }).locator('a[href^="/findings?"]').click();
      await page.waitForURL(/\/findings\?product=claims-portal&rule=/);
      const give = findingsWords[language].give;
      await page.locator('a[href^="/findings/"]').first().click();
      await page.waitForURL(/finding/);
      await picture(page, `security-finding-${language}`);
      expect(give.title).not.toBe("");
    });
  });
});
