// Jobs of those who ask and of those who decide, in a real browser: what they click and type, and what the API then says came of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { boardsWords, fill, type Language, wordsOf } from "#look";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deskWords } from "../../look/words/portal/desk.ts";
import { requestFormWords } from "../../look/words/portal/request-form.ts";
import { requestsWords } from "../../look/words/portal/requests.ts";
import { noBrowser } from "../browser.ts";
import { root } from "../run.ts";
import { executiveQuestion, openCase, useOf } from "./cases.ts";
import { type Mailbox, openMailbox } from "../../src/server/testing/mailbox.ts";
import { portalSetting } from "./setting.ts";
import { goTo } from "./settle.ts";

interface Told {
  readonly case: {
    readonly id: string;
    readonly phase: string;
    readonly outcome?: { readonly by: readonly string[]; readonly because: readonly string[]; readonly conditions: readonly string[] };
    readonly lanes: readonly { readonly votes: readonly { readonly by: string; readonly vote: string }[] }[];
  };
}

/** Exceptions are the board's, with the board's own quorum. */
const boardWaives = readFileSync(join(root, "packs", "starter", "cases", "waive.yaml"), "utf8").replace(
  /^lanes:\n[\s\S]*?^escalation:/m,
  "lanes:\n  board: { title: { en: Board, de: Gremium }, decides: { board: review-board } }\nescalation:",
);

