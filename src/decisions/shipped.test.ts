// The kinds that the starter pack ships, each on its way.
import { beforeAll, describe, expect, it } from "vitest";
import { type CaseKind, type FieldValues, loadProgram, type Program } from "#program";
import { dueOf } from "./due.ts";
import { askedFields, missingFields } from "./fields.ts";
import { replayCase } from "./replay.ts";
import { seatsFor } from "./seats.ts";
import type { CaseEvent, Judgement } from "./types.ts";

let program: Program;
beforeAll(async () => {
  const loaded = await loadProgram("packs/starter", { packsFolder: "packs", measures: new Set() });
  const found = loaded.program ?? loaded.partial;
  if (!found) throw new Error("the starter pack does not load");
  program = found;
});

function kind(name: string): CaseKind {
  const found = program.cases?.find((each) => each.kind === name);
  if (!found) throw new Error(`no kind ${name}`);
  return found;
}

const system = { by: "office", roles: ["system"] } as const;
const requester = { by: "lb", roles: ["requester"] } as const;

/** Opened, submitted and judged, an hour apart. */
function begun(name: string, fields: FieldValues, judged: Judgement = { lanes: [], because: [] }): CaseEvent[] {
  return [
    {
      is: "opened",
      id: "c1",
      kind: name,
      requester: "lb",
      fields,
      at: "2026-10-01T08:00:00Z",
      ...requester,
    },
    { is: "submitted", at: "2026-10-01T09:00:00Z", ...requester },
    { is: "judged", at: "2026-10-01T09:00:01Z", ...system, ...judged },
  ];
}

const useFields = {
  component: "pkg:npm/left@1.2.3",
  product: "shop",
  license: "MIT",
  modified: false,
  linkage: "static",
  distribution: "browser",
  purpose: "padding",
};

