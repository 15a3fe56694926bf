import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measures, waitsFor } from "../registry/index.ts";
import { computeMeasures, formulas, type MeasureInput } from "./index.ts";

const input: MeasureInput = {
  now: "2026-11-30T00:00:00Z",
  products: [{ id: "shop" }, { id: "empty" }],
  repositories: [
    { id: "web", products: ["shop"], own: 1, inventories: 2, facts: {}, published: true },
    { id: "notes", products: [], own: 0, inventories: 0, facts: {}, published: true },
  ],
  components: [
    { license: "MIT", pinned: true },
    { license: "GPL-3.0-only OR LicenseRef-Proprietary", pinned: true },
    { license: "LicenseRef-Proprietary AND MIT", pinned: true },
    { pinned: false },
  ],
  uses: [0, 1, 2, 3, 3].map((component) => ({ component, repository: "web", product: "shop", scope: "production" as const })),
  judged: {
    failOn: "deny",
    findings: [
      { outcome: "deny", counts: true, product: "shop", unlicensed: "usage:one" },
      { outcome: "warn", counts: false, product: "shop", waiver: { expired: false }, unlicensed: "usage:one" },
      { outcome: "review", counts: true, unlicensed: "usage:two" },
      { outcome: "deny", counts: true, waiver: { expired: true } },
    ],
    rules: [
      { about: "repository", notMatched: 3, matched: 1, unknown: 2 },
      { about: "usage", notMatched: 9, matched: 9, unknown: 9 },
    ],
  },
};

function valueOf(measure: string, subject: string) {
  return computeMeasures(input).find((value) => value.measure === measure && value.subject === subject);
}

