// The front door by keyboard: an answer while typing, a refusal with its reason, and what nobody knows becomes a question to the office.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { noBrowser } from "../browser.ts";
import type { PortalOffice } from "./office.ts";
import { portalSetting } from "./setting.ts";
import { goTo } from "./settle.ts";

describe.skipIf(noBrowser)("the front door", () => {
  const at = portalSetting();

  const typed = async (page: Page, text: string) => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type(text);
    await page.locator(".front-door-panel[aria-busy=false]").waitFor();
  };
  const box = (page: Page) => page.locator(".front-door input");
  const sentence = (page: Page) => page.locator(".front-door-sentence").innerText();

  test("a developer types a name and may use it, in the product that they chose and that is remembered", async () => {
    const page = await at.openAs("developer", "en", "/program");
    await typed(page, "react");
    expect(await sentence(page)).toMatch(/^react [\d.]+: you may use it in every product/);
    await expect.poll(() => page.locator(".front-door-answer").innerText()).toMatch(/MIT, notice needed\..*Already in .*product/s);
    if (process.env.ALLMEND_PICTURES) await page.screenshot({ path: join(process.env.ALLMEND_PICTURES, "front-door.png") });
    await page.locator(".front-door-product select").selectOption("claims-portal");
    await page.locator(".front-door-sentence", { hasText: "in Claims portal" }).waitFor();
    // The box has the focus again, and the first of the list is the component.
    await box(page).focus();
    await page.keyboard.press("ArrowDown");
    const active = await page.getByRole("combobox", { name: /May I use/ }).getAttribute("aria-activedescendant");
    await expect.poll(() => page.locator(`[id="${active}"]`).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/inventory\/components\/\d+$/);
    await goTo(page, `${at.office.address}/program`);
    await typed(page, "react");
    expect(await sentence(page)).toContain("in Claims portal");
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".front-door-panel").count()).toBe(0);
  });

  test("what may not be used is refused in German, with the rule behind it", async () => {
    const page = await at.openAs("developer", "de", "/program");
    await typed(page, "Darf ich pkg:npm/mongodb-server@1.0.0 im Schadenportal verwenden?");
    // Nobody has seen it: nothing is promised.
    await expect.poll(() => page.locator(".front-door-answer").innerText()).toMatch(/Die Lizenz ist nicht bekannt\./);
    const denied = await deniedComponent(at.office);
    await box(page).fill("");
    await typed(page, denied.name);
    await page.locator(".front-door-sentence", { hasText: "nicht verwenden" }).waitFor();
    const rule = page.locator(".front-door-answer a").first();
    await rule.click();
    await page.waitForURL(/why=rule%3A/);
  });

  test.each([
    ["en", "Do we need a contract for the summer hackathon?", "Ask the office"],
    ["de", "Brauchen wir einen Vertrag für den Sommer-Hackathon?", "Das Büro fragen"],
  ] as const)("what no rule answers becomes a question to the office, filled in (%s)", async (language, text, label) => {
    const page = await at.openAs("developer", language, "/program");
    await typed(page, text);
    await page.getByRole("option", { name: new RegExp(label) }).waitFor();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/requests\/new\/ask\?/);
    const { searchParams } = new URL(page.url());
    expect(searchParams.get("question")).toBe(text);
    expect(searchParams.get("about")).toBe("advice");
  });

  test("an answer that was given before is found by the next who asks", async () => {
    const fields = { about: "advice", subject: "Stickers with our logo", question: "May we print stickers with the Tariff kit logo?" };
    const { case: asked } = await at.office.ask<{ case: { id: string } }>("developer", "POST", "/api/cases", { kind: "ask", fields });
    const page = await at.openAs("lead", "en", "/program");
    await typed(page, "stickers");
    await page.getByRole("option", { name: /Stickers with our logo/ }).click();
    await page.waitForURL(new RegExp(`/requests/${asked.id}$`));
  });

  test("a viewer, who may ask nothing, is offered no request; hostile words stay words", async () => {
    const page = await at.openAs("viewer", "en", "/program");
    await typed(page, "<img src=x onerror=alert(1)> what?");
    expect(await page.locator(".front-door-panel img").count()).toBe(0);
    await expect.poll(() => page.getByText("Nothing here is called so.").count()).toBe(1);
  });
});

async function deniedComponent(office: PortalOffice): Promise<{ name: string }> {
  const { items } = await office.ask<{ items: { component?: number; kind: string }[] }>(
    "developer",
    "GET",
    "/api/findings?outcome=deny&kind=usage&state=open",
  );
  const component = items.find((item) => item.component !== undefined)?.component;
  return office.ask("developer", "GET", `/api/components/${component}`);
}
