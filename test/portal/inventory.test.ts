// Jobs in the inventory and the catalogue, done by hand in both languages: found while typing, why it is here, asked for; where a range is; written and found.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { catalogueWords } from "../../look/words/portal/catalogue.ts";
import { inventoryWords } from "../../look/words/portal/inventory.ts";
import { productsWords } from "../../look/words/portal/products.ts";
import { noBrowser } from "../browser.ts";
import { portalSetting } from "./setting.ts";

interface CatalogueEntry {
  readonly id: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

describe.skipIf(noBrowser)("the inventory and the catalogue", () => {
  const at = portalSetting();

  const answer = (page: Page) => page.locator("main h1").innerText();

  describe.each(["en", "de"] as const)("%s", (language) => {
    const words = inventoryWords[language];

    test("a developer finds a component while typing, reads why it is here, and asks to use it", async () => {
      const page = await at.openAs("developer", language, "/inventory");
      await page.getByLabel(words.components.search).fill("pak");
      await page.getByRole("link", { name: "pako", exact: true }).click();
      await page.getByText(words.component.mayWe).waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/inventory\/components\/\d+$/);
      await expect.poll(() => answer(page)).toContain("pako 1.0.11");
      const place = page.getByRole("list").locator(".place-row").first();
      await place.waitFor();
      expect(await place.innerText()).toContain("jszip");
      await page.getByRole("link", { name: words.component.request }).click();
      await page.waitForURL(/\/requests\/new\/use\?component=/);
      expect(new URL(page.url()).searchParams.get("component")).toBe("pkg:npm/pako@1.0.11");
    });

    test("what is filtered stands in the address, and a name that nobody uses leads on", async () => {
      const page = await at.openAs("developer", language, "/inventory?open=deny");
      await page.getByRole("link", { name: "mupdf", exact: true }).waitFor();
      expect(await page.locator(".component-row").count()).toBe(1);
      await page.getByLabel(words.components.search).fill("nobody-uses-this");
      await page.getByText(words.components.noneFound).waitFor();
      await expect.poll(() => new URL(page.url()).searchParams.get("search")).toBe("nobody-uses-this");
      expect(new URL(page.url()).searchParams.get("open")).toBe("deny");
    });

    test("security asks where a range of versions is, and takes the answer along as CSV", async () => {
      const page = await at.openAs("lead", language, "/inventory/impact", { permissions: ["clipboard-read", "clipboard-write"] });
      await page.getByLabel(words.impact.field).fill("pako");
      await page.getByRole("button", { name: words.impact.find }).click();
      // A name alone may mean several things: each is offered.
      await page.getByText(words.impact.guess).waitFor();
      await page.getByRole("link", { name: words.impact.guessComponent.replace("{name}", "pako") }).waitFor();
      await page.getByLabel(words.impact.field).fill("pkg:npm/pako@<2.0.0");
      await page.getByRole("button", { name: words.impact.find }).click();
      await expect.poll(() => answer(page)).toContain("pako");
      await page.getByRole("button", { name: words.impact.copyCsv }).click();
      await page.getByText(words.impact.copied).waitFor();
      const csv = (await page.evaluate("navigator.clipboard.readText()")) as string;
      expect(csv.split("\r\n")[0]).toBe(words.impact.csv.join(","));
      expect(csv).toContain("claims-portal,web,claims-web,1.0.11,production");
    });

    test("a product says whether it may ship, what stops it, and gives its list of parts", async () => {
      const page = await at.openAs("lead", language, "/inventory/products/claims-portal");
      const product = productsWords[language].product;
      await page.getByText(product.whatStops).waitFor();
      expect(await page.locator("main").innerText()).toContain("mupdf");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "sbom: CycloneDX 1.6", exact: true }).click(),
      ]);
      const stream = await download.createReadStream();
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      expect(JSON.parse(Buffer.concat(parts).toString("utf8"))).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
    });

    test("the office writes an entry of the catalogue, what is typed survives, and a developer finds it by what it is good for", async () => {
      const form = catalogueWords[language].form;
      const component = `pkg:npm/fastify-${language}`;
      const page = await at.openAs("admin", language, "/catalogue/write");
      await page.getByLabel(form.component).fill(component);
      await page.getByLabel(form.purpose).fill(`Quick replies ${language}`);
      await page.reload();
      expect(await page.getByLabel(form.purpose).inputValue()).toBe(`Quick replies ${language}`);
      await page.getByRole("radio", { name: catalogueWords[language].state.approved, exact: true }).check();
      await page.getByLabel(form.category).fill("web framework");
      await page.getByRole("button", { name: form.addCriterion }).click();
      await page.getByRole("textbox", { name: form.criterion.replace("{number}", "1") }).fill("Bus factor");
      await page.getByLabel(form.evidence).fill("five maintainers");
      await page.getByRole("button", { name: form.addAlternative }).click();
      await page.getByRole("textbox", { name: form.alternative.replace("{number}", "1") }).fill("Express");
      await page.getByLabel(form.amount).fill("1'200");
      await page.getByRole("button", { name: form.save }).click();
      await page.waitForURL(/\/catalogue\/entry\?/);
      await expect.poll(() => answer(page)).toContain(`fastify-${language}`);

      const entries = await at.office.ask<CatalogueEntry[]>("viewer", "GET", "/api/registers/catalogue");
      expect(entries.find(({ id }) => id === component)?.entry).toMatchObject({
        state: "approved",
        for: `Quick replies ${language}`,
        criteria: { "bus-factor": { score: 3, evidence: "five maintainers" } },
        alternatives: [{ name: "Express", kind: "open", cost: { amount: 1200, currency: "CHF" } }],
      });

      const found = await at.openAs("developer", language, "/catalogue");
      await found.getByLabel(catalogueWords[language].search).fill(`replies ${language}`);
      await expect.poll(() => answer(found)).toBe(catalogueWords[language].answerFound.replace("{name}", `fastify-${language}`));
      await found.locator(".radar a").first().click();
      await found.waitForURL(/\/catalogue\/entry\?/);
      expect(await found.locator(".criteria").innerText()).toContain("five maintainers");
    });

    test("whoever may not write the catalogue is told whom to ask", async () => {
      const page = await at.openAs("viewer", language, "/catalogue/write");
      await expect.poll(() => answer(page)).toBe(catalogueWords[language].form.forbidden);
    });
  });
});
