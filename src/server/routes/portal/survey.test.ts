// Several people of a team answer; nobody is named, and nobody counts twice.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadProgram } from "#program";
import { sampleResult } from "#publish/testing";
import { readLines, readRecords, saveResult } from "#store";
import { onEachDatabase } from "#store/testing";
import { loadOptions } from "../../judging/load-options.ts";
import { someone, testOffice, type TestOffice } from "../../testing/office.ts";

const home = mkdtempSync(join(tmpdir(), "allmend-survey-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const about = "product:claims-portal";
const body = {
  about,
  role: "engineer",
  said: { deploymentFrequency: "on-demand", leadTime: "hour", timeToRestore: "day", changeFailureRate: "0-15" },
  example: "We shipped a fix on a Friday, and nothing broke.",
};
const person = (id: string) => someone(id, [{ role: "viewer" }]);
type Answered = { answers: number; keys: { key: string; said?: string; compared: string; state: string }[] };

onEachDatabase((databases) => {
  let office: TestOffice;
  beforeAll(async () => {
    const database = await databases.fresh();
    const { program } = await loadProgram(join(import.meta.dirname, "..", "..", "..", "..", "examples", "allmend"), loadOptions());
    if (!program) throw new Error("the example has no program");
    const clock = () => new Date("2026-11-02T14:37:11Z");
    office = await testOffice({ database, home, clock, program: { program, digest: program.digest } });
    const [entry] = sampleResult.deliveries;
    if (!entry) throw new Error("the sample delivers nothing");
    const deliveries = [{ ...entry, subject: about }];
    await saveResult(database.sql, { ...sampleResult, vulnerabilities: [], deliveries }, { at: clock(), source: "upload", findings: true });
  });
  const answer = (who: string, more: object = {}) =>
    office.ask<Answered>("POST", "/api/portal/survey?lang=de", { as: person(who), body: { ...body, ...more } });
  const said = async () =>
    (await office.ask<{ profiles: { keys: { said?: { text: string } }[] }[] }>("GET", "/api/portal/delivery", { as: person("a") })).body
      .profiles[0]?.keys[0]?.said;

  test("the form knows what can be spoken of", async () => {
    const { body: form } = await office.ask<{ subjects: { id: string; name: string }[]; questions: { id: string; answers: string[] }[] }>(
      "GET",
      "/api/portal/survey?lang=de",
      { as: person("a") },
    );
    expect(form.subjects).toContainEqual({ id: about, name: "Schadenportal", answers: 0 });
    expect(form.questions[0]).toMatchObject({ id: "deploymentFrequency", answers: expect.arrayContaining(["on-demand"]) as unknown });
  });

  test("who answers sees at once what was measured, and a second answer takes the place of the first", async () => {
    const first = await answer("a");
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    expect(first.body.answers).toBe(1);
    expect(first.body.keys[0]).toMatchObject({ key: "deploymentFrequency", said: "Elite" });
    expect((await answer("a", { said: {} })).body).toMatchObject({ answers: 1, keys: [{ state: "unknown" }, {}, {}, {}] });
    expect((await answer("b")).body.answers).toBe(2);
  });

  test("the record names nobody, and not the hour", async () => {
    const records = await readRecords(office.deps.database.sql, { kinds: ["answer"] });
    expect(records.length).toBeGreaterThan(1);
    for (const record of records) {
      expect(record.by).toBeUndefined();
      expect(record.at).toBe("2026-11-02T00:00:00.000Z");
    }
    const lines = await readLines(office.deps.database.sql, { what: "record.added", limit: 100 });
    expect(new Set(lines.map((line) => line.private["by"]))).toEqual(new Set(["survey"]));
  });

  test("it stands on the page of delivery from five people on", async () => {
    for (const who of ["a", "c", "d"]) await answer(who);
    expect(await said()).toBeUndefined();
    await answer("e");
    expect((await said())?.text).toBeDefined();
  });

  test("what is no answer, or about nothing, is refused", async () => {
    expect((await answer("f", { said: { leadTime: "soon" } })).status).toBe(422);
    expect((await answer("f", { about: "product:no-such-product" })).status).toBe(422);
    expect((await answer("f", { example: "  " })).status).toBe(422);
  });

  test("the bands of another year are chosen", async () => {
    const page = (year: string) => office.ask<{ year: number }>("GET", `/api/portal/delivery?year=${year}`, { as: person("a") });
    expect((await page("2019")).body.year).toBe(2019);
    expect((await page("2020")).status).toBe(422);
  });
});
