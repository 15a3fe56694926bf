// A report every month or quarter: ordered, listed, sent when its day comes, attached for those who may see it, ended.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadProgram } from "#program";
import { sampleResult } from "#publish/testing";
import { addPerson, nextOf, noticesOf, readRecords, saveResult } from "#store";
import { onEachDatabase } from "#store/testing";
import { loadOptions } from "../judging/load-options.ts";
import { mailOf } from "../notify/mails.ts";
import { someone, testOffice, type TestOffice } from "../testing/office.ts";
import { attachReport } from "./attach-report.ts";
import { REPORT_READY, sendDueReports, subjectOf } from "./send-due.ts";

const home = mkdtempSync(join(tmpdir(), "allmend-schedule-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test("it comes on the first of the next month or quarter, in every year", () => {
  const of = (every: "month" | "quarter", at: string) => nextOf(every, new Date(at)).toISOString();
  expect(of("month", "2026-11-30T23:59:00Z")).toBe("2026-12-01T06:00:00.000Z");
  expect(of("month", "2026-12-01T06:00:00Z")).toBe("2027-01-01T06:00:00.000Z");
  expect(of("quarter", "2026-11-30T12:00:00Z")).toBe("2027-01-01T06:00:00.000Z");
  expect(of("quarter", "2026-01-01T00:00:00Z")).toBe("2026-04-01T06:00:00.000Z");
});

const executive = someone("rf", [{ role: "executive" }]);
const lead = someone("lb", [{ role: "viewer" }]);

onEachDatabase((databases) => {
  let office: TestOffice;
  let now = new Date("2026-11-15T09:00:00Z");
  beforeAll(async () => {
    const database = await databases.fresh();
    const { program } = await loadProgram(join(import.meta.dirname, "..", "..", "..", "examples", "allmend"), loadOptions());
    if (!program) throw new Error("the example has no program");
    office = await testOffice({ database, home, clock: () => now, program: { program, digest: program.digest } });
    await saveResult(database.sql, { ...sampleResult, vulnerabilities: [] }, { at: now, source: "upload", findings: true });
    await database.sql.transaction().execute(async (tx) => {
      for (const id of ["rf", "lb", "ts"]) await addPerson(tx, { id, name: id, email: `${id}@seeland.example` }, now);
    });
  });
  const order = (as: typeof executive, more: object = {}) =>
    office.ask<{ id: string; next: string }>("POST", "/api/reports/schedules", {
      as,
      body: { report: "executive", language: "de", every: "month", ...more },
    });
  const told = async (who: string) => (await noticesOf(office.deps.database.sql, who, 50)).filter(({ what }) => what === REPORT_READY);

  test("ordered and listed, by those who may see the report", async () => {
    const made = await order(executive);
    expect(made, JSON.stringify(made.body)).toMatchObject({ status: 201, body: { next: "2026-12-01T06:00:00.000Z" } });
    expect((await order(executive, { report: "no-such" })).status).toBe(404);
    expect((await order(executive, { report: "sbom", product: "claims-portal" })).status).toBe(422);
    expect((await order(executive, { team: "claims-engineering" })).status).toBe(404);
    expect((await order(lead, { team: "claims-engineering", every: "quarter" })).status).toBe(201);
    const { body } = await office.ask<{ teams: string[]; schedules: { team?: string; mine: boolean }[] }>("GET", "/api/reports/schedules", {
      as: lead,
    });
    expect(body.teams).toContain("claims-engineering");
    expect(body.schedules).toMatchObject([{ team: "claims-engineering", mine: true, every: "quarter" }]);
  });

  test("nothing goes out before its day; then once, however long nobody looked, and it stands on record", async () => {
    expect(await sendDueReports(office.deps)).toEqual({ sent: 0 });
    now = new Date("2026-12-20T09:00:00Z");
    expect(await sendDueReports(office.deps)).toEqual({ sent: 1 });
    expect(await sendDueReports(office.deps)).toEqual({ sent: 0 });
    expect(await told("rf")).toMatchObject([{ subject: "report:executive?lang=de", urgent: true }]);
    now = new Date("2027-01-02T09:00:00Z");
    expect(await sendDueReports(office.deps)).toEqual({ sent: 2 });
    // The team of two, and the executive's next one.
    expect([(await told("lb")).length, (await told("ts")).length, (await told("rf")).length]).toEqual([1, 1, 2]);
    expect((await readRecords(office.deps.database.sql, { kinds: ["report"] })).map(({ id }) => id)).toEqual([
      "executive",
      "executive",
      "executive",
    ]);
  });

  test("the mail leads to the report, and brings it to those who may see it", async () => {
    const subject = subjectOf({ report: "executive", language: "de" });
    const [notice] = await told("rf");
    if (!notice) throw new Error("nobody was told");
    const mail = mailOf([{ ...notice, attempts: 0 }], "de", new URL("https://ospo.seeland.example"));
    expect(mail.text).toContain("https://ospo.seeland.example/reports?report=executive&lang=de");
    expect(mail.subject).toBe("Allmend: executive: der bestellte Bericht ist da");
    const [attached] = await attachReport(office.deps, { subject }, { id: "rf", name: "Regula Frei" });
    expect(attached?.filename).toBe("executive.html");
    expect(attached?.content).toContain("Open Source auf einer Seite");
    const secret = subjectOf({ report: "compliance", product: "no-such-product", language: "de" });
    expect(await attachReport(office.deps, { subject: secret }, { id: "rf", name: "Regula Frei" })).toEqual([]);
  });

  test("ended by the one who ordered it, and by nobody else", async () => {
    const { body } = await office.ask<{ schedules: { id: string }[] }>("GET", "/api/reports/schedules", { as: executive });
    const id = body.schedules[0]?.id ?? "";
    expect((await office.ask("DELETE", `/api/reports/schedules/${id}`, { as: lead })).status).toBe(404);
    expect((await office.ask("DELETE", `/api/reports/schedules/${id}`, { as: executive })).status).toBe(204);
    now = new Date("2027-02-02T09:00:00Z");
    expect(await sendDueReports(office.deps)).toEqual({ sent: 0 });
  });
});
