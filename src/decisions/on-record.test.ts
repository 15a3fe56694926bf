import { describe, expect, it } from "vitest";
import type { RecordEntry } from "#program";
import { CASE_RECORD, flowsOnRecord } from "./on-record.ts";
import { kindOf, noAutomatic } from "./testing.ts";

const kind = kindOf({ about: "usage", automatic: { ...noAutomatic, approve: ["allow"] }, within: { answer: "30d", decide: "2d" } });
let line = 0;

function entry(id: string, at: string, by: string, event: Record<string, unknown>): RecordEntry {
  line += 1;
  return {
    kind: CASE_RECORD,
    at,
    by,
    subject: `case:${id}`,
    id: String(line),
    data: { event },
    position: { file: "records/cases.jsonl", line, column: 1 },
  };
}

function opened(id: string): RecordEntry[] {
  return [
    entry(id, "2026-11-01T08:00:00Z", "ab", {
      is: "opened",
      id,
      kind: "use",
      requester: "ab",
      fields: { what: "x" },
      roles: ["requester"],
    }),
    entry(id, "2026-11-01T09:00:00Z", "ab", { is: "submitted", roles: ["requester"] }),
  ];
}

describe("cases on record", () => {
  it("are decided by rules, or wait", () => {
    const judged = entry("a", "2026-11-01T09:00:01Z", "allmend", {
      is: "judged",
      outcome: "allow",
      lanes: [],
      because: ["fine"],
      roles: ["system"],
    });
    const flows = flowsOnRecord([...opened("a"), judged, ...opened("b")], [kind]);
    expect(flows).toEqual([
      { kind: "use", submittedAt: "2026-11-01T09:00:00Z", decidedAt: "2026-11-01T09:00:01Z", byRules: true, waited: 0, inTime: true },
      { kind: "use", submittedAt: "2026-11-01T09:00:00Z", byRules: false, waited: 0, due: "2026-11-03T09:00:00.000Z" },
    ]);
  });

  it("are none where lines say what no case can be", () => {
    const strange = [
      entry("c", "2026-11-01T08:00:00Z", "ab", { is: "submitted" }),
      entry("d", "2026-11-01T08:00:00Z", "ab", { is: "opened", id: "d", kind: "nothing" }),
      entry("e", "2026-11-01T08:00:00Z", "ab", { is: "opened" }),
      { ...entry("f", "2026-11-01T08:00:00Z", "ab", {}), data: { event: "opened" } },
    ];
    expect(flowsOnRecord(strange, [kind])).toEqual([]);
    expect(flowsOnRecord([...opened("g").slice(0, 1), ...strange], [kind])).toEqual([]);
  });
});
