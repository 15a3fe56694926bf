// The jobs of procurement, by somebody who buys and never wrote a line of code: collect what suppliers declare, pick clauses by risk, compare open with bought.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { fill } from "#look";
import { catalogueWords } from "../../look/words/portal/catalogue.ts";
import { productsWords } from "../../look/words/portal/products.ts";
import { noBrowser } from "../browser.ts";
import { picture } from "./picture.ts";
import { portalSetting } from "./setting.ts";

interface Answer {
  readonly suppliers: {
    readonly suppliers: readonly {
      readonly id: string;
      readonly items: readonly {
        readonly id: string;
        readonly state: string;
        readonly version?: string;
        readonly worst?: string;
        readonly gaps: readonly string[];
      }[];
    }[];
  };
}

const declared = (version: string) => `schema: allmend.declaration/1
supplier: Rheintal Maps
by: Kim Muster, Rheintal Maps
date: 2026-11-30
open-source: true
components:
  - { name: leaflet, version: 1.9.4, license: BSD-2-Clause, purl: "pkg:npm/leaflet@1.9.4" }
  - { name: rheintal-tiles, version: ${version}, license: Apache-2.0 }
`;

/** Of one part nobody says the licence. */
const incomplete = (version: string) => declared(version).replace(", license: Apache-2.0", "");