describe("kinds of the starter pack", () => {
  it("are eight, in both languages to the last word", () => {
    expect(program.cases?.map((each) => each.kind).sort()).toEqual([
      "ask",
      "contribute",
      "procure",
      "publish",
      "report",
      "resolve",
      "use",
      "waive",
    ]);
    for (const each of program.cases ?? []) {
      const texts = [
        each.title,
        ...each.fields.map(({ label }) => label),
        ...each.lanes.map(({ title }) => title),
        ...each.clocks.map(({ title }) => title),
      ];
      expect(texts.filter((text) => !text.en || (!text.de && !["CHF"].includes(text.en)))).toEqual([]);
    }
  });

  it("use: allowed at once and on record; denied at once; else the lanes that rules name", () => {
    const yes = replayCase(kind("use"), begun("use", useFields, { outcome: "allow", lanes: [], because: ["permissive"], policy: "d1" }));
    expect(yes.refused).toEqual([]);
    expect(yes.state).toMatchObject({ phase: "approved", outcome: { by: ["rules"], because: ["permissive"] } });
    expect(yes.effects.at(-1)?.[0]).toEqual({
      is: "write",
      record: "approval",
      subject: "pkg:npm/left@1.2.3",
      id: "c1",
      data: {
        case: "use",
        outcome: "approved",
        product: "shop",
        license: "MIT",
        linkage: "static",
        modified: false,
        distribution: "browser",
        purpose: "padding",
        decidedBy: ["rules"],
        because: ["permissive"],
        policy: "d1",
      },
    });
    expect(replayCase(kind("use"), begun("use", useFields, { outcome: "deny", lanes: [], because: ["network"] })).state?.phase).toBe(
      "rejected",
    );
    const open = replayCase(kind("use"), begun("use", useFields, { outcome: "review", lanes: ["legal"], because: ["weak"] }));
    expect(open.state).toMatchObject({ phase: "triage", lanes: [{ id: "legal" }] });
    expect(open.effects.at(-1)).toEqual([{ is: "triage", lanes: ["legal"] }]);
  });

  it("use: what was approved before is approved again, on a record that says so, unless the rules deny it now", () => {
    const approval = { id: "c0", is: "carried" } as const;
    const again = replayCase(kind("use"), begun("use", useFields, { outcome: "review", lanes: ["legal"], because: [], approval }));
    expect(again.state).toMatchObject({ phase: "approved", outcome: { because: ["carried over from what was approved: c0"] } });
    expect(again.effects.at(-1)?.[0]).toMatchObject({ data: { basedOn: "c0" } });
    expect(replayCase(kind("use"), begun("use", useFields, { outcome: "deny", lanes: [], because: [], approval })).state?.phase).toBe(
      "rejected",
    );
  });

  it("use: asks fifteen things of a component that is not changed, and one more of one that is", () => {
    expect(askedFields(kind("use"), { modified: false }).length).toBeGreaterThanOrEqual(15);
    expect(missingFields(kind("use"), { ...useFields, modified: true })).toEqual(["changes"]);
  });

  it("contribute: documentation needs nothing; a signed small fix goes at once; one with likely secrets does not", () => {
    const state = (fields: FieldValues) =>
      replayCase(kind("contribute"), begun("contribute", { project: "github.com/a/b", ...fields })).state;
    expect(state({ kind: "documentation" })).toMatchObject({ phase: "approved", life: "link-pending" });
    const code = {
      kind: "code",
      license: "MIT",
      reason: "fix",
      lines: 40,
      "signed-off": true,
      identity: "ours",
      agreement: "dco",
      secrets: 0,
      "own-property": false,
    };
    expect(state(code)?.phase).toBe("approved");
    expect(state({ ...code, secrets: 1 })).toMatchObject({ phase: "triage", lanes: [{ id: "ospo" }] });
    expect(state({ ...code, lines: 101 })?.phase).toBe("triage");
    expect(state({ ...code, agreement: "needed" })?.lanes.map(({ id }) => id)).toEqual(["legal", "ospo"]);
  });

  it("publish: a sample with nothing in it goes the fast lane; ten likely secrets need security", () => {
    const sample = {
      repository: "tool",
      kind: "sample",
      problem: "x",
      audience: "y",
      team: "ospo",
      lead: "ab",
      license: "Apache-2.0",
      "license-usual": true,
      "others-code": false,
      "product-overlap": false,
      telemetry: false,
      "personal-data": false,
      cryptography: false,
      secrets: 0,
      "name-checked": true,
      inbound: "dco",
    };
    const end = replayCase(kind("publish"), [
      ...begun("publish", sample),
      { is: "moved", to: "mature", because: "3 minor versions", at: "2026-11-01T00:00:00Z", ...system },
    ]);
    expect(end.refused.map(({ message }) => message)).toEqual([]);
    expect(end.state).toMatchObject({ phase: "approved", life: "mature" });
    expect(end.effects.at(-1)?.[0]).toMatchObject({ is: "write", record: "phase", subject: "tool", data: { phase: "mature" } });
    expect(replayCase(kind("publish"), begun("publish", { ...sample, secrets: 12 })).state?.lanes.map(({ id }) => id)).toEqual([
      "security",
    ]);
  });

  it("report: 24 and 72 hours count from when we knew, 14 days from the fix; neither role has no duty to the authority", () => {
    const fields = {
      product: "shop",
      vulnerability: "CVE-2026-1",
      aware: "2026-09-30T20:00:00Z",
      what: "exploited",
      role: "manufacturer",
      "role-because": "we sell it",
    };
    const report = kind("report");
    const events = begun("report", fields);
    const { state } = replayCase(report, [
      ...events,
      { is: "changed", fields: { fixed: "2026-10-03T12:00:00Z" }, at: "2026-10-03T13:00:00Z", by: "sec", roles: ["admin"] },
    ]);
    expect(Object.fromEntries(state?.clocks.map(({ id, due }) => [id, due]) ?? [])).toEqual({
      "early-warning": "2026-10-01T20:00:00.000Z",
      notification: "2026-10-03T20:00:00.000Z",
      "final-vulnerability": "2026-10-17T12:00:00.000Z",
      users: "2026-10-03T20:00:00.000Z",
      upstream: "2026-10-03T20:00:00.000Z",
    });
    if (state)
      expect(dueOf(report, state, "2026-10-02T00:00:00Z").find(({ id }) => id === "early-warning")).toMatchObject({ overdue: true });
    const neither = replayCase(report, begun("report", { ...fields, role: "neither" })).state;
    expect(neither?.clocks.map(({ id }) => id)).toEqual(["upstream"]);
    const incident = replayCase(report, begun("report", { ...fields, what: "incident", notified: "2026-01-31T10:00:00Z" })).state;
    expect(incident?.clocks.find(({ id }) => id === "final-incident")?.due).toBe("2026-02-28T10:00:00.000Z");
  });

  it("waive: ends with its day, and the next case is opened", () => {
    const fields = {
      rule: "r",
      about: "product",
      subject: "shop",
      because: "b",
      control: "c",
      owner: "ospo",
      expires: "2026-12-31",
      risk: "low",
    };
    const seat = { members: ["mk"], deputies: [] };
    const vote = (lane: string, at: string): CaseEvent => ({
      is: "decided",
      lane,
      vote: "approve",
      attested: ["risk-known"],
      at,
      by: "mk",
      roles: ["reviewer"],
    });
    const done = replayCase(kind("waive"), [
      ...begun("waive", fields),
      { is: "triaged", lanes: { ospo: seat, owner: seat }, at: "2026-10-01T10:00:00Z", ...system },
      vote("ospo", "2026-10-01T11:00:00Z"),
      vote("owner", "2026-10-01T12:00:00Z"),
      { is: "expired", at: "2026-12-31T12:00:00Z", ...system },
      { is: "expired", at: "2027-01-01T00:00:00Z", ...system },
    ]);
    expect(done.refused.map(({ refused }) => refused)).toEqual(["not-due"]);
    expect(done.state?.phase).toBe("expired");
    expect(done.effects.at(-1)).toContainEqual({ is: "open", kind: "waive", requester: "lb", fields, because: "c1: its time has passed" });
  });
});

