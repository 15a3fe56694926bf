import { describe, expect, it } from "vitest";
import type { CaseKind, Program, RecordEntry } from "#program";
import { organizationRecordFacts } from "./said.ts";

const now = "2026-11-30T12:00:00Z";
let line = 0;

function entry(kind: string, at: string, rest: Partial<RecordEntry>): RecordEntry {
  line += 1;
  return { kind, at, data: {}, position: { file: "records/all.jsonl", line, column: 1 }, ...rest };
}

function facts(records: readonly RecordEntry[], cases: readonly CaseKind[] = []) {
  return organizationRecordFacts({ program: { records, cases } as unknown as Program, now });
}

describe("what is on record, as facts of the organisation", () => {
  it("is nothing where nobody keeps it", () => {
    expect(facts([])).toEqual({});
    expect(facts([entry("report", "2026-11-01T00:00:00Z", { id: "strategy" })])).toEqual({});
  });

  it("counts from the last report to executives that has gone out", () => {
    const sent = ["2026-01-10", "2026-08-22", "2026-12-24"].map((day) => entry("report", `${day}T12:00:00Z`, { id: "executive" }));
    expect(facts(sent)).toEqual({ executiveReportDays: 100 });
  });

  it("counts down to the affirmation that runs out first; what was said again, or taken back, has its own day", () => {
    const affirmed = (id: string, at: string, value = true) => entry("attestation", at, { id, data: { value } });
    expect(facts([affirmed("iso-5230", "2025-01-30T12:00:00Z"), affirmed("iso-18974", "2026-11-01T00:00:00Z")])).toMatchObject({
      conformanceDays: -123,
    });
    expect(facts([affirmed("iso-5230", "2025-01-30T12:00:00Z"), affirmed("iso-5230", "2026-11-30T12:00:00Z")])).toEqual({
      conformanceDays: 547,
    });
    expect(facts([affirmed("iso-5230", "2026-11-01T00:00:00Z", false), affirmed("training", "2026-11-01T00:00:00Z")])).toEqual({});
  });
});
