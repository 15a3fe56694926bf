// Jobs in the inventory and the catalogue, done by hand in both languages: found while typing, why it is here, asked for; where a range is; written and found.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { fill } from "#look";
import { catalogueWords } from "../../look/words/portal/catalogue.ts";
import { inventoryWords } from "../../look/words/portal/inventory.ts";
import { productsWords } from "../../look/words/portal/products.ts";
import { releasesWords } from "../../look/words/portal/releases.ts";
import { noBrowser } from "../browser.ts";
import { picture } from "./picture.ts";
import { portalSetting } from "./setting.ts";

interface CatalogueEntry {
  readonly id: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

interface Product {
  readonly gate: { readonly dutiesOpen: number };
  readonly releases: readonly { readonly version: string; readonly state: string }[];
}

type ReleaseWords = (typeof releasesWords)["en" | "de"];

/** One component, of a licence that everybody knows. */
const bill = {
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  version: 1,
  components: [
    { type: "library", name: "left-pad", version: "1.3.0", purl: "pkg:npm/left-pad@1.3.0", licenses: [{ license: { id: "MIT" } }] },
  ],
};

/** Plans one; what is done then is done in its own part of the page. */
async function plan(page: Page, words: ReleaseWords, version: string) {
  await page.getByRole("button", { name: words.plan, exact: true }).click();
  await page.getByLabel(words.version, { exact: true }).fill(version);
  await page.getByRole("button", { name: words.send, exact: true }).click();
  const of = page.locator(".inventory-part", { has: page.getByRole("heading", { name: `${version}:` }) });
  await of.waitFor();
  const press = (name: string) => of.getByRole("button", { name, exact: true }).click();
  return {
    of,
    press,
    /** A step that brings nothing along. */
    async say(step: string) {
      await press(step);
      await press(words.send);
    },
    async choose(files: { readonly notices: Buffer; readonly sbom: Buffer }) {
      for (const kind of ["notices", "sbom"] as const)
        await of
          .getByLabel(words.files[kind], { exact: true })
          .setInputFiles({ name: `${kind}.file`, mimeType: "text/plain", buffer: files[kind] });
    },
  };
}

/** As somebody takes it along from the page. */
async function report(page: Page, kind: string, format: string): Promise<Buffer> {
  const address = new URL(`/api/reports/${kind}?product=allmend&format=${format}&lang=de`, page.url()).href;
  return (await page.context().request.get(address)).body();
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
      await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/inventory\/components\/\d+$/);
      await expect.poll(() => answer(page)).toContain("pako 1.0.11");
      const place = page.getByRole("list").locator(".place-row").first();
      await place.waitFor();
      await expect.poll(() => place.innerText()).toContain("jszip");
      await page.getByRole("link", { name: words.component.request }).click();
      await page.waitForURL(/\/requests\/new\/use\?component=/);
      await expect.poll(() => new URL(page.url()).searchParams.get("component")).toBe("pkg:npm/pako@1.0.11");
    });

    test("what is filtered stands in the address, and a name that nobody uses leads on", async () => {
      const page = await at.openAs("developer", language, "/inventory?open=deny");
      await page.getByRole("link", { name: "mupdf", exact: true }).waitFor();
      await expect.poll(() => page.locator(".component-row").count()).toBe(1);
      await page.getByLabel(words.components.search).fill("nobody-uses-this");
      await page.getByText(words.components.noneFound).waitFor();
      await expect.poll(() => new URL(page.url()).searchParams.get("search")).toBe("nobody-uses-this");
      await expect.poll(() => new URL(page.url()).searchParams.get("open")).toBe("deny");
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
      await expect.poll(() => page.locator("main").innerText()).toContain("mupdf");
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "sbom: CycloneDX 1.6", exact: true }).click(),
      ]);
      const stream = await download.createReadStream();
      const parts: Buffer[] = [];
      for await (const part of stream) parts.push(part as Buffer);
      expect(JSON.parse(Buffer.concat(parts).toString("utf8"))).toMatchObject({ bomFormat: "CycloneDX", specVersion: "1.6" });
    });

    test("what stands against a step of a release is said before, and it goes back with a reason", async () => {
      const release = releasesWords[language];
      const version = `1.0.0-${language}`;
      const page = await at.openAs("admin", language, "/inventory/products/claims-portal");
      const part = await plan(page, release, version);
      await part.say(release.steps.frozen);
      await part.of.getByText(fill(release.against["findings-open"], { count: 1 }, language)).waitFor();
      await picture(page, `release-stopped-${language}`);
      expect(await part.of.getByRole("button", { name: release.steps.resolved, exact: true }).count()).toBe(0);
      await part.press(release.steps.planned);
      await part.of.getByLabel(release.because).fill("a library is updated first");
      await part.press(release.send);
      await page.getByRole("heading", { name: `${version}: ${words.impact.releaseStates.planned}` }).waitFor();
    });

    test("the office writes an entry of the catalogue, what is typed survives, and a developer finds it by what it is good for", async () => {
      const form = catalogueWords[language].form;
      const component = `pkg:npm/fastify-${language}`;
      const page = await at.openAs("admin", language, "/catalogue/write");
      await page.getByLabel(form.component).fill(component);
      await page.getByLabel(form.purpose).fill(`Quick replies ${language}`);
      await page.reload();
      await expect.poll(() => page.getByLabel(form.purpose).inputValue()).toBe(`Quick replies ${language}`);
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
      await expect.poll(() => found.locator(".criteria").innerText()).toContain("five maintainers");
    });

    test("whoever may not write the catalogue is told whom to ask", async () => {
      const page = await at.openAs("viewer", language, "/catalogue/write");
      await expect.poll(() => answer(page)).toBe(catalogueWords[language].form.forbidden);
    });
  });

  test("a release goes its whole way, and what was made for it is looked at", async () => {
    const words = releasesWords.de;
    await at.office.ask("admin", "POST", "/api/sboms?product=allmend&deliverable=checkout&name=checkout.json", bill);
    const page = await at.openAs("admin", "de", "/inventory/products/allmend");
    const part = await plan(page, words, "1.0.0");
    await part.say(words.steps.frozen);
    await part.say(words.steps.resolved);
    const made = { notices: await report(page, "notices", "html"), sbom: await report(page, "sbom", "cyclonedx") };
    // What does not say from what it was made is no artefact of a release.
    await part.press(words.steps.made);
    await part.choose({ ...made, notices: Buffer.from("all is well") });
    await part.press(words.send);
    await part.of.getByRole("alert").waitFor();
    await part.choose(made);
    await part.press(words.send);
    await part.press(words.steps.verified);
    await part.choose(made);
    await part.press(words.send);
    await part.of.getByText(fill(words.against["obligations-open"], { count: 2 }, "de")).waitFor();
    for (const id of ["attribution", "license-text"])
      await at.office.ask("admin", "POST", "/api/records", {
        kind: "obligation",
        id,
        subject: "product:allmend",
        data: { state: "fulfilled", evidence: "notices 1.0.0" },
      });
    const product = () => at.office.ask<Product>("admin", "GET", "/api/portal/products/allmend");
    await expect.poll(async () => (await product()).gate.dutiesOpen, { timeout: 20_000 }).toBe(0);
    await page.reload();
    await part.say(words.steps.shipped);
    await part.press(words.steps.archived);
    await part.of.getByLabel(words.archive).fill("Archiv 2026/17");
    await part.press(words.send);
    await part.of.getByText(words.ended).waitFor();
    await picture(page, "release-archived");
    const { releases } = await product();
    expect(releases.find(({ version }) => version === "1.0.0")).toMatchObject({ state: "archived", archive: "Archiv 2026/17" });
  });
});
