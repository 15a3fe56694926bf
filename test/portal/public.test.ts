// The jobs of somebody from outside, without an account: what do they stand for and what do they give away, whom do I ask, how do I take part.
import type { Page } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { siteWords } from "#look";
import { signInWords } from "../../look/words/portal/sign-in.ts";
import { noBrowser } from "../browser.ts";
import { picture } from "./picture.ts";
import { portalSetting } from "./setting.ts";

interface Told {
  readonly case: {
    readonly requester: string;
    readonly phase: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly lanes: readonly { readonly id: string }[];
  };
}

describe.skipIf(noBrowser)("the public", () => {
  const at = portalSetting();

  describe.each([
    ["en", "en-GB"],
    ["de", "de-CH"],
  ] as const)("in %s", (language, locale) => {
    const words = siteWords(language);
    const opened = async (path: string): Promise<Page> => {
      const context = await at.browser.newContext({ viewport: { width: 1280, height: 900 }, locale });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      await page.goto(`${at.office.address}${path}`);
      return page;
    };
    const menu = (page: Page, name: string) => page.locator("nav").getByRole("link", { name, exact: true }).click();

    test("comes to a closed door, finds the way round it, and reads policies, projects and whom to ask", async () => {
      const page = await opened("/");
      await page.getByRole("link", { name: signInWords[language].site }).click();
      await page.getByRole("heading", { level: 1 }).waitFor();
      await picture(page, `public-home-${language}`);
      await menu(page, words.pages.policies);
      await page.locator("main li a").first().click();
      // Sentences, not rules.
      expect(await page.locator("main").innerText()).not.toContain("when:");
      await picture(page, `public-policy-${language}`);
      await menu(page, words.pages.projects);
      await picture(page, `public-projects-${language}`);
      await menu(page, words.pages.contact);
      await expect.poll(() => page.locator("main").innerText()).toContain("security@seeland.example");
    });

    test("asks for the source of what was shipped; the office has it on its desk, with the address for the answer", async () => {
      const page = await opened("/public");
      await menu(page, words.ask.menu);
      await page.locator("[name=about]").selectOption("source");
      await page.locator("[name=subject]").fill(`Source of the portal (${language})`);
      await page.locator("[name=question]").fill("Where do I get the source of what runs in my browser?");
      await page.locator("[name=contact]").fill("ann@example.net");
      // Which product is asked only of those who want source: the page says so, and nothing typed is lost. Once: an address asks five times in ten minutes.
      if (language === "en") {
        await page.getByRole("button", { name: words.ask.send }).click();
        await page.getByRole("alert").waitFor();
        await expect.poll(() => page.locator("[name=subject]").inputValue()).toBe(`Source of the portal (${language})`);
        await picture(page, `public-ask-${language}`);
      }
      await page.locator("[name=product]").fill("Claims portal 3.2");
      await page.getByRole("button", { name: words.ask.send }).click();
      await page.getByRole("heading", { name: words.ask.sent }).waitFor();
      await picture(page, `public-sent-${language}`);
      const [, id = ""] = /\b(ask-\d+)\b/.exec(await page.locator("main").innerText()) ?? [];
      const { case: asked } = await at.office.ask<Told>("lawyer", "GET", `/api/cases/${id}`);
      expect([asked.requester, asked.phase, asked.fields["contact"]]).toEqual(["public:site", "review", "ann@example.net"]);
      expect(asked.lanes.map((lane) => lane.id)).toContain("legal");
    });

    test("finds how to take part in a project, and offers to work together", async () => {
      const page = await opened(`/public/${language}/projects.html`);
      await page.getByRole("link", { name: "tariff-kit", exact: true }).click();
      await page.getByText(words.projects.contribute, { exact: true }).waitFor();
      const how = await page.getByRole("link", { name: "CONTRIBUTING.md" }).getAttribute("href");
      expect(how).toBe("https://github.com/seeland/tariff-kit/blob/HEAD/CONTRIBUTING.md");
      await picture(page, `public-project-${language}`);
      await menu(page, words.ask.menu);
      await page.locator("[name=about]").selectOption("community");
      await page.locator("[name=subject]").fill(`Working together (${language})`);
      await page.locator("[name=question]").fill("We keep a list of natural hazards too. Shall we keep one?");
      await page.locator("[name=contact]").fill("kim@example.net");
      await page.getByRole("button", { name: words.ask.send }).click();
      await page.getByRole("heading", { name: words.ask.sent }).waitFor();
      const { cases } = await at.office.ask<{ cases: readonly { title: string }[] }>("admin", "GET", "/api/cases?kind=ask");
      expect(cases.map(({ title }) => title)).toContain(`Working together (${language})`);
    });
  });
});
