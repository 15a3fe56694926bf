// The jobs of whoever cares for communities: how are our projects doing, what is said and done in public, with whom do we work.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { communitiesWords } from "../../look/words/portal/communities.ts";
import { noBrowser } from "../browser.ts";
import { picture } from "./picture.ts";
import { portalSetting } from "./setting.ts";

interface Entry {
  readonly id: string;
  readonly entry: Readonly<Record<string, unknown>>;
}

describe.skipIf(noBrowser)("community", () => {
  const at = portalSetting();
  const section = (page: Page, title: string) => page.locator("section", { has: page.getByRole("heading", { name: title, exact: true }) });
  const entries = (list: string) => at.office.ask<readonly Entry[]>("viewer", "GET", `/api/registers/${list}`);

  describe.each(["en", "de"] as const)("in %s", (language) => {
    const { projects, project, registers: words } = communitiesWords[language];

    test("sees how a project of ours is doing, and what it lacks for the next step", async () => {
      const page = await at.openAs("community", language, "/communities?show=public");
      await page.getByRole("link", { name: "tariff-kit", exact: true }).click();
      await page.waitForURL(/\/communities\/project\?id=tariff-kit/);
      await page.getByRole("heading", { name: project.phase }).waitFor();
      await page.getByRole("heading", { name: project.missing }).waitFor();
      await expect.poll(() => page.locator("main").innerText()).toContain(projects.state.released);
      await picture(page, `community-project-${language}`);
    });

    test("puts a talk on the register and says thanks; both are there for everybody", async () => {
      const page = await at.openAs("community", language, "/communities/registers");
      await picture(page, `community-registers-${language}`);
      await page.getByRole("button", { name: words.write.events }).click();
      await page.getByLabel(words.form.fields.title).fill(`Claims forms, one year on (${language})`);
      await page.getByLabel(words.form.fields.where).fill("Biel");
      await page.reload();
      await page.getByRole("button", { name: words.write.events }).click();
      await expect.poll(() => page.getByLabel(words.form.fields.where).inputValue()).toBe("Biel");
      await page.getByLabel(words.form.fields.on).fill("2027-03-18");
      await picture(page, `community-event-${language}`);
      await page.getByRole("button", { name: words.form.send }).click();
      await section(page, words.events).getByText(`Claims forms, one year on (${language})`).waitFor();

      await page.getByRole("button", { name: words.write.recognition }).click();
      await page.getByLabel(words.form.fields.for).fill(`Somebody answered every question of newcomers (${language})`);
      await page.getByLabel(words.form.fields.on).fill("2026-11-27");
      await page.getByRole("button", { name: words.form.send }).click();
      await section(page, words.recognition).getByText(`Somebody answered every question of newcomers (${language})`).waitFor();

      const [events, thanks] = [await entries("events"), await entries("recognition")];
      expect(events.map(({ entry }) => entry)).toContainEqual({
        title: `Claims forms, one year on (${language})`,
        on: "2027-03-18",
        kind: "talk",
        where: "Biel",
      });
      expect(thanks.map(({ entry }) => entry["for"])).toContain(`Somebody answered every question of newcomers (${language})`);
    });

    test("writes down what is done together with others; a viewer reads it and cannot write", async () => {
      const page = await at.openAs("community", language, "/communities/registers");
      await page.getByRole("button", { name: words.write.collaborations }).click();
      await page.getByLabel(words.form.fields.problem).fill(`One list of garages for all (${language})`);
      await page.getByLabel(words.form.fields.partners).fill("Juraversicherung, Garagenverband");
      await page.getByRole("button", { name: words.form.send }).click();
      await section(page, words.collaborations).getByText(`One list of garages for all (${language})`).waitFor();
      const found = (await entries("collaborations")).find(({ entry }) => entry["problem"] === `One list of garages for all (${language})`);
      expect(found?.entry["partners"]).toEqual(["Juraversicherung", "Garagenverband"]);
      const viewer = await at.openAs("viewer", language, "/communities/registers");
      await section(viewer, words.collaborations).getByText(`One list of garages for all (${language})`).waitFor();
      await expect.poll(() => viewer.getByRole("button", { name: words.write.collaborations }).count()).toBe(0);
    });
  });
});
