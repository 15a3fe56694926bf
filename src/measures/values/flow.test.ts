import { describe, expect, it } from "vitest";
import { computeMeasures, type MeasureInput } from "./index.ts";

const NOW = "2026-11-30T00:00:00Z";

function day(number: number, hour = 0): string {
  return new Date(Date.parse("2026-11-01T00:00:00Z") + (number * 24 + hour) * 3_600_000).toISOString();
}

type Case = NonNullable<MeasureInput["cases"]>[number];

function decided(number: number, hours: number, more: Partial<Case> = {}): Case {
  return { kind: "use", submittedAt: day(number), decidedAt: day(number, hours), byRules: false, waited: 0, inTime: true, ...more };
}

function valueOf(measure: string, input: Partial<MeasureInput>) {
  const values = computeMeasures({ now: NOW, products: [], repositories: [], components: [], uses: [], ...input });
  return values.find((value) => value.measure === measure);
}

const cases: readonly Case[] = [
  decided(1, 2, { byRules: true }),
  decided(2, 4),
  decided(3, 10, { waited: 4 * 3_600_000 }),
  decided(4, 20, { inTime: false }),
  decided(5, 6, { overturnedAt: day(9) }),
  { kind: "use", submittedAt: day(20), byRules: false, waited: 0 },
];

describe("the office's four keys", () => {
  it("say how often it is asked, and how long an answer takes without the time that it waited", () => {
    expect(valueOf("flow.request-frequency", { cases })).toMatchObject({ of: 6 });
    expect(valueOf("flow.request-frequency", { cases })?.value).toBeCloseTo(6 / (90 / 7));
    expect(valueOf("flow.decision-lead-time", { cases })).toMatchObject({ value: 6, of: 5, detail: { waitedHours: 4 } });
  });

  it("say what rules decide, what was late and what did not hold", () => {
    expect(valueOf("flow.auto-decision-share", { cases })).toMatchObject({ value: 0.2, of: 5 });
    expect(valueOf("flow.within-service-level", { cases })).toMatchObject({ value: 0.8, of: 5 });
    expect(valueOf("flow.overturned-share", { cases })).toMatchObject({ value: 0.2, of: 5 });
  });

  it("give no share of fewer than five, and nothing at all where no cases are kept", () => {
    expect(valueOf("flow.overturned-share", { cases: cases.slice(0, 4) })).toMatchObject({ value: null, reason: "not-enough-data" });
    expect(valueOf("flow.decision-lead-time", { cases: [] })).toMatchObject({ value: null, reason: "nothing-to-measure" });
    expect(valueOf("flow.decision-lead-time", {})).toBeUndefined();
  });

  it("count neither what is too old nor what is still to come", () => {
    const old = decided(-120, 2);
    expect(valueOf("flow.decision-lead-time", { cases: [old, decided(40, 2)] })).toMatchObject({ value: null, of: 0 });
  });

  it("say how long until a non-conformance is mended, and how many are open", () => {
    const nonconformances = [{ at: day(1), resolved: day(2) }, { at: day(1), resolved: day(4) }, { at: day(5) }];
    expect(valueOf("flow.time-to-conform", { nonconformances })).toMatchObject({ value: 48, of: 2, detail: { unresolved: 1 } });
  });
});

describe("what people put on record", () => {
  it("counts who acknowledged the version in force, and how long an affirmation holds", () => {
    const policiesInForce = [{ area: "compliance", since: "2026-10-01" }, { area: "discovery" }];
    const acknowledgements = [
      { area: "compliance", by: "ab", at: "2026-10-02" },
      { area: "compliance", by: "cd", at: "2026-09-30" },
      { area: "discovery", by: "cd", at: "2020-01-01" },
      { area: "discovery", by: "stranger", at: "2026-10-02" },
    ];
    const people = ["ab", "cd"];
    expect(valueOf("executive.policy-acknowledgement", { policiesInForce, acknowledgements, people })).toMatchObject({ value: 0.5, of: 4 });
    expect(valueOf("executive.policy-acknowledgement", { policiesInForce, people })).toBeUndefined();
    expect(valueOf("compliance.conformance-days", { affirmations: [{ at: "2026-11-30" }, { at: "2025-05-01" }] })).toMatchObject({
      value: -29,
    });
  });
});