describe.skipIf(noBrowser)("procurement", () => {
  const at = portalSetting();
  const folder = mkdtempSync(join(tmpdir(), "allmend-deliveries-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const sdk = async () => {
    const { suppliers } = await at.office.ask<Answer>("business", "GET", "/api/portal/suppliers?lang=en");
    return suppliers.suppliers.find(({ id }) => id === "rheintal-maps")?.items[0];
  };
  const part = (page: Page) => page.locator(".inventory-part", { hasText: "Map SDK" });

  describe.each([
    ["en", "4.3"],
    ["de", "4.4"],
  ] as const)("in %s", (language, version) => {
    const words = productsWords[language].suppliers;
    const press = (page: Page, name: string) => part(page).getByRole("button", { name, exact: true }).click();

    test("asks for a declaration, takes in what came, and accepts it: each step is on record", async () => {
      const page = await at.openAs("business", language, "/inventory/suppliers");
      await expect
        .poll(() => part(page).innerText())
        .toContain(language === "en" ? "Components without a supplier" : "Klauseln, die im Vertrag fehlen: Schadloshaltung");
      await picture(page, `procurement-${language}`);

      // A file that is nothing of the kind is refused with what to ask for, and nothing is put on record.
      await press(page, words.steps.take);
      writeFileSync(join(folder, "offer.txt"), "Dear customer, everything is fine.");
      await part(page).getByLabel(words.form.version).fill(version);
      await part(page).getByLabel(words.form.file).setInputFiles(join(folder, "offer.txt"));
      await press(page, words.form.take);
      await part(page).getByRole("alert").waitFor();
      await picture(page, `procurement-refused-${language}`);
      expect((await sdk())?.version).not.toBe(version);

      writeFileSync(join(folder, "declaration.yaml"), declared(version));
      await part(page).getByLabel(words.form.file).setInputFiles(join(folder, "declaration.yaml"));
      await press(page, words.form.take);
      await part(page)
        .getByText(fill(words.form.cameWhole, { components: 2 }, language))
        .waitFor();
      await part(page).getByText(words.judged).waitFor({ timeout: 20_000 });
      await picture(page, `procurement-taken-${language}`);
      expect(await sdk()).toMatchObject({ state: "validated", version, gaps: [] });

      await press(page, words.steps.accepted);
      await part(page).getByLabel(words.form.because).fill(`Looked at in the meeting (${language})`);
      await press(page, words.form.send);
      await expect.poll(async () => (await sdk())?.state).toBe("accepted");
      await part(page).getByRole("button", { name: words.steps.requested, exact: true }).waitFor();
      const records = await at.office.ask<readonly { by?: string; data: object }[]>("admin", "GET", "/api/records?kind=supplier-delivery");
      expect(records.at(-1)).toMatchObject({ by: "vm", data: { to: "accepted", because: `Looked at in the meeting (${language})` } });
    });

    test("sends back what lacks something, refuses it with a reason, and asks anew: each step is on record", async () => {
      const page = await at.openAs("business", language, "/inventory/suppliers");
      const next = `${version}.1`;
      await press(page, words.steps.take);
      await part(page).getByLabel(words.form.version).fill(next);
      writeFileSync(join(folder, "incomplete.yaml"), incomplete(next));
      await part(page).getByLabel(words.form.file).setInputFiles(join(folder, "incomplete.yaml"));
      await press(page, words.form.take);
      await part(page)
        .getByText(fill(words.form.came, { components: 2, gaps: 1 }, language))
        .waitFor();

      await press(page, words.steps.remediation);
      await part(page).getByLabel(words.form.due).fill("2027-02-28");
      await press(page, words.form.send);
      await expect.poll(async () => (await sdk())?.state, { timeout: 20_000 }).toBe("remediation");
      await part(page)
        .getByText(fill(words.due, { date: language === "en" ? "28 February 2027" : "28. Februar 2027" }, language))
        .waitFor();
      await picture(page, `procurement-sent-back-${language}`);

      await press(page, words.steps.refused);
      await part(page).getByLabel(words.form.because).fill(`They do not say (${language})`);
      await press(page, words.form.send);
      await expect.poll(async () => (await sdk())?.state, { timeout: 20_000 }).toBe("refused");
      await press(page, words.steps.requested);
      await part(page).getByLabel(words.form.due).fill("2027-03-31");
      await press(page, words.form.send);
      await expect.poll(async () => (await sdk())?.state, { timeout: 20_000 }).toBe("requested");
      const records = await at.office.ask<readonly { by?: string; data: { to?: string } }[]>(
        "admin",
        "GET",
        "/api/records?kind=supplier-delivery",
      );
      expect(records.slice(-3)).toMatchObject([
        { by: "vm", data: { to: "remediation", due: "2027-02-28" } },
        { by: "vm", data: { to: "refused", because: `They do not say (${language})` } },
        { by: "vm", data: { to: "requested" } },
      ]);
    });

    test("picks the clauses and the questions that fit the risk, as pages to send", async () => {
      const page = await at.openAs("business", language, "/inventory/suppliers");
      const address = async (name: string) => (await part(page).getByRole("link", { name }).getAttribute("href")) ?? "";
      for (const [name, text] of [
        [words.clausesFor, "Schadloshaltung"],
        [words.questions, "ISO/IEC 5230"],
      ] as const) {
        const document = await page.context().newPage();
        await document.goto(`${at.office.address}${await address(name)}`);
        // The supplier reads German, whoever sends it.
        await expect.poll(() => document.locator("body").innerText()).toContain(text);
        await picture(document, `procurement-document-${name.slice(0, 6)}-${language}`);
      }
    });

    test("compares open source with what is sold", async () => {
      const component = `pkg:npm/maplibre-gl-${language}`;
      const entry = {
        component,
        state: "approved",
        for: `Maps in the browser ${language}`,
        criteria: { documentation: { score: 4 } },
        alternatives: [
          { name: "Rheintal Maps SDK", kind: "commercial", cost: { amount: 18000, currency: "CHF" }, because: "Dearer, and closed." },
          { name: "Own tiles", kind: "own" },
        ],
      };
      await at.office.ask("admin", "POST", "/api/registers/catalogue", { entry });
      const page = await at.openAs("business", language, "/catalogue");
      await page.getByLabel(catalogueWords[language].search).fill(`browser ${language}`);
      await expect.poll(() => page.locator("main h1").innerText()).toContain(`maplibre-gl-${language}`);
      await page.locator(".radar a").first().click();
      await page.waitForURL(/\/catalogue\/entry\?/);
      await page.getByText("Rheintal Maps SDK").waitFor();
      await expect.poll(() => page.locator("main").innerText()).toMatch(/18[’',]000/);
      await picture(page, `procurement-compare-${language}`);
    });
  });
});