describe("values of measures", () => {
  test("every formula has its measure, and what the registry calls available has a formula", () => {
    const available = measures.filter((measure) => measure.available === "now").map(({ id }) => id);
    expect(formulas.map(({ measure }) => measure).sort()).toEqual([...available].sort());
    // Every gap has its reason, and no reason outlives its gap.
    const later = measures.filter((measure) => measure.available === "later").map(({ id }) => id);
    expect(later.filter((id) => waitsFor(id) === undefined)).toEqual([]);
    expect(available.filter((id) => waitsFor(id) !== undefined)).toEqual([]);
    expect(measures.flatMap(({ alias }) => alias ?? [])).toEqual(
      Array.from({ length: 60 }, (_, index) => `K-${String(index + 1).padStart(2, "0")}`),
    );
  });

  test("open source counts branches that we may choose, own packages in the denominator", () => {
    expect(valueOf("consumption.open-source-share", "product:shop")).toMatchObject({ value: 2 / 5, of: 5, detail: { unknownLicense: 1 } });
    expect(valueOf("consumption.strategic-gap", "product:shop")?.value).toBeCloseTo(0.4);
  });

  test("what is behind is added up from dates that are known, of direct dependencies alone", () => {
    const behind = { license: "MIT", pinned: true, libyears: 1.5, outdated: true };
    const current = { license: "MIT", pinned: true, libyears: 0, outdated: false };
    const uses = [0, 1, 2, 3].map((component) => ({
      component,
      repository: "web",
      product: "shop",
      scope: "production" as const,
      direct: component < 3,
    }));
    const values = computeMeasures({ ...input, components: [behind, current, { pinned: true }, behind], uses });
    const figure = (measure: string) => values.find((value) => value.measure === measure && value.subject === "product:shop");
    expect(figure("consumption.libyears")).toMatchObject({ value: 1.5, of: 2, detail: { withoutDates: 1 } });
    expect(figure("consumption.outdated-share")).toMatchObject({ value: 0.5, of: 2, detail: { versionUnknown: 1 } });
    const silent = computeMeasures({ ...input, uses });
    expect(silent.filter(({ measure }) => /libyears|outdated/.test(measure)).map(({ value, reason }) => [value, reason])).toEqual([
      [null, "no-source"],
      [null, "nothing-to-measure"],
      [null, "no-source"],
      [null, "no-source"],
      [null, "nothing-to-measure"],
      [null, "no-source"],
    ]);
  });

  test("vulnerable components count by the worst of each; what nobody looked at is said", () => {
    const worst = ["critical", "none", "unknown", undefined] as const;
    const values = computeMeasures({ ...input, worstOpen: (component) => worst[component] });
    const figure = values.find(({ measure, subject }) => measure === "consumption.vulnerable-components" && subject === "organization");
    expect(figure).toMatchObject({ value: 2, of: 3, detail: { critical: 1, severityUnknown: 1, notLookedAt: 1 } });
    expect(valueOf("consumption.vulnerable-components", "product:shop")).toMatchObject({ value: null, reason: "no-source" });
  });

  test("nothing to measure is no zero", () => {
    expect(valueOf("consumption.open-source-share", "product:empty")).toMatchObject({ value: null, reason: "nothing-to-measure" });
    expect(valueOf("compliance.unknown-license-share", "product:empty")).toMatchObject({ value: null, reason: "nothing-to-measure" });
  });

  test("the rest of the run", () => {
    expect(valueOf("consumption.inventory-coverage", "organization")).toMatchObject({ value: 0.5, of: 2 });
    expect(valueOf("compliance.unknown-license-share", "product:shop")).toMatchObject({ value: 0.25, of: 4 });
    expect(valueOf("compliance.open-findings", "organization")).toMatchObject({ value: 3, detail: { deny: 2, review: 1, warn: 0 } });
    expect(valueOf("compliance.unknown-license-stopped", "organization")).toMatchObject({ value: 0.5, of: 2 });
    expect(valueOf("compliance.open-findings", "product:shop")?.value).toBe(1);
    expect(valueOf("flow.waivers", "organization")).toMatchObject({ value: 1, detail: { expired: 1 } });
    expect(valueOf("project.rule-pass-rate", "organization")).toMatchObject({ value: 0.75, of: 4, detail: { unanswered: 2 } });
  });

  test("how old findings are a baseline tells, and where it cannot nobody does", () => {
    const position = { file: "strategy.md", line: 1, column: 1 };
    const keyResult = { measure: "K-41", target: "0", age: "30d", position };
    const objective = { id: "o", statement: {}, keyResults: [keyResult], position };
    const strategy = {
      title: {},
      version: "",
      state: "in-force" as const,
      objectives: [objective],
      activities: [],
      upstreams: [],
      prose: {},
      words: 0,
      position,
    };
    const older = (baseline: string | undefined, ...days: (string | undefined)[]) => {
      const findings = days.map((day) => ({ outcome: "deny" as const, counts: true, ...(day === undefined ? {} : { firstSeen: day }) }));
      const judged = { failOn: "deny" as const, findings, rules: [], ...(baseline === undefined ? {} : { baseline }) };
      const found = computeMeasures({ ...input, now: "2026-03-31T00:00:00Z", strategy, judged });
      return found.find(({ measure, subject }) => measure === "compliance.open-findings" && subject === "organization")?.detail?.[
        "older-30d"
      ];
    };
    expect(older(undefined)).toBe(0);
    expect(older(undefined, undefined)).toBeNull();
    expect(older("2026-03-20", "2026-02-01", "2026-03-20", undefined)).toBe(1);
    // The baseline is older than the age, and what it does not know came some time after it.
    expect(older("2026-01-01", undefined)).toBeNull();
  });

  test("without findings only what facts give", () => {
    const { judged, ...before } = input;
    expect(judged).toBeDefined();
    expect(computeMeasures(before).map(({ measure }) => measure)).not.toContain("compliance.open-findings");
  });

  test("shares lie between 0 and 1 whatever is used where", () => {
    const license = fc.option(fc.constantFrom("MIT", "AGPL-3.0-only", "LicenseRef-x", "CC0-1.0 OR MIT"), { nil: undefined });
    fc.assert(
      fc.property(fc.array(license, { maxLength: 9 }), fc.nat(5), (licenses, own) => {
        const values = computeMeasures({
          ...input,
          repositories: [{ id: "web", products: ["shop"], own, inventories: 1, facts: {}, published: true }],
          components: licenses.map((known) => (known === undefined ? { pinned: true } : { license: known, pinned: true })),
          uses: licenses.map((_, component) => ({ component, repository: "web", product: "shop", scope: "production" as const })),
        });
        const shares = values.filter(({ measure }) => measure.endsWith("-share"));
        return shares.every(({ value, of = 0 }) => (of === 0 ? value === null : value !== null && value >= 0 && value <= 1));
      }),
    );
  });
});