it("seats come from the organisation: deputies sit where nobody leads, a product's owner decides for it", () => {
  const organization = {
    ...program.organization,
    executives: ["rf"],
    teams: [
      { id: "a", lead: "x", members: ["x", "y"], deputies: ["b"] },
      { id: "b", members: ["z"], deputies: [] },
      { id: "c", members: [], deputies: ["b", "w"] },
    ],
    boards: [{ id: "board", name: {}, lanes: { a: 1, c: 1 }, quorum: 2 }],
    products: [
      {
        id: "shop",
        name: {},
        owner: "a",
        criticality: "high" as const,
        models: [],
        deliverables: [],
        position: program.organization.position,
      },
    ],
  };
  const seats = (decider: Parameters<typeof seatsFor>[0], lane?: string) =>
    seatsFor(decider, organization, { who: "shop", person: "p" }, () => ["admin"], lane);
  expect(seats({ is: "team", team: "a" })).toEqual({ members: ["x", "y"], deputies: ["z"] });
  expect(seats({ is: "team", team: "c" })).toEqual({ members: ["z", "w"], deputies: [] });
  expect(seats({ is: "board", board: "board" }, "a")).toEqual({ members: ["x", "y"], deputies: ["z"] });
  expect(seats({ is: "board", board: "board" })).toEqual({ members: ["x", "y", "z", "w"], deputies: [] });
  expect(seats({ is: "role", role: "executive" })).toEqual({ members: ["rf"], deputies: [] });
  expect(seats({ is: "role", role: "admin" })).toEqual({ members: ["admin"], deputies: [] });
  expect(seats({ is: "field", field: "who" })).toEqual({ members: ["x", "y"], deputies: ["z"] });
  expect(seats({ is: "field", field: "person" })).toEqual({ members: ["p"], deputies: [] });
  expect(seats({ is: "field", field: "nobody" })).toEqual({ members: [], deputies: [] });
});
