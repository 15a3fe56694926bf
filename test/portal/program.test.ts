// Jobs around the program: a lawyer reads how a policy came about, a lead tries a rule otherwise and takes it along, a team says how it delivers,
// an executive orders a report, a developer keeps to a policy. Really clicked and typed, in both languages; the API and git show what came of it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { documentWords } from "../../look/words/portal/documents.ts";
import { modelsWords } from "../../look/words/portal/models.ts";
import { programWords } from "../../look/words/portal/program.ts";
import { reportsPageWords } from "../../look/words/portal/reports.ts";
import { surveyPageWords } from "../../look/words/portal/survey.ts";
import { noBrowser } from "../browser.ts";
import { portalSetting } from "./setting.ts";

const PATH = "policies/compliance.md";

describe.skipIf(noBrowser)("the program in the portal", () => {
  const at = portalSetting();

  for (const language of ["en", "de"] as const) {
    const words = documentWords[language];

    test(`a lawyer reads how a policy came about, and what is otherwise than in the pack, ${language}`, async () => {
      const page = await at.openAs("lawyer", language, "/program/policies/compliance");
      await page.getByRole("link", { name: programWords[language].policies.history, exact: true }).click();
      await page.waitForURL("**/policies/compliance/history");
      await page.getByText(words.history.inForce).first().waitFor();
      await page.getByRole("heading", { name: words.history.pack }).waitFor();
      await page.getByText("starter@1").waitFor();
      await page.getByRole("radio", { name: words.history.side }).click();
      await page.waitForURL("**view=side");
    });

    test(`a lead tries a rule otherwise: wrong, then right, with its plan, and git takes the patch, ${language}`, async () => {
      const page = await at.openAs("admin", language, "/program/policies/compliance?rule=permissive-is-fine");
      await page.getByRole("link", { name: programWords[language].policies.draftRule }).click();
      const text = page.getByRole("textbox", { name: words.draft.text.replace("{path}", PATH) });
      const begun = await text.inputValue();
      expect(begun).toContain("id: permissive-is-fine");

      await text.fill(begun.replace('"permissive"', '"permisive"'));
      const note = page.locator(".draft-note.w-error").first();
      await note.waitFor();
      const line = begun.split("\n").findIndex((one) => one.includes('"permissive"')) + 1;
      await expect.poll(() => note.textContent()).toContain(words.draft.line.replace("{line}", String(line)));
      await expect.poll(() => page.getByRole("button", { name: words.draft.plan }).count()).toBe(0);

      const stricter = begun.replace("decide: allow", "decide: review\nlane: legal").replaceAll("expect: allow", "expect: review");
      await text.fill(stricter);
      await page.getByRole("button", { name: words.draft.plan }).click();
      await page.locator(".plan-answer").waitFor();
      await expect.poll(() => page.locator(".plan-answer").textContent()).toMatch(/^\d+ (of|von) \d+/);

      // What was typed is there when somebody comes back.
      await page.reload();
      await expect.poll(() => text.inputValue()).toBe(stricter);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: words.draft.download }).click(),
      ]);
      const folder = mkdtempSync(join(tmpdir(), "allmend-apply-"));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const patch = join(folder, "a.patch");
      await download.saveAs(patch);
      execFileSync("git", ["init", "-q"], { cwd: folder });
      execFileSync("git", ["apply", "a.patch"], { cwd: folder });
      const [, applied = ""] = /^\+\+\+ b\/(.+)$/m.exec(readFileSync(patch, "utf8")) ?? [];
      expect(readFileSync(join(folder, applied), "utf8")).toBe(stricter);
    });

    test(`a developer keeps to a policy, by name and version, ${language}`, async () => {
      const who = language === "en" ? "developer" : "lead";
      const page = await at.openAs(who, language, "/program/policies/discovery");
      await page.getByRole("button", { name: programWords[language].policies.acknowledge }).click();
      await page.getByText(programWords[language].policies.acknowledgedByMe).waitFor();
      const records = await at.office.ask<{ by: string; at: string; data: { text: string } }[]>(
        "admin",
        "GET",
        "/api/records?kind=acknowledgement&subject=policy:discovery",
      );
      const mine = records.filter(({ by }) => by === (who === "developer" ? "ts" : "lb"));
      expect(mine).toHaveLength(1);
      expect(mine[0]?.data.text).toMatch(/^[0-9a-f]{16}$/);
    });

    test(`a team says how it delivers, and sees at once what was measured, ${language}`, async () => {
      const page = await at.openAs("developer", language, "/delivery", { viewport: { width: 390, height: 844 } });
      const survey = surveyPageWords[language];
      await page.locator('a[href="/delivery/assess"]').first().click();
      await page.locator(".survey select").selectOption("product:claims-portal");
      await page.getByLabel(survey.roles.engineer).check();
      await page.getByRole("group", { name: survey.question.leadTime }).getByLabel(survey.answer.day, { exact: true }).check();
      await page.locator(".survey textarea").fill("We shipped on a Friday.");
      await page.getByRole("button", { name: survey.send }).click();
      await page.getByRole("heading", { name: survey.thanks }).waitFor();
      await expect.poll(() => page.locator(".compared section").count()).toBe(4);
      const records = await at.office.ask<{ by?: string }[]>("admin", "GET", "/api/records?kind=answer");
      expect(records.length).toBeGreaterThan(0);
      expect(records.every(({ by }) => by === undefined)).toBe(true);
    });

    test(`an executive orders the report for every month, and ends it, ${language}`, async () => {
      const page = await at.openAs("executive", language, "/reports?report=executive");
      const { schedule, kinds } = reportsPageWords[language];
      await page.getByRole("button", { name: schedule.order.replace("{report}", kinds.executive[0] ?? "") }).click();
      await page.getByRole("heading", { name: schedule.ordered }).waitFor();
      const listed = await at.office.ask<{ schedules: { report: string; every: string; language: string }[] }>(
        "executive",
        "GET",
        "/api/reports/schedules",
      );
      expect(listed.schedules).toMatchObject([{ report: "executive", every: "month", language }]);
      await page.getByRole("button", { name: new RegExp(`^${schedule.end}`) }).click();
      await page.getByRole("heading", { name: schedule.ordered }).waitFor({ state: "detached" });
    });

    test(`questions about business models become a draft of organization.yaml, ${language}`, async () => {
      const page = await at.openAs("executive", language, "/program/models");
      const { wizard } = modelsWords[language];
      const form = page.locator(".wizard form");
      await form.getByRole("group").nth(0).getByRole("radio", { name: wizard.yes, exact: true }).check();
      await form.getByRole("group").nth(6).getByRole("radio", { name: wizard.yes, exact: true }).check();
      await page.getByRole("button", { name: wizard.ask }).click();
      await page.locator(".proposal-answer").waitFor();
      await expect.poll(() => page.locator(".proposal-answer").textContent()).toContain(modelsWords[language].short.consumption);
      await page.getByRole("button", { name: wizard.draft }).click();
      const text = page.getByRole("textbox");
      await text.waitFor();
      await expect.poll(() => text.inputValue()).toMatch(/business:\n {2}role: consumer\n {2}state: proposed/);
      await page.getByText(words.draft.valid).waitFor();
    });
  }
});
