// What changes between runs is told as it is now: findings of an age, and executive decisions past their date.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sampleResult } from "#publish/testing";
import { beginWork, listFindings, saveResult } from "#store";
import { onEachDatabase } from "#store/testing";
import { judge } from "../judging/judge-job.ts";
import { openCase } from "../office/actions.ts";
import { officeFor } from "../routes/cases/acting.ts";
import { actor, exampleProgram } from "../testing/cases-office.ts";
import { testOffice, type TestOffice } from "../testing/office.ts";
import { withFiguresNow } from "./figures-now.ts";

const home = mkdtempSync(join(tmpdir(), "allmend-figures-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

onEachDatabase((databases) => {
  let office: TestOffice;
  let now = new Date("2026-11-02T08:00:00Z");
  const { strategy, ...rest } = sampleResult.program;
  if (!strategy) throw new Error("the sample has no strategy");
  const [objective] = strategy.objectives;
  if (!objective) throw new Error("the sample has no objective");
  const position = { file: "strategy.md", line: 1, column: 1 };
  const asked = { ...objective, keyResults: [{ measure: "K-41", target: "0", age: "30d", position }] };
  const aged = { ...rest, strategy: { ...strategy, objectives: [asked] } };

  beforeAll(async () => {
    const program = await exampleProgram();
    const database = await databases.fresh();
    office = await testOffice({ database, home, program: { program, digest: program.digest }, clock: () => now });
    await saveResult(database.sql, sampleResult, { at: now, source: "upload", findings: true });
  });

  const openNow = async (product?: string) => {
    const { measures } = await withFiguresNow(office.deps, { measures: sampleResult.measures, program: aged });
    const subject = product === undefined ? "organization" : `product:${product}`;
    return measures.filter((one) => one.measure === "compliance.open-findings" && one.subject === subject);
  };

  test("how old findings are is known once the office has watched for so long, and not before", async () => {
    const counting = sampleResult.findings.filter(({ mode, waiver }) => mode === "enforce" && waiver === undefined);
    const there = { value: counting.length, detail: { deny: 1, "older-30d": null } };
    expect(await openNow()).toMatchObject([there]);
    now = new Date("2026-11-20T08:00:00Z");
    const later = sampleResult.findings.slice(0, 1).map((one) => ({ ...one, id: "finding:00000000000000ff" }));
    const findings = [...sampleResult.findings.slice(1), ...later];
    await saveResult(office.deps.database.sql, { ...sampleResult, findings }, { at: now, source: "upload", findings: true });
    expect(await openNow()).toMatchObject([there]);
    now = new Date("2026-12-10T08:00:00Z");
    // The one that came later is not so old yet.
    expect(await openNow()).toMatchObject([{ value: counting.length, detail: { "older-30d": counting.length - 1 } }]);
    expect(await openNow("till")).toMatchObject([
      { detail: { "older-30d": counting.filter(({ subject }) => subject.product === "till").length } },
    ]);
    now = new Date("2026-12-30T08:00:00Z");
    expect(await openNow()).toMatchObject([{ detail: { "older-30d": counting.length } }]);
  });

  test("a decision that executives have not taken in time is a finding of the next judgement", async () => {
    const { database } = office.deps;
    const overdue = async () => {
      await judge(office.deps, { data: { work: await beginWork(database.sql, { name: "judge", by: "test", at: now }), why: "day" } });
      return (await listFindings(database.sql, { rule: "decisions-in-time" }, "all", { limit: 10 })).items;
    };
    expect(await overdue()).toEqual([]);
    const fields = {
      what: "risk",
      subject: "shop",
      question: "Do we carry it?",
      recommendation: "Yes.",
      reasons: "It is small.",
      owner: "ospo",
    };
    const { state } = await openCase(officeFor(office.deps), actor("ts", "owner"), { kind: "resolve", fields, submit: true });
    expect(state.phase).not.toBe("draft");
    expect(await overdue()).toEqual([]);
    now = new Date("2027-02-01T08:00:00Z");
    expect(await overdue()).toMatchObject([{ outcome: "warn", state: "open" }]);
  });
});
