// The self-assessment as people go through it: a form is written, filled in without a network, put on record, added up beside what was measured.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { outputSchemas } from "../src/cli/outputs/index.ts";
import { launch, noBrowser, open } from "./browser.ts";
import { runner, scratch } from "./run.ts";

const folder = scratch();
const run = runner(join(folder, "home"));
const program = join(folder, "program");
const NOW = "2026-11-23";
const survey = (...args: string[]) => run(["survey", ...args, "--program", program, "--lang", "en"], { cwd: folder });

function answered(name: string, count: number, role: string, leadTime: string): string {
  const list = Array.from({ length: count }, (_, index) => ({
    about: "product:portal",
    id: `${name}-${index}`,
    role,
    leadTime,
    reliability: "met",
    example: `Case ${name} ${index}`,
  }));
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(list));
  return path;
}

beforeAll(async () => {
  mkdirSync(program);
  writeFileSync(
    join(program, "organization.yaml"),
    "organization: Small\nlanguages: [en, de]\nteams: { web: { lead: lb } }\nproducts:\n  - id: portal\n    name: { en: Portal, de: Kundenportal }\n    owner: web\n    deliverables: [{ id: web, distribution: hosted, repositories: [web] }]\n",
  );
});

describe("a form", () => {
  it("is written in both languages, as HTML and YAML", async () => {
    const { code, err } = await survey("new", "--about", "product:portal", "--output", "forms");
    expect(code, err).toBe(0);
    const german = await run(["survey", "new", "--about", "team:web", "--output", "forms", "--program", program, "--lang", "de"], {
      cwd: folder,
    });
    expect(german.code).toBe(0);
    expect(readdirSync(join(folder, "forms")).sort()).toEqual([
      "survey-product-portal.html",
      "survey-product-portal.yaml",
      "survey-team-web.html",
      "survey-team-web.yaml",
    ]);
    expect(readFileSync(join(folder, "forms", "survey-product-portal.html"), "utf8")).toContain("About Portal");
    expect(readFileSync(join(folder, "forms", "survey-team-web.html"), "utf8")).toContain("Wie liefern wir?");
  });

  it("that is left empty is refused, question by question", async () => {
    const { code, err } = await survey("import", join(folder, "forms", "survey-product-portal.yaml"));
    expect(code).toBe(2);
    expect(err).toContain("it does not say the role");
    expect(err).toContain("there is no example");
  });

  it("is about what exists", async () => {
    expect((await survey("new", "--about", "product:nobody")).err).toContain("unknown-product");
    expect((await survey("new", "--about", "team:nobody")).err).toContain("unknown-team");
    expect((await survey("new")).err).toContain("record-without-subject");
  });

  it.skipIf(noBrowser)("works without a network and gives a file that can be imported", async () => {
    const browser = await launch();
    try {
      const { page, complaints } = await open(browser, pathToFileURL(join(folder, "forms", "survey-product-portal.html")).href, {
        acceptDownloads: true,
      });
      await page.click("button");
      expect(await page.textContent("#said")).toContain("Please choose");
      for (const [name, value] of Object.entries({
        role: "engineer",
        deploymentFrequency: "weekly",
        leadTime: "week",
        timeToRestore: "unknown",
        changeFailureRate: "0-15",
        reliability: "met",
      }))
        await page.check(`input[name="${name}"][value="${value}"]`);
      await page.fill("#example", "We shipped on a Friday, <b>twice</b>.");
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("button")]);
      const path = join(folder, "from-form.json");
      await download.saveAs(path);
      expect(complaints.filter((complaint) => !complaint.startsWith("request: blob:"))).toEqual([]);
      const taken = await survey("import", path, "--json", "--now", NOW);
      expect(taken.code, taken.err).toBe(0);
      expect(outputSchemas["imported-answers"].parse(JSON.parse(taken.out))).toMatchObject({ taken: 1, known: 0, refused: 0 });
      expect(JSON.parse((await survey("import", path, "--json")).out)).toMatchObject({ taken: 0, known: 1 });
    } finally {
      await browser.close();
    }
  });
});

