import { describe, expect, it } from "vitest";
import type { Activity, RecordEntry } from "#program";
import type { ScanResult } from "#scan";
import { eliteGap as eliteGapSection } from "../html/sections/elite-gap.ts";
import { office } from "../html/sections/office.ts";
import { infect } from "../testing/hostile.ts";
import { sampleResult } from "../testing/sample-result.ts";
import { type BehaviourId, behaviourIds, eliteGap } from "./elite-gap.ts";
import { type ResponsibilityId, responsibilitiesOf } from "./responsibilities.ts";
import { type Side, sideFigures } from "./three-sides.ts";

const { strategy } = sampleResult.program;
if (!strategy) throw new Error("the sample has a strategy");

function withActivities(activities: readonly Activity[], change: Partial<ScanResult> = {}): ScanResult {
  const policies = sampleResult.program.policies.map((policy) => ({ ...policy, serves: [] }));
  const program = { ...sampleResult.program, policies, ...(strategy ? { strategy: { ...strategy, activities } } : {}) };
  return { ...sampleResult, program, ...change };
}

function activity(id: string, kind: Activity["kind"], owner?: string): Activity {
  return {
    id,
    kind,
    title: { en: id },
    serves: {},
    position: { file: "s", line: 1, column: 1 },
    ...(owner === undefined ? {} : { owner }),
  };
}

function standing(result: ScanResult, id: ResponsibilityId): string | undefined {
  return responsibilitiesOf(result).find((one) => one.id === id)?.standing;
}

const zero = { allow: 0, warn: 0, review: 0, deny: 0, unknown: 0, waived: 0 };
const using = (uses: Partial<typeof zero>): ScanResult => ({
  ...sampleResult,
  summary: { ...sampleResult.summary, uses: { ...zero, ...uses } },
});
const behaviour = (result: ScanResult, id: BehaviourId) => eliteGap(result).find((one) => one.id === id);

describe("responsibilities", () => {
  it("take activities by kind, and by the policy that they are served by", () => {
    const result = withActivities([
      activity("teach", "educate", "ospo"),
      activity("patch", "contribute", "ospo"),
      activity("watch", "govern"),
    ]);
    const named = new Map(responsibilitiesOf(result).map(({ id, activities }) => [id, activities.map((one) => one.id)]));
    expect([named.get("R6"), named.get("R5"), named.get("R2"), named.get("R7")]).toEqual([["teach"], ["patch"], ["watch"], []]);
    const policies = result.program.policies.map((policy) => (policy.area === "compliance" ? { ...policy, serves: ["watch"] } : policy));
    const served = responsibilitiesOf({ ...result, program: { ...result.program, policies } });
    expect(served.find(({ id }) => id === "R7")?.activities.map(({ id }) => id)).toEqual(["watch"]);
  });

  it("never run where nothing is done, nothing is measured, or something is missing", () => {
    expect(standing(withActivities([]), "R6")).toBe("none");
    expect(standing(withActivities([activity("teach", "educate", "ospo")], { measures: [] }), "R6")).toBe("unmeasured");
    const measures = ["culture.survey-index", "culture.trained-share", "executive.perception-gap", "culture.support"].map((measure) => ({
      measure,
      version: 1,
      subject: "organization",
      value: 0.5,
    }));
    expect(standing(withActivities([activity("teach", "educate")], { measures }), "R6")).toBe("gaps");
    expect(standing(withActivities([activity("teach", "educate", "ospo")], { measures }), "R6")).toBe("runs");
    expect(standing(withActivities([activity("teach", "educate", "ospo")], { measures: measures.slice(1) }), "R6")).toBe("gaps");
    const silent = measures.map((value) => ({ ...value, value: null }));
    expect(standing(withActivities([activity("teach", "educate", "ospo")], { measures: silent }), "R6")).toBe("unmeasured");
  });
});

describe("the three sides", () => {
  const figure = (result: ScanResult, side: Side, id: string) => sideFigures(result)[side].find((one) => one.id === id);

  it("say what they wait for instead of nothing", () => {
    const result = { ...sampleResult, communities: [], upstreams: { projects: [], cloneFirst: [] } };
    expect(figure(result, "co-creation", "upstream-commits")).toMatchObject({ value: null, needs: "upstream-clones" });
    expect(figure(result, "co-creation", "joint-projects")).toMatchObject({ value: null, needs: "collaborations" });
    expect(figure(result, "co-creation", "forks-avoided")).toMatchObject({ value: null, needs: "forks" });
    expect(figure(result, "compliance", "releases-clean")).toMatchObject({ value: null, needs: "releases" });
    expect(figure(result, "communities", "alive")).toMatchObject({ value: null, needs: "history" });
  });

  it("count joint projects, partners and shared cost, and what is carried in forks", () => {
    const registers = {
      collaborations: {
        collaborations: {
          one: { partners: ["A", "B"], problem: "p", share: 0.25 },
          two: { partners: ["B"], problem: "q" },
        },
      },
      forks: { forks: [{ upstream: "pkg:npm/left", because: "x", patches: [{ what: "a", url: "https://example.org/1" }, { what: "b" }] }] },
    };
    const result = { ...sampleResult, program: { ...sampleResult.program, registers } };
    expect(figure(result, "co-creation", "joint-projects")?.value).toBe(2);
    expect(figure(result, "co-creation", "partners")?.value).toBe(2);
    expect(figure(result, "co-creation", "cost-shared")).toMatchObject({ value: 1, of: 2 });
    expect(figure(result, "co-creation", "patches-offered")).toMatchObject({ value: 1, of: 2 });
  });

  it("count components with a known licence", () => {
    expect(figure(sampleResult, "compliance", "licences-known")).toMatchObject({ value: 4, of: 5 });
  });
});

