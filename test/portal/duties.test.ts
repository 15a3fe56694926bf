// What a licence asks is put on record from its own page: by those who keep the records; others are led to the office.
import { describe, expect, test } from "vitest";
import { noBrowser } from "../browser.ts";
import { portalSetting } from "./setting.ts";

interface RecordLine {
  readonly kind: string;
  readonly subject?: string;
  readonly by?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

describe.skipIf(noBrowser)("duties", () => {
  const at = portalSetting();
  const records = () => at.office.ask<RecordLine[]>("admin", "GET", "/api/records?kind=obligation");

  test("evidence goes on record, and so does why something does not apply", async () => {
    const page = await at.openAs("admin", "en", "/inventory/obligations");
    // A line for each licence; its duties stand below it, by product.
    await page.locator(".duty-licence", { hasText: "MIT" }).first().click();
    await page.waitForURL(/license=MIT/);
    const first = page.locator(".duties-of .place-row").first();
    await first.getByText("Put evidence on record").click();
    await first.getByLabel("What shows it").fill("notices-3.2.html");
    await first.getByRole("button", { name: "Put it on record" }).click();
    await expect.poll(async () => (await records()).length).toBe(1);
    expect((await records())[0]).toMatchObject({
      kind: "obligation",
      subject: "product:claims-portal",
      by: "mk",
      data: { state: "fulfilled", evidence: "notices-3.2.html" },
    });

    const german = await at.openAs("admin", "de", "/inventory/obligations?license=Apache-2.0");
    const other = german.locator(".duties-of .place-row").first();
    await other.getByText("Einen Beleg in die Akten legen").click();
    await other.getByRole("radio", { name: "gilt hier nicht" }).check();
    await other.getByLabel("Weshalb es nicht gilt").fill("wird nicht ausgeliefert");
    await other.getByRole("button", { name: "In die Akten legen" }).click();
    await expect.poll(async () => (await records()).length).toBe(2);
    expect((await records())[1]?.data).toMatchObject({ state: "not-applicable", because: "wird nicht ausgeliefert" });
  });

  test("whoever keeps no records tells the office, with the question filled in", async () => {
    const page = await at.openAs("lawyer", "en", "/inventory/obligations?license=MIT");
    const first = page.locator(".duties-of .place-row").first();
    await first.getByText("Put evidence on record").click();
    await first.getByRole("link", { name: "Tell the office" }).click();
    await page.waitForURL(/\/requests\/new\/ask\?about=license/);
    await expect.poll(() => page.getByLabel("In a few words").inputValue()).toMatch(/^Evidence: /);
  });
});