describe("answers", () => {
  it("are added up from five on, roles where each has five; records hold no name and no time", async () => {
    await survey("import", answered("engineers", 3, "engineer", "longer"), "--now", NOW);
    expect((await survey("results")).out).toContain("fewer than five answers");
    const taken = await survey(
      "import",
      answered("more", 6, "engineer", "longer"),
      answered("managers", 5, "manager", "hour"),
      "--now",
      NOW,
    );
    expect(taken.err).toContain("11 answers put on record");
    const document = outputSchemas.survey.parse(JSON.parse((await survey("results", "--json")).out));
    const [portal] = document.results;
    expect(portal?.byRole?.manager?.levels.leadTime).toBe("elite");
    expect(portal?.byRole?.engineer?.levels.leadTime).toBe("low");
    const lines = readFileSync(join(program, "records", "answers.jsonl"), "utf8")
      .trim()
      .split("\n");
    for (const line of lines) expect(Object.keys(JSON.parse(line) as object).sort()).toEqual(["at", "data", "id", "kind", "subject"]);
    for (const line of lines) expect((JSON.parse(line) as { at: string }).at).toBe(NOW);
    const text = (await survey("results")).out;
    expect(text).toContain("those who lead or decide: 5 answers");
    expect((await run(["survey", "results", "--program", program, "--lang", "de"])).out).toContain(
      "Was die Leute von ihrer Lieferung sagen",
    );
  });

  it("stand in no result", async () => {
    mkdirSync(join(folder, "repositories", "web"), { recursive: true });
    writeFileSync(join(folder, "repositories", "web", "README.md"), "# Web\n");
    const { out, err } = await run(["scan", join(folder, "repositories"), "--program", program, "--json", "--now", NOW, "--quiet"]);
    expect(out, err).toContain('"allmend.result/1"');
    expect(out).not.toContain("Case managers");
    const { measures } = JSON.parse(out) as { measures: { measure: string; subject: string; value: number | null; reason?: string }[] };
    expect(measures).toContainEqual(expect.objectContaining({ measure: "delivery.reliability", subject: "organization", value: 1 }));
    // Said, and not measured: there is no history here.
    expect(measures).toContainEqual(
      expect.objectContaining({ measure: "executive.perception-gap", subject: "product:portal", value: null, reason: "no-source" }),
    );
  });
});

describe("the questionnaire on culture", () => {
  it.skipIf(noBrowser)("is filled in on its form in either language, and taken in", async () => {
    const browser = await launch();
    try {
      for (const [language, missing] of [
        ["en", "Please"],
        ["de", "Bitte"],
      ] as const) {
        const forms = join(folder, `culture-form-${language}`);
        const args = ["survey", "new", "--questionnaire", "culture", "--about", "team:web", "--output", forms, "--program", program];
        expect((await run([...args, "--lang", language], { cwd: folder })).code).toBe(0);
        const { page, complaints } = await open(browser, pathToFileURL(join(forms, "survey-culture-team-web.html")).href, {
          acceptDownloads: true,
          viewport: { width: 390, height: 800 },
        });
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
        // Who does not know an answer answers nothing: one that only says a role is not taken.
        await page.check('input[name="role"][value="engineer"]');
        for (const question of ["managerSupport", "understoodValue", "clearRules", "timeForIt"])
          await page.check(`input[name="${question}"][value="unknown"]`);
        await page.click("button");
        expect(await page.textContent("#said")).toContain(missing);
        await page.check('input[name="clearRules"][value="strongly-agree"]');
        await page.check('input[name="timeForIt"][value="disagree"]');
        const [download] = await Promise.all([page.waitForEvent("download"), page.click("button")]);
        const path = join(folder, `from-culture-form-${language}.json`);
        await download.saveAs(path);
        expect(complaints.filter((complaint) => !complaint.startsWith("request: blob:"))).toEqual([]);
        const taken = await survey("import", path, "--questionnaire", "culture", "--json", "--now", "2024-01-01");
        expect(JSON.parse(taken.out), taken.err).toMatchObject({ taken: 1, refused: 0 });
        await page.context().close();
      }
    } finally {
      await browser.close();
    }
  });

  it("is handed out, answered and added up apart from delivery", async () => {
    const culture = (...args: string[]) => survey(...args, "--questionnaire", "culture");
    expect((await culture("new", "--output", "culture")).code).toBe(0);
    expect(readdirSync(join(folder, "culture")).sort()).toEqual(["survey-culture-organization.html", "survey-culture-organization.yaml"]);
    expect((await culture("new", "--about", "product:portal")).err).toContain("survey-subject");
    expect((await culture("import", join(folder, "culture", "survey-culture-organization.yaml"))).err).toContain("it answers no question");
    const before = (await survey("results")).out;
    const said = { managerSupport: "agree", understoodValue: "strongly-agree", clearRules: "neither", timeForIt: "disagree" };
    const list = Array.from({ length: 5 }, (_, id) => ({
      survey: "culture/1",
      about: "team:web",
      id: `c${id}`,
      role: "engineer",
      ...said,
    }));
    const path = join(folder, "culture.json");
    writeFileSync(path, JSON.stringify(list));
    const taken = await survey("import", path, "--json", "--now", NOW);
    expect(JSON.parse(taken.out)).toMatchObject({ taken: 5, refused: 0 });
    expect(JSON.parse((await survey("import", path, "--json", "--now", NOW)).out)).toMatchObject({ taken: 0, known: 5 });
    expect((await survey("results")).out).toBe(before);
    const document = outputSchemas["culture-survey"].parse(JSON.parse((await culture("results", "--json", "--now", NOW)).out));
    expect(document.results.map(({ subject, all }) => [subject, all?.index])).toEqual([
      ["team:web", 62.5],
      ["organization", 62.5],
    ]);
    expect((await culture("results", "--now", "2028-01-01")).out).toContain("There is no answer on record");
    expect(
      (await run(["survey", "results", "--questionnaire", "culture", "--program", program, "--lang", "de", "--now", NOW])).out,
    ).toContain("Klare Regeln");
  });
});