describe("the elite gap", () => {
  it("has all eight, in their order", () => {
    expect(eliteGap(sampleResult).map(({ id }) => id)).toEqual([...behaviourIds]);
  });

  it("counts what rules decided alone: nine of ten", () => {
    expect(behaviour(using({ allow: 8, deny: 1, review: 1 }), "default-yes")).toMatchObject({ state: "reached", counts: { percent: 90 } });
    expect(behaviour(using({ allow: 89, review: 6, unknown: 5 }), "default-yes")).toMatchObject({ state: "gap", counts: { percent: 89 } });
    expect(behaviour(using({}), "default-yes")?.state).toBe("unknown");
  });

  const measured = (measure: string, value: number | null, of: number): ScanResult => ({
    ...sampleResult,
    measures: [
      ...sampleResult.measures.filter((one) => one.measure !== measure),
      { measure, version: 1, subject: "organization", value, of, ...(value === null ? { reason: "no-source" as const } : {}) },
    ],
  });

  it("sees whether an unknown licence stops the gate", () => {
    const at = (value: number | null) => behaviour(measured("compliance.unknown-license-stopped", value, 4), "in-the-build");
    expect(at(1)).toMatchObject({ state: "reached", seen: "stops" });
    expect(at(0.75)).toMatchObject({ state: "gap", seen: "passes", counts: { stopped: 3, all: 4 } });
    expect(at(null)).toMatchObject({ state: "unknown", seen: "no-unknown" });
  });

  it("does not take the owners of our repositories for owners of packages, and counts those of packages", () => {
    expect(behaviour(measured("consumption.two-owners", null, 0), "two-owners")?.state).toBe("unknown");
    expect(behaviour(measured("consumption.two-owners", 0.5, 8), "two-owners")).toMatchObject({ state: "gap", counts: { two: 4, all: 8 } });
    expect(behaviour(measured("consumption.two-owners", 1, 8), "two-owners")?.state).toBe("reached");
  });

  it("lets the answers to requests speak where cases are kept", () => {
    const using9 = { ...measured("flow.auto-decision-share", 0.5, 20), summary: using({ allow: 10 }).summary };
    expect(behaviour(using9, "default-yes")).toMatchObject({
      state: "gap",
      seen: "decided-with-cases",
      counts: { alone: 10, requests: 20 },
    });
  });

  it("asks who stands behind a lane", () => {
    const [policy] = sampleResult.program.policies;
    const rule = policy?.rules[0];
    if (!policy || !rule) throw new Error("the sample has rules");
    const policies = [{ ...policy, rules: [{ ...rule, lane: "legal" }] }];
    const led = (lead: string) => ({
      ...sampleResult,
      program: {
        ...sampleResult.program,
        policies,
        organization: { ...sampleResult.program.organization, teams: [{ id: "legal", lead, members: [], deputies: [] }] },
      },
    });
    expect(behaviour(led("none"), "escalation")).toMatchObject({ state: "gap", counts: { answered: 0, all: 1 } });
    expect(behaviour(led("ab"), "escalation")).toMatchObject({ state: "reached" });
  });

  it("hears of a yearly report only from the last year", () => {
    const record = (at: string): RecordEntry => ({
      kind: "report",
      id: "open-source",
      at,
      data: {},
      position: { file: "r", line: 1, column: 1 },
    });
    const told = (at: string) => ({ ...sampleResult, now: "2026-11-30", program: { ...sampleResult.program, records: [record(at)] } });
    expect(behaviour(told("2026-03-01"), "yearly-report")?.state).toBe("reached");
    expect(behaviour(told("2024-03-01"), "yearly-report")?.state).toBe("unknown");
    expect(behaviour(told("2027-03-01"), "yearly-report")?.state).toBe("unknown");
  });

  it("says where the rules lie", () => {
    const at = (repository: string, published: boolean | undefined) => ({
      ...sampleResult,
      inputs: { ...sampleResult.inputs, program: { ...sampleResult.inputs.program, inside: { repository, folder: "allmend" } } },
      repositories: sampleResult.repositories.map((one) =>
        one.id !== "till" || published === undefined ? one : { ...one, facts: { ...one.facts, published } },
      ),
    });
    expect(behaviour(at("till", true), "rules-public")).toMatchObject({ state: "reached", seen: "lies-open" });
    expect(behaviour(at("till", false), "rules-public")).toMatchObject({ state: "gap", seen: "lies-closed" });
    expect(behaviour(at("elsewhere", undefined), "rules-public")?.state).toBe("unknown");
  });
});

describe("their sections", () => {
  it("leave no place unfilled and let no name become markup", () => {
    for (const result of [sampleResult, infect(sampleResult, () => "<script>alert(1)</script>")]) {
      for (const language of ["en", "de"] as const) {
        for (const section of [office, eliteGapSection]) {
          const text = section.render(result, language);
          expect(text.replaceAll(/<[^>]*>/g, "")).not.toMatch(/\{\w+|undefined|NaN/);
          expect(text).not.toContain("<script");
        }
      }
    }
  });
});