describe.skipIf(noBrowser)("requests", () => {
  let box: Mailbox;
  beforeAll(async () => {
    box = await openMailbox();
  });
  afterAll(() => box?.stop());
  const at = portalSetting(() => ({ mail: box.address, documents: { "cases/waive.yaml": boardWaives } }));
  // Mails go out once a minute: asked now, the last test finds its own there.
  beforeAll(async () => {
    await at.office.ask("executive", "PUT", "/api/me/notifications", { mail: "at-once", language: "de" });
    await openCase(at.office, "admin", "resolve", executiveQuestion);
  });

  const told = (id: string) => at.office.ask<Told>("admin", "GET", `/api/cases/${id}`);
  const idIn = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";
  const title = (page: Page) => page.locator("h1").innerText();
  const newest = async (q: string) => (await at.office.ask<{ cases: { id: string }[] }>("admin", "GET", `/api/cases?q=${q}`)).cases;

  /** Answers what the form of kind `use` asks beyond what the address filled. */
  async function answerUse(page: Page, language: Language, license: string): Promise<void> {
    const form = requestFormWords[language];
    await page.locator("[data-field=license] input").fill(license);
    await page.locator("[data-field=modified]").getByRole("radio", { name: form.no, exact: true }).check();
    await page.locator("[data-field=linkage]").getByRole("radio").first().check();
    await page.locator("[data-field=purpose] textarea").fill("padding in the claims form");
  }

  for (const language of ["en", "de"] as const) {
    const words = requestsWords[language];
    const form = requestFormWords[language];
    const desk = deskWords[language];
    const name = (text: string) => `${text}-${language}`;
    const copyleft = language === "en" ? "GPL-3.0-only" : "GPL-2.0-only";

    describe(`in ${language}`, () => {
      test("a developer asks for what is allowed and is answered at once", async () => {
        const component = `pkg:npm/${name("left-pad")}@1.3.0`;
        const page = await at.openAs("developer", language, `/requests/new/use?component=${component}&product=claims-portal`);
        await expect.poll(() => page.locator("[data-field=component]").innerText()).toContain(form.from.address);
        await page.getByRole("button", { name: form.send, exact: true }).click();
        await expect.poll(() => page.locator("[data-field=purpose]").innerText()).toContain(form.required);
        await answerUse(page, language, "MIT");
        await page.getByRole("button", { name: form.send, exact: true }).click();
        await page.getByRole("heading", { level: 1, name: words.mayBeUsed.approved.use }).waitFor();
        const { case: state } = await told(idIn(page));
        expect([state.phase, state.outcome?.by]).toEqual(["approved", ["rules"]]);
      });

      test("what needs legal goes there; what was typed survives a reload; the lawyer approves with conditions by keyboard", async () => {
        const component = `pkg:npm/${name("copyleft")}@1.0.0`;
        const page = await at.openAs("developer", language, `/requests/new/use?component=${component}&product=claims-portal`);
        await answerUse(page, language, copyleft);
        await goTo(page, page.url());
        await expect.poll(() => page.locator("[data-field=purpose] textarea").inputValue()).toBe("padding in the claims form");
        await expect.poll(() => page.locator(".draft-restored").count()).toBe(1);
        await page.getByRole("button", { name: form.send, exact: true }).click();
        await page.waitForURL(/\/requests\/use-\d+$/);
        const id = idIn(page);
        await page.getByText(language === "en" ? /^With Legal, answer by/ : /^Liegt bei: Recht\. Antwort bis/).waitFor();
        expect((await told(id)).case.phase).toBe("review");

        const lawyer = await at.openAs("lawyer", language, `/requests/desk?case=${id}`);
        await lawyer.locator(".decide").waitFor();
        await lawyer.keyboard.press("c");
        await lawyer.keyboard.type("Keep it a program of its own");
        await lawyer.keyboard.press("Tab");
        await lawyer.keyboard.press("Tab");
        await lawyer.keyboard.press("Space");
        await lawyer.keyboard.press("Tab");
        await lawyer.keyboard.press("Enter");
        await lawyer.getByText(fill(desk.done, { id }, language)).waitFor();
        const { case: state } = await told(id);
        expect([state.phase, state.outcome?.by, state.outcome?.conditions]).toEqual(["approved", ["dr"], ["Keep it a program of its own"]]);
      });

      test("nobody decides what they asked for themselves", async () => {
        const opened = await openCase(at.office, "lawyer", "use", useOf(`pkg:npm/${name("own")}@1.0.0`, copyleft, { linkage: "dynamic" }));
        const page = await at.openAs("lawyer", language, `/requests/${opened.case.id}`);
        await page.getByText(desk.own).waitFor();
        await expect.poll(() => page.locator(".decide").count()).toBe(0);
        await expect(
          at.office.ask("lawyer", "POST", `/api/cases/${opened.case.id}/decisions`, {
            lane: "legal",
            vote: "approve",
            attested: ["terms-read"],
          }),
        ).rejects.toThrow(/403|409/);
      });

      test("somebody was quicker: it is told by whom, and what was typed is still there", async () => {
        const { case: opened } = await openCase(
          at.office,
          "developer",
          "use",
          useOf(`pkg:npm/${name("raced")}@1.0.0`, copyleft, { distribution: "distributed" }),
        );
        const page = await at.openAs("lawyer", language, `/requests/desk?case=${opened.id}`);
        await page.locator(".decide").waitFor();
        await page.keyboard.press("r");
        await page.keyboard.type("Its licence asks too much");
        await at.office.ask("lawyer", "POST", `/api/cases/${opened.id}/decisions`, {
          lane: "legal",
          vote: "approve",
          attested: ["terms-read"],
        });
        await page.getByRole("button", { name: desk.send.reject }).click();
        await page.getByText(fill(desk.conflict, { name: "Dario Rossi" }, language)).waitFor();
        await expect.poll(() => page.locator(".decide textarea").inputValue()).toBe("Its licence asks too much");
        expect((await told(opened.id)).case.phase).toBe("approved");
      });

      test("several like cases are decided together, each on record, and what failed is told for each", async () => {
        const [one, two, gone] = await Promise.all(
          ["a", "b", "c"].map((each) =>
            openCase(at.office, "developer", "use", useOf(`pkg:npm/${name(`bulk-${each}`)}@1.0.0`, copyleft, { distribution: "embedded" })),
          ),
        );
        const ids = [one, two, gone].map((opened) => opened?.case.id ?? "");
        const page = await at.openAs("lawyer", language, "/requests/desk");
        for (const id of ids) await page.getByRole("checkbox", { name: fill(desk.chooseOne, { id }, language) }).check();
        await at.office.ask("developer", "POST", `/api/cases/${ids[2]}/withdrawal`, { because: "not needed" });
        await page.locator(".bulk fieldset input").check();
        await page.getByRole("button", { name: desk.approveAll }).click();
        await page.getByText(fill(desk.bulkDone, { done: 2, count: 3 }, language)).waitFor();
        expect(await Promise.all(ids.map(async (id) => (await told(id)).case.phase))).toEqual(["approved", "approved", "withdrawn"]);
      });

      test("an exception is asked from an address, and the board decides it with its quorum; the minutes tell it", async () => {
        const because = name("The contract runs out in spring");
        const query = "rule=no-network-copyleft&about=product&subject=claims-portal&owner=claims-engineering&risk=low&expires=2099-01-31";
        const page = await at.openAs("developer", language, `/requests/new/waive?${query}`);
        await page.locator("[data-field=because] textarea").fill(because);
        await page.locator("[data-field=control] textarea").fill("It is reached from inside only");
        await page.getByRole("button", { name: form.send, exact: true }).click();
        await page.waitForURL(/\/requests\/waive-\d+$/);
        const id = idIn(page);

        const voters = [
          ["lawyer", "review"],
          ["lead", "approved"],
        ] as const;
        for (const [who, phase] of voters) {
          const board = await at.openAs(who, language, "/requests/boards/review-board");
          await board.locator(`.agenda a[href="/requests/${id}"]`).click();
          await board.locator(".decide").getByRole("button", { name: desk.approve, exact: true }).click();
          await board.getByRole("button", { name: desk.send.approve }).click();
          await expect.poll(async () => (await told(id)).case.lanes[0]?.votes.length).toBe(who === "lawyer" ? 1 : 2);
          expect((await told(id)).case.phase).toBe(phase);
        }
        const minutes = await at.openAs("lawyer", language, "/requests/boards/review-board");
        const ours = minutes.locator(".minute", { has: minutes.locator(`a[href="/requests/${id}"]`) });
        await expect.poll(() => ours.innerText()).toContain(boardsWords[language].told.outcome.approved);
        const [download] = await Promise.all([
          minutes.waitForEvent("download"),
          minutes.getByRole("link", { name: boardsWords[language].download }).click(),
        ]);
        const text = readFileSync(await download.path(), "utf8");
        expect(text).toContain(`## ${id.replaceAll("_", "\\_")}`);
        expect(text).toContain(`- Dario Rossi: ${boardsWords[language].told.vote.approve}`);
      });

      test("on a phone a request is approved", async () => {
        const { case: opened } = await openCase(
          at.office,
          "developer",
          "use",
          useOf(`pkg:npm/${name("phone")}@1.0.0`, copyleft, { distribution: "source" }),
        );
        const page = await at.openAs("lawyer", language, "/requests/desk", { viewport: { width: 390, height: 900 } });
        await page.locator(`[data-case="${opened.id}"] a`).click();
        await page.getByRole("button", { name: desk.approve, exact: true }).click();
        await page.locator(".decide fieldset.some-of input").check();
        await page.getByRole("button", { name: desk.send.approve }).click();
        await expect.poll(async () => (await told(opened.id)).case.phase).toBe("approved");
      });
    });
  }

  test("a draft that was kept waits on its page, is finished there and sent", async () => {
    const { case: opened } = await openCase(
      at.office,
      "developer",
      "use",
      { component: "pkg:npm/kept@1.0.0", product: "claims-portal" },
      false,
    );
    const page = await at.openAs("developer", "en", "/requests?show=waiting");
    expect(await title(page)).not.toBe(requestsWords.en.answerNone);
    await page.locator(`a[href="/requests/${opened.id}"]`).first().click();
    await answerUse(page, "en", "MIT");
    await page.getByRole("button", { name: "Send it" }).click();
    await page.getByRole("heading", { level: 1, name: requestsWords.en.mayBeUsed.approved.use }).waitFor();
    expect((await told(opened.id)).case.phase).toBe("approved");
  });

  test("an executive says yes from the link of a mail, without signing in; looking at it decides nothing", {
    timeout: 150_000,
  }, async () => {
    const [found] = await newest("keycloak");
    const id = found?.id ?? "";
    await expect.poll(() => box.mails.join("\n"), { timeout: 100_000, interval: 1000 }).toContain(`/decide/${id}`);
    const link = /\/decide\/\S+\?token=\S+/.exec(box.mails.join("\n").replaceAll("=\r\n", "").replaceAll("=3D", "="))?.[0] ?? "";
    const page = await (await at.browser.newContext({ locale: "de-CH" })).newPage();
    const words = wordsOf("de").server.decide;
    await page.goto(`${at.office.address}${link}`);
    expect(await title(page)).toBe(executiveQuestion.question);
    expect((await told(id)).case.phase).toBe("review");
    await page.getByRole("button", { name: words.no }).click();
    await page.getByText(words.noNeeds).waitFor();
    expect((await told(id)).case.phase).toBe("review");
    await page.getByRole("button", { name: words.yes }).click();
    expect(await title(page)).toBe(words.said.yes);
    const { case: state } = await told(id);
    expect([state.phase, state.outcome?.by]).toEqual(["approved", ["rf"]]);
    await page.goto(`${at.office.address}${link}`);
    expect(await title(page)).toBe(words.ended);
  });
});
