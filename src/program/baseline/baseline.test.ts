import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type Outcome, outcomes } from "../model.ts";
import { applyBaseline, type BaselineFinding, makeBaseline } from "./baseline.ts";
import { readBaseline, writeBaseline } from "./file.ts";

const due = { deny: 30, review: 90, warn: 180 };
const options = { now: "2026-11-23T10:00:00Z", due, ownerOf: (product: string | undefined) => (product === "p" ? "team" : undefined) };

function finding(id: string, outcome: Outcome, extra: Partial<BaselineFinding> = {}): BaselineFinding {
  return { id, rule: "r", subject: { label: id, product: "p" }, outcome, mode: "enforce", ...extra };
}

describe("makeBaseline", () => {
  it("gives each open finding an owner and a date by its severity", () => {
    const { findings } = makeBaseline(
      [finding("a", "deny"), finding("b", "warn"), finding("c", "allow"), finding("d", "deny", { mode: "shadow" })],
      options,
    );
    expect(findings).toEqual([
      { finding: "a", rule: "r", subject: "a", outcome: "deny", owner: "team", "first-seen": "2026-11-23", due: "2026-12-23" },
      { finding: "b", rule: "r", subject: "b", outcome: "warn", owner: "team", "first-seen": "2026-11-23", due: "2027-05-22" },
    ]);
  });

  it("buys no time when it is made again, unless a finding got worse", () => {
    const before = makeBaseline([finding("a", "review"), finding("b", "review")], options);
    const later = makeBaseline([finding("a", "review"), finding("b", "deny")], { ...options, now: "2027-01-01T00:00:00Z", before });
    expect(later.findings.map((entry) => entry.due)).toEqual(["2027-02-21", "2027-01-31"]);
    expect(later.findings.map((entry) => entry["first-seen"])).toEqual(["2026-11-23", "2026-11-23"]);
  });
});

describe("applyBaseline", () => {
  const baseline = makeBaseline([finding("a", "review")], options);
  it.each([
    ["2026-11-24", "review", "known"],
    ["2027-02-21", "review", "known"],
    ["2027-02-22", "review", "overdue"],
    ["2026-11-24", "deny", "new"],
  ] as const)("on %s a finding that says %s is %s", (now, outcome, age) => {
    expect(applyBaseline([finding("a", outcome)], baseline, now)[0]).toMatchObject({ age });
  });

  it("knows everything on the day it was made, whatever the findings", () => {
    const some = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom(...outcomes)));
    fc.assert(
      fc.property(some, (pairs) => {
        const findings = pairs.map(([id, outcome]) => finding(id, outcome));
        const ages = applyBaseline(findings, makeBaseline(findings, options), options.now).map((each) => each.age);
        expect(ages.every((age) => age === undefined || age === "known")).toBe(true);
      }),
    );
  });
});

describe("the file", () => {
  const folder = mkdtempSync(join(tmpdir(), "allmend-baseline-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("comes back as it went", async () => {
    const baseline = makeBaseline(
      [
        finding("a", "deny"),
        finding("b", "review"),
        finding("c", "review", { rule: "default:compliance" }),
        finding("d", "review", { rule: "curation-changed" }),
        finding("e", "warn", { subject: { label: "x".repeat(50_000) } }),
      ],
      options,
    );
    await writeBaseline(join(folder, "baseline.json"), baseline);
    expect(await readBaseline(join(folder, "baseline.json"))).toEqual(baseline);
  });

  it.each([
    ["{", "is no baseline"],
    ["[]", "is no baseline"],
    ['{"schema":"allmend.baseline/1","recorded":"2026-11-23","findings":[{"finding":"x"}]}', "findings.0"],
  ])("refuses %s", async (text, message) => {
    writeFileSync(join(folder, "bad.json"), text);
    await expect(readBaseline(join(folder, "bad.json"))).rejects.toThrow(message);
  });
});

describe("what got worse", () => {
  it("keeps its owner and note, and is due no later than it was", () => {
    const finding = { id: "finding:1", rule: "r", subject: { label: "x" }, mode: "enforce" } as const;
    const due = { deny: 30, review: 90, warn: 180 };
    const first = makeBaseline([{ ...finding, outcome: "review" }], { now: "2026-01-01", due, ownerOf: () => "legal" });
    const noted = { ...first, findings: first.findings.map((entry) => ({ ...entry, note: "agreed" })) };
    const again = makeBaseline([{ ...finding, outcome: "deny" }], { now: "2026-03-20", due, ownerOf: () => "other", before: noted });
    expect(again.findings).toMatchObject([
      { outcome: "deny", owner: "legal", note: "agreed", "first-seen": "2026-01-01", due: "2026-04-01" },
    ]);
    const early = makeBaseline([{ ...finding, outcome: "deny" }], { now: "2026-01-10", due, ownerOf: () => "other", before: noted });
    expect(early.findings[0]?.due).toBe("2026-02-09");
  });
});
