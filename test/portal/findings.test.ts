// Findings, as people work with them: from the cell of the matrix to the finding and on to the waiver; given to somebody, and still theirs afterwards.
import { describe, expect, test } from "vitest";
import { noBrowser } from "../browser.ts";
import type { PortalOffice } from "./office.ts";
import { portalSetting } from "./setting.ts";
import { goTo } from "./settle.ts";

interface Finding {
  readonly id: string;
  readonly label: string;
  readonly owner?: string;
  readonly assigned: boolean;
}

describe.skipIf(noBrowser)("findings", () => {
  const at = portalSetting();

  test.each([
    ["en", "Compliance, Claims portal", "goes against a rule", "Ask for an exception"],
    ["de", "Lizenztreue, Schadenportal", "verstösst gegen eine Regel", "Eine Ausnahme beantragen"],
  ] as const)("a developer goes from a cell to the finding and to the waiver, %s", async (language, cell, sentence, ask) => {
    const page = await at.openAs("developer", language, "/findings");
    await page.getByRole("button", { name: new RegExp(`^${cell}`) }).click();
    await expect.poll(() => new URL(page.url()).search).toBe("?area=compliance&product=claims-portal");
    const first = page.locator(".finding-row a").first();
    await first.filter({ hasText: "mupdf" }).click();
    await page.waitForURL(/\/findings\/[0-9a-f]{16}$/);
    await page.locator("h1", { hasText: sentence }).waitFor();
    await expect.poll(() => page.locator("main").innerText()).toContain("AGPL-3.0");
    await page.getByRole("link", { name: ask }).click();
    await page.waitForURL(/\/requests\/new\/waive\?finding=finding%3A[0-9a-f]{16}/);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => new URL(page.url()).search).toBe("?area=compliance&product=claims-portal");
  });

  test("arrow keys move in the matrix, and Enter chooses", async () => {
    const page = await at.openAs("viewer", "en", "/findings");
    await page.locator('[data-cell="0-0"]').focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.evaluate("document.activeElement.dataset.cell")).toBe("1-1");
    await page.keyboard.press("Enter");
    await expect.poll(() => new URL(page.url()).searchParams.get("area")).toBe("review-approval");
    await expect.poll(() => page.locator('[data-cell="1-1"]').getAttribute("aria-pressed")).toBe("true");
  });

  test.each([
    ["en", "Give to somebody", "Person or team", "Note", "Give", "Take back"],
    ["de", "Jemandem zuweisen", "Person oder Team", "Notiz", "Zuweisen", "Zurücknehmen"],
  ] as const)(
    "an owner gives a finding, and it is still given after everything was judged anew, %s",
    async (language, openForm, to, note, give, back) => {
      const { items } = await at.office.ask<{ items: Finding[] }>("lead", "GET", "/api/findings?rule=no-network-copyleft&state=open");
      const finding = items[0];
      expect(finding?.assigned).toBe(false);
      const page = await at.openAs("lead", language, `/findings/${finding?.id.slice("finding:".length)}`);
      await page.getByRole("button", { name: openForm }).click();
      await page.getByLabel(to, { exact: true }).fill("nobody-here");
      await page.getByLabel(note, { exact: true }).fill("<b>by Friday</b>");
      await page.getByRole("button", { name: give, exact: true }).click();
      // Said at the field, and nothing of what was typed is lost: not even by going away.
      await page.locator(".field-error").waitFor();
      await expect.poll(() => page.getByLabel(to, { exact: true }).getAttribute("aria-invalid")).toBe("true");
      await goTo(page, page.url());
      await page.getByRole("button", { name: openForm }).click();
      await expect.poll(() => page.getByLabel(note, { exact: true }).inputValue()).toBe("<b>by Friday</b>");
      await page.getByLabel(to, { exact: true }).fill("ts");
      await page.getByRole("button", { name: give, exact: true }).click();
      await page.getByText("<b>by Friday</b>").waitFor();
      await judgedAnew(at.office);
      const list = await at.openAs("lead", language, "/findings?owner=ts");
      await list.locator(".finding-row").first().waitFor();
      await expect.poll(() => list.locator(".finding-row a").allInnerTexts()).toEqual([finding?.label]);
      const lines = await at.office.ask<{ subject: string; private: Record<string, string> }[]>(
        "auditor",
        "GET",
        "/api/record?what=finding.assigned&limit=1",
      );
      expect(lines[0]).toMatchObject({ subject: finding?.id, private: { by: "lb", owner: "ts", why: "<b>by Friday</b>" } });
      await goTo(page, page.url());
      await page.getByRole("button", { name: back, exact: true }).click();
      await page.locator("dialog[open]").getByRole("button", { name: back, exact: true }).click();
      await page.getByRole("button", { name: openForm }).waitFor();
      const after = await at.office.ask<Finding & { finding: Finding }>(
        "lead",
        "GET",
        `/api/portal/findings/${encodeURIComponent(finding?.id ?? "")}`,
      );
      expect(after.finding.assigned).toBe(false);
    },
  );

  test("several are given at once", async () => {
    const page = await at.openAs("lead", "en", "/findings?outcome=deny");
    await page.locator(".finding-row").first().waitFor();
    await page.getByRole("button", { name: "Choose those shown" }).click();
    await page.getByLabel("Person or team", { exact: true }).fill("security");
    await page.getByRole("button", { name: "Give", exact: true }).click();
    await page.getByText(/were given to security/).waitFor();
    const { items } = await at.office.ask<{ items: Finding[] }>("lead", "GET", "/api/findings?owner=security");
    expect(items.length).toBe(2);
  });

  test("who may not give has no button for it, and what is not there says so", async () => {
    const page = await at.openAs("viewer", "en", "/findings?outcome=deny");
    await page.locator(".finding-row a").first().click();
    await page.locator(".finding-parts").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Give to somebody" }).count()).toBe(0);
    const gone = await at.office.browserOf(at.browser, "viewer");
    const none = await gone.newPage();
    await goTo(none, `${at.office.address}/findings/0000000000000000`);
    await none.locator('main [role="alert"]').waitFor();
  });

  test("markup, ten thousand characters and right-to-left text are text, and nothing runs over the edge", async () => {
    await at.office.ask("admin", "POST", "/api/sboms?product=tariff-kit&deliverable=library&name=hostile.json", hostileBill());
    const context = await at.office.browserOf(at.browser, "lead", { viewport: { width: 390, height: 900 } });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("dialog", (dialog) => void dialog.dismiss().then(() => complaints.push("a dialog")));
    page.on("pageerror", (error) => complaints.push(error.message));
    await goTo(page, `${at.office.address}/findings?product=tariff-kit&search=hostile`);
    await page.locator(".finding-row").first().waitFor();
    const rows = await page.locator(".finding-row a").allInnerTexts();
    expect(rows.some((text) => text.includes("<img src=x onerror=alert(1)>"))).toBe(true);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    const { items } = await at.office.ask<{ items: Finding[] }>("lead", "GET", "/api/findings?product=tariff-kit&search=hostile");
    expect(items.map(({ label }) => label).join()).toContain("\u05e9\u05dc\u05d5\u05dd");
    for (const { id, label } of items) {
      await goTo(page, `${at.office.address}/findings/${id.slice("finding:".length)}`);
      await page.locator(".finding-parts").waitFor();
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), label.slice(0, 50)).toBeLessThanOrEqual(0);
      expect(await page.locator("main img, main b").count()).toBe(0);
    }
    expect(items.some(({ label }) => label.length > 1000)).toBe(true);
    const long = `<b>${"to use is to owe ".repeat(600)}\u202e`;
    await page.route("**/api/portal/findings/**", async (route) => {
      const answer = (await (await route.fetch()).json()) as { finding: { label: string }; words: Record<string, unknown> };
      const words = {
        ...answer.words,
        remedy: long,
        license: [long],
        places: [{ place: "x".repeat(10_000), note: long }],
        unknown: [{ fact: long, reason: long }],
      };
      await route.fulfill({
        json: {
          ...answer,
          finding: { ...answer.finding, label: long },
          words: { ...words, policy: { area: long, statement: long, place: long } },
        },
      });
    });
    await goTo(page, `${at.office.address}/findings/${items[0]?.id.slice("finding:".length)}`);
    await page.locator(".finding-parts").waitFor();
    expect((await page.locator("main").innerText()).length).toBeGreaterThan(60_000);
    expect(await page.locator("main img, main b").count()).toBe(0);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

/** A supplier's bill whose components are called what nobody should be called. */
function hostileBill(): unknown {
  const names = ["hostile <img src=x onerror=alert(1)>", `hostile ${"a".repeat(1000)}`, "hostile \u05e9\u05dc\u05d5\u05dd\u202e abc"];
  const component = (name: string) => ({ type: "library", name, version: "1.0.0", licenses: [{ license: { id: "AGPL-3.0-only" } }] });
  return { bomFormat: "CycloneDX", specVersion: "1.6", version: 1, components: names.map(component) };
}

async function judgedAnew(office: PortalOffice): Promise<void> {
  const { items } = await office.ask<{ items: { id: number }[] }>("admin", "GET", "/api/results?limit=1");
  expect(items.length).toBe(1);
  const before = await office.ask<{ id: number }[]>("admin", "GET", "/api/judgements?limit=1");
  await office.ask("admin", "POST", "/api/registers/events", {
    id: `judged-${before[0]?.id}`,
    entry: { title: "A talk", on: "2026-11-01", kind: "talk" },
  });
  await expect
    .poll(async () => (await office.ask<{ id: number }[]>("admin", "GET", "/api/judgements?limit=1"))[0]?.id, { timeout: 30_000 })
    .not.toBe(before[0]?.id);
}
