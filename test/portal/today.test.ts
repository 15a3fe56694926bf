// The start page of each role: its sentence first, what waits, and for those who lead one screen on which they decide.
import { describe, expect, test } from "vitest";
import { noBrowser } from "../browser.ts";
import { type Who } from "./office.ts";
import { portalSetting } from "./setting.ts";
import { goTo } from "./settle.ts";

interface Today {
  answer: string;
  waiting: { text: string; address?: string }[];
  requests: { text: string; detail?: string }[];
  blocks: { id: string; sentence: string; lines: { text: string }[] }[];
  executive?: { messages: unknown[]; case?: { id: string } };
}

describe.skipIf(noBrowser)("the start page", () => {
  const at = portalSetting();

  const today = (who: Who) => at.office.ask<Today>(who, "GET", "/api/portal/today?lang=en");

  test("a developer reads whether they may ship, and finds the request that they made", async () => {
    const fields = { about: "advice", subject: "May we show a logo?", question: "May we show a customer's logo in the README?" };
    await at.office.ask("developer", "POST", "/api/cases", { kind: "ask", fields });
    const page = await at.openAs("developer", "en", "/", { viewport: { width: 1280, height: 800 } });
    await expect.poll(() => page.locator("h1.answer").innerText()).toMatch(/^(You may ship|Claims portal may not ship yet)/);
    const request = page.locator("section", { has: page.getByRole("heading", { name: "Your requests" }) });
    await expect.poll(() => request.innerText()).toMatch(/May we show a logo\?\n.*being looked at/);
    await page.getByRole("link", { name: /findings of Claims engineering/ }).click();
    await page.waitForURL(/\/findings\?owner=claims-engineering$/);
  });

  test.each([
    ["lawyer", "en", "Your desk"],
    ["auditor", "de", "Das Protokoll"],
    ["business", "en", "What suppliers owe"],
    ["admin", "de", "Das Büro"],
    ["lead", "en", "Your products"],
  ] as const)("the %s has a block of their own (%s)", async (who, language, title) => {
    const page = await at.openAs(who, language, "/", { viewport: { width: 1280, height: 800 } });
    await page.getByRole("heading", { name: title, exact: true }).waitFor();
    const { answer, waiting } = await today(who);
    expect(answer).not.toBe("");
    // Whatever waits has a page where it is done.
    expect(waiting.filter(({ address }) => address === undefined)).toEqual([]);
  });

  test("what is no decision is not on the desk, and a product is as ready here as on its own page", async () => {
    const fields = { component: "pkg:npm/%40seeland/half@1.0.0", product: "claims-portal" };
    const { case: draft } = await at.office.ask<{ case: { id: string } }>("lead", "POST", "/api/cases", {
      kind: "use",
      fields,
      submit: false,
    });
    const { waiting, blocks } = await today("lead");
    // A package by its name, not by its URL.
    expect(waiting.find(({ address }) => address === `/requests/${draft.id}`)?.text).toBe("@seeland/half 1.0.0");
    expect(blocks.find(({ id }) => id === "desk")?.sentence).toBe("No request waits for a decision of yours.");
    const { gate } = await at.office.ask<{ gate: { state: string } }>("lead", "GET", "/api/portal/products/tariff-kit?lang=en");
    expect(gate.state).toBe("stopped");
    expect(blocks.find(({ id }) => id === "products")?.lines.map(({ text }) => text)).toContain("Tariff kit: not ready to ship yet.");
  });

  test("on an auditor's page stands how far the record is sealed, and on a viewer's nothing of it", async () => {
    const [auditor, viewer] = await Promise.all([today("auditor"), today("viewer")]);
    expect(auditor.blocks.find(({ id }) => id === "audit")?.sentence).toMatch(/The record has \d+ lines\./);
    expect(viewer.blocks).toEqual([]);
    expect(viewer.answer).toBe("Nothing waits for you.");
  });

  test("an executive has one screen, asks back, then says yes; the record says so", async () => {
    const fields = {
      what: "membership",
      subject: "keycloak-fund",
      question: "Do we join the Keycloak fund for 15,000 CHF a year?",
      recommendation: "Yes: four products rest on it.",
      reasons: "Four products; against it speaks the money.",
      cost: 15_000,
      currency: "CHF",
      owner: "ospo",
    };
    const { case: opened } = await at.office.ask<{ case: { id: string; phase: string } }>("admin", "POST", "/api/cases", {
      kind: "resolve",
      fields,
    });
    const page = await at.openAs("executive", "en", "/", { viewport: { width: 1280, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollHeight - innerHeight"), "needs scrolling").toBeLessThanOrEqual(0);
    await expect.poll(() => page.locator(".executive-messages > li").count()).toBe(3);
    await expect.poll(() => page.locator(".executive-ask").innerText()).toContain("Do we join the Keycloak fund");
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await page.getByLabel("What do you want to know?").fill("Who else pays?");
    // Nothing typed is lost.
    await goTo(page, page.url());
    await page.getByRole("button", { name: "Ask", exact: true }).click();
    await expect.poll(() => page.getByLabel("What do you want to know?").inputValue()).toBe("Who else pays?");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Your answer is on record.").waitFor();
    expect((await caseNow(opened.id)).phase).toBe("waiting");
    await at.office.ask("admin", "POST", `/api/cases/${opened.id}/answers`, { answer: "Two insurers." });

    const german = await at.openAs("executive", "de", "/", { viewport: { width: 1280, height: 800 } });
    await german.getByRole("button", { name: "Ja", exact: true }).click();
    await german.getByText("Ihre Antwort steht im Protokoll.").waitFor();
    const decided = await caseNow(opened.id);
    expect(decided.lanes?.flatMap(({ votes }) => votes.map(({ by, vote }) => [by, vote]))).toContainEqual(["rf", "approve"]);
  });

  const caseNow = async (id: string) =>
    (
      await at.office.ask<{ case: { phase: string; lanes?: { votes: { by: string; vote: string }[] }[] } }>(
        "executive",
        "GET",
        `/api/cases/${id}`,
      )
    ).case;
});
