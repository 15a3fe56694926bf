// The record and administration, as people work with them: auditors verify, administrators let people in and out, programs get tokens, work is seen live.
import { describe, expect, test } from "vitest";
import { noBrowser } from "../browser.ts";
import type { PortalOffice } from "./office.ts";
import { portalSetting } from "./setting.ts";
import { goTo } from "./settle.ts";

describe.skipIf(noBrowser)("record and administration", () => {
  const at = portalSetting();

  test.each([
    ["en", "Check the seals", "The record is whole", "Take it along (NDJSON)", "gave a role"],
    ["de", "Die Siegel prüfen", "Das Protokoll ist vollständig", "Mitnehmen (NDJSON)", "hat eine Rolle gegeben"],
  ] as const)("an auditor verifies and exports, %s", async (language, check, whole, take, gave) => {
    const page = await at.openAs("auditor", language, "/record");
    await page.getByRole("button", { name: check }).click();
    await page.getByText(new RegExp(`^${whole}`)).waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: take }).click()]);
    let text = "";
    for await (const chunk of await download.createReadStream()) text += String(chunk);
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { schema: string; sequence: number; hash: string; previous: string });
    expect(lines[0]?.schema).toBe("allmend.record-line/1");
    expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_line, index) => index + 1));
    expect(lines.slice(1).map(({ previous }) => previous)).toEqual(lines.slice(0, -1).map(({ hash }) => hash));
    await page.locator("select").first().selectOption("role.");
    await page.getByText(gave).first().click();
    await page.waitForURL(/\/record\/\d+$/);
    await page.locator("h1", { hasText: gave }).waitFor();
    // The seal stands as its beginning; pressed, the whole of it is there.
    await page.locator(".fingerprint").last().click();
    await page.getByText(lines[Number(page.url().split("/").at(-1)) - 1]?.hash ?? "", { exact: true }).waitFor();
  });

  test("who may not read the record is told so, and whom to ask", async () => {
    const page = await at.openAs("developer", "en", "/record");
    await page.locator('main [role="alert"]').waitFor();
    await expect.poll(() => page.locator('main [role="alert"]').innerText()).toContain("You may not see this");
    await expect.poll(() => page.getByRole("button", { name: "Check the seals" }).count()).toBe(0);
  });

  test.each([
    ["en", "nina", "Add somebody", ["Id", "Name", "E-mail address"], "Add", "Role", "Give", "Make a link", "Leaves", "What is left to do"],
    [
      "de",
      "noemi",
      "Jemanden aufnehmen",
      ["Kennung", "Name", "E-Mail-Adresse"],
      "Aufnehmen",
      "Rolle",
      "Geben",
      "Link machen",
      "Tritt aus",
      "Was noch zu tun ist",
    ],
  ] as const)(
    "an administrator adds somebody, gives a role, they come in by the link, leave, and tasks appear, %s",
    async (language, id, addOne, [idField, nameField, mailField], add, role, give, makeLink, leave, tasks) => {
      const page = await at.openAs("admin", language, "/administration");
      await page.getByText(addOne, { exact: true }).click();
      await page.getByLabel(idField, { exact: true }).fill("mk");
      await page.getByLabel(nameField, { exact: true }).fill("Nobody");
      await page.getByRole("button", { name: add, exact: true }).click();
      await page.locator(".field-error").waitFor();
      await page.getByLabel(mailField, { exact: true }).fill("no address");
      await page.getByLabel(idField, { exact: true }).fill(id);
      await page.getByRole("button", { name: add, exact: true }).click();
      await page.locator(".field-error").waitFor();
      await page.getByLabel(mailField, { exact: true }).fill(`${id}@seeland.example`);
      await page.getByRole("button", { name: add, exact: true }).click();
      await page.waitForURL(`**/administration/people/${id}`);
      await page.getByLabel(role, { exact: true }).selectOption("auditor");
      await page.getByRole("button", { name: give, exact: true }).click();
      await expect.poll(async () => rolesOf(at.office, id)).toContain("auditor");
      await page.getByRole("button", { name: makeLink }).click();
      const link = await page.locator(".copy-text code").innerText();
      const fresh = await at.browser.newContext({ locale: language === "de" ? "de-CH" : "en-GB" });
      const hers = await fresh.newPage();
      await hers.goto(link);
      await hers.locator("form button, form input[type=submit]").first().click();
      await hers.waitForURL(({ pathname }) => pathname === "/");
      await goTo(hers, `${at.office.address}/record`);
      await hers.locator(".record-row").first().waitFor();
      await at.office.ask("lead", "POST", "/api/findings/assignments", {
        findings: await someFindings(at.office),
        owner: id,
        note: "please",
      });
      await page.getByRole("button", { name: leave, exact: true }).click();
      await page.locator("dialog[open]").getByRole("button", { name: leave, exact: true }).click();
      await page.getByRole("heading", { name: tasks }).waitFor();
      await expect.poll(() => page.locator(".left-tasks li").count()).toBe(1);
      await page.locator(".left-tasks a").click();
      await page.waitForURL(`**/findings?owner=${id}`);
      await page.locator(".finding-row").first().waitFor();
      await goTo(hers, hers.url());
      await expect.poll(() => new URL(hers.url()).pathname).toBe("/sign-in");
      await fresh.close();
    },
  );

  test.each([
    ["en", "Make a token", "What it is for", "read inventory and findings", "Make", "I have put it away", "Revoke"],
    ["de", "Ein Token machen", "Wozu es dient", "Inventar und Befunde lesen", "Machen", "Ich habe es versorgt", "Widerrufen"],
  ] as const)("a token is made, used against the API, and revoked, %s", async (language, makeOne, name, scope, make, away, revoke) => {
    const page = await at.openAs("developer", language, "/me");
    await page.getByText(makeOne, { exact: true }).click();
    await page.getByLabel(name, { exact: true }).fill(`CI ${language}`);
    await page.getByLabel(scope, { exact: true }).check();
    await page.getByRole("button", { name: make, exact: true }).click();
    const secret = await page.locator(".secret .copy-text code").first().innerText();
    const ask = () => fetch(`${at.office.address}/api/findings?limit=1`, { headers: { authorization: `Bearer ${secret}` } });
    const people = () => fetch(`${at.office.address}/api/people`, { headers: { authorization: `Bearer ${secret}` } });
    expect([(await ask()).status, (await people()).status]).toEqual([200, 403]);
    await page.getByRole("button", { name: away }).click();
    await page.locator(".secret").waitFor({ state: "detached" });
    expect(await page.locator("main").innerText()).not.toContain(secret);
    const line = page.locator(".lined-list li", { hasText: `CI ${language}` });
    await line.getByRole("button", { name: revoke }).click();
    await page.locator("dialog[open]").getByRole("button", { name: revoke }).click();
    await expect.poll(async () => (await ask()).status).toBe(401);
    await line.getByRole("button", { name: revoke }).waitFor({ state: "detached" });
  });

  test("work is seen live, can be left and found again", async () => {
    const page = await at.openAs("admin", "en", "/administration/jobs");
    await at.office.ask("admin", "POST", "/api/registers/catalogue", { entry: catalogueEntry });
    await page.reload({ waitUntil: "domcontentloaded" });
    const first = page.locator(".lined-list li").first();
    await first.getByText("Judging everything that is known").waitFor();
    await first.locator("a").click();
    await page.waitForURL(/\/administration\/jobs\/[0-9a-f-]{36}$/);
    const address = page.url();
    await page.getByText(/Judging everything that is known: done/).waitFor({ timeout: 30_000 });
    await goTo(page, `${at.office.address}/findings`);
    await goTo(page, address);
    await page.getByText(/uses? judged/).waitFor();
  });

  test("progress comes by events while the page stays as it is", async () => {
    const { id } = (await at.office.ask<{ id: string }[]>("admin", "GET", "/api/jobs?limit=1"))[0] ?? { id: "" };
    const context = await at.office.browserOf(at.browser, "admin");
    const page = await context.newPage();
    const running = {
      id,
      name: "judge",
      state: "running",
      stage: "read",
      done: 5,
      of: 10,
      by: "mk",
      beganAt: "2026-11-30T10:00:00.000Z",
      changedAt: "2026-11-30T10:00:01.000Z",
    };
    // What is read at first is old; from then on only the events say how far it is.
    await page.route(`**/api/jobs/${id}`, (route) => route.fulfill({ json: running }));
    await page.goto(`${at.office.address}/administration/jobs/${id}`);
    await page.getByText(/Judging everything that is known: done|Alles beurteilen, was bekannt ist: fertig/).waitFor({ timeout: 20_000 });
    await context.close();
  });

  test.each([
    ["en", "First day", "Last day", "Who stands in", "Tell", "Take back"],
    ["de", "Erster Tag", "Letzter Tag", "Wer vertritt", "Melden", "Zurücknehmen"],
  ] as const)("somebody tells an absence with a deputy and takes it back, %s", async (language, from, until, deputy, tell, back) => {
    const page = await at.openAs("lawyer", language, "/me");
    await page.getByLabel(from, { exact: true }).fill("2030-07-01");
    await page.getByLabel(until, { exact: true }).fill("2030-06-01");
    await page.locator(".field-error").waitFor();
    await page.getByLabel(until, { exact: true }).fill("2030-07-14");
    await page.getByLabel(deputy, { exact: true }).fill("dr");
    await page.getByRole("button", { name: tell, exact: true }).click();
    await page.locator(".field-error").waitFor();
    // By name, as people are called.
    await page.getByLabel(deputy, { exact: true }).fill("Lea Bösch");
    await page.getByRole("button", { name: tell, exact: true }).click();
    await page.locator(".lined-list", { hasText: "2030" }).getByText("Lea Bösch").waitFor();
    expect(await at.office.ask("lawyer", "GET", "/api/me/absences")).toMatchObject([{ person: "dr", deputy: "lb" }]);
    await page.getByRole("button", { name: back, exact: true }).click();
    await page.locator("dialog[open]").getByRole("button", { name: back, exact: true }).click();
    await expect.poll(async () => at.office.ask("lawyer", "GET", "/api/me/absences")).toEqual([]);
  });

  test("an administrator makes a person unnameable, and the record stays whole", async () => {
    await at.office.ask("admin", "POST", "/api/people", { id: "gone-soon", name: "Gone Soon" });
    const page = await at.openAs("admin", "en", "/record");
    await page.getByText("Make a person unnameable", { exact: true }).click();
    await page.getByLabel("Id of the person", { exact: true }).fill("gone-soon");
    await page.getByLabel("Why it may be forgotten", { exact: true }).fill("asked for it");
    await page.getByRole("button", { name: "Make unnameable" }).click();
    await page.locator("dialog[open]").getByRole("button", { name: "Leave it" }).click();
    expect(await at.office.ask<unknown[]>("admin", "GET", "/api/record?what=record.redacted")).toEqual([]);
    await page.getByRole("button", { name: "Make unnameable" }).click();
    await page.locator("dialog[open]").getByRole("button", { name: "Make unnameable" }).click();
    await page.getByText(/^Done: they are redacted-/).waitFor();
    const checked = await at.office.ask<{ flaws: unknown[] }>("auditor", "GET", "/api/record/verification");
    expect(checked.flaws).toEqual([]);
  });

  test("a webhook that does not answer says so when it is tried", async () => {
    const page = await at.openAs("admin", "en", "/administration/webhooks");
    await page.getByText("Add a webhook", { exact: true }).click();
    await page.getByLabel("Address", { exact: true }).fill("http://localhost:1/hook");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.locator(".field-error").waitFor();
    await page.getByLabel("Address", { exact: true }).fill("https://hooks.invalid/allmend");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.locator(".secret").waitFor();
    await page.getByRole("button", { name: "I have put it away" }).click();
    await page.getByRole("button", { name: "Send a trial" }).click();
    await page.getByText(/^It did not take it: /).waitFor({ timeout: 20_000 });
    const tried = await at.office.ask<unknown[]>("admin", "GET", "/api/record?what=webhook.tried");
    expect(tried).toHaveLength(1);
  });
});

const catalogueEntry = { component: "pkg:npm/left-align", state: "avoid" };

async function rolesOf(office: PortalOffice, id: string): Promise<string[]> {
  const { roles } = await office.ask<{ roles: { role: string }[] }>("admin", "GET", `/api/people/${id}`);
  return roles.map(({ role }) => role);
}

async function someFindings(office: PortalOffice): Promise<string[]> {
  const { items } = await office.ask<{ items: { id: string }[] }>("lead", "GET", "/api/findings?limit=2&outcome=review");
  return items.map(({ id }) => id);
}
