import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lapseReasons, type RecordEntry } from "#program";
import { type Approval, approvalFor, approvalsIn, covers, standingOf } from "./approvals.ts";

const position = { file: "records/a.jsonl", line: 1, column: 1 };

function record(id: string, more: Partial<RecordEntry> = {}, data: Record<string, unknown> = {}): RecordEntry {
  return {
    kind: "approval",
    at: "2026-01-01T00:00:00Z",
    id,
    subject: "pkg:npm/left@1.2.3",
    data: { license: "MIT", product: "shop", linkage: "static", modified: false, distribution: "browser", ...data },
    position,
    ...more,
  };
}

const now = "2026-06-01T00:00:00Z";
const use = { license: "MIT", product: "shop", linkage: "static", modified: false, distribution: "browser" };
const kind = { carriesOver: { license: true, use: true, versions: "patch" }, lapsesWhen: lapseReasons } as const;

function only(...records: readonly RecordEntry[]): Approval {
  const [approval] = approvalsIn(records, now);
  if (!approval) throw new Error("no approval");
  return approval;
}

describe("approvals on record", () => {
  it("are those that nothing ended: no lapse, no day that passed, none from later, none that says no", () => {
    const records = [
      record("a"),
      record("b"),
      record("b", { kind: "lapse", subject: "case:b", at: "2026-02-01" }),
      record("c", {}, { expires: "2026-05-31" }),
      record("d", { at: "2026-07-01" }),
      record("e", {}, { outcome: "rejected" }),
      record("f", {}, { expires: "2026-06-01" }),
      record("h", { subject: "pkg:npm/h@1" }),
      record("i", { subject: "pkg:npm/h@1", at: "2026-03-01" }, { outcome: "rejected" }),
      record("j", { subject: "pkg:npm/h@1", at: "2026-02-01" }, { product: "till" }),
      record("g", { subject: "github.com/a/b" }),
    ];
    expect(approvalsIn(records, now).map(({ id }) => id)).toEqual(["a", "f", "j"]);
  });

  it("name a version and a use; another of either needs its own", () => {
    const approval = only(record("a"));
    expect(covers(approval, "pkg:npm/left@1.2.3", use, kind)).toBe("same");
    expect(covers(approval, "pkg:npm/left@1.2.3", { ...use, license: "mit" }, kind)).toBe("same");
    expect(covers(approval, "pkg:npm/left@1.2.3", { ...use, distribution: "distributed" }, kind)).toBeUndefined();
    expect(covers(approval, "pkg:npm/left@1.2.3", { ...use, license: "GPL-3.0-only" }, kind)).toBeUndefined();
    expect(covers(approval, "pkg:npm/right@1.2.3", use, kind)).toBeUndefined();
    expect(covers(only(record("a", { subject: "pkg:npm/left@<2" })), "pkg:npm/left@1.9.0", use, kind)).toBe("same");
  });

  it.each([
    ["patch", "1.2.4", "carried"],
    ["patch", "1.3.0", undefined],
    ["patch", "1.2.2", undefined],
    ["minor", "1.3.0", "carried"],
    ["minor", "2.0.0", undefined],
    ["any", "2.0.0", "carried"],
    ["same", "1.2.4", undefined],
    ["patch", "1.2.4-rc.1", undefined],
  ] as const)("carry over to versions (%s) %s: %s", (versions, version, expected) => {
    expect(covers(only(record("a")), `pkg:npm/left@${version}`, use, { carriesOver: { license: true, use: true, versions } })).toBe(
      expected,
    );
  });

  it("carry over to another product of the same use, never to a version whose licence nobody knows", () => {
    expect(covers(only(record("a")), "pkg:npm/left@1.2.3", { ...use, product: "till" }, kind)).toBe("carried");
    const { license: _, ...unknown } = use;
    expect(covers(only(record("a")), "pkg:npm/left@1.2.4", unknown, kind)).toBeUndefined();
  });

  it("decided for licence and use are known for the next component", () => {
    const approval = only(record("a", {}, { per: ["license", "use"] }));
    expect(covers(approval, "pkg:pypi/other@9", use, kind)).toBe("precedent");
    expect(covers(approval, "pkg:pypi/other@9", { ...use, linkage: "dynamic" }, kind)).toBeUndefined();
    expect(approvalFor([approval, only(record("b", { subject: "pkg:pypi/other@9" }))], "pkg:pypi/other@9", use, kind)).toMatchObject({
      approval: { id: "b" },
      is: "same",
    });
  });
});

describe("an approval lapses", () => {
  const approval = only(record("a"));

  it.each([
    [{ ...use, license: "GPL-3.0-only" }, ["license-changes"]],
    [{ ...use, linkage: "dynamic", modified: true }, ["use-changes"]],
    [{ ...use, archived: true }, ["project-archived"]],
    [{ ...use, exploited: true, archived: false }, ["exploited-vulnerability"]],
    [use, []],
  ])("where %o: %o", (present, lapses) => expect(standingOf(approval, present, kind).lapses).toEqual(lapses));

  it("not for what was known and accepted, nor for what nobody knows, which is told", () => {
    expect(standingOf(only(record("a", {}, { accepted: ["archived"] })), { ...use, archived: true }, kind).lapses).toEqual([]);
    expect(standingOf(approval, {}, kind)).toEqual({
      lapses: [],
      unknown: ["license", "linkage", "modified", "distribution", "archived", "exploited"],
    });
  });

  it("by facts, never by time: whatever day it is, the same facts give the same answer", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.boolean(), (days, exploited) => {
        const later = new Date(Date.parse(now) + days * 86_400_000).toISOString();
        const [held] = approvalsIn([record("a")], later);
        expect(held && standingOf(held, { ...use, exploited }, kind).lapses).toEqual(exploited ? ["exploited-vulnerability"] : []);
      }),
    );
  });
});
