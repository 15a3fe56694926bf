// A request from the example organisation: opened, judged, looked at by the people of its own document, decided, on record.
import { beforeAll, describe, expect, it } from "vitest";
import { askedFields, type CaseEvent, dueOf, ESCALATION, isRefusal, missingFields, replayCase, RULES, seatsFor, step } from "#decisions";
import { type CaseKind, loadProgram, type Program } from "#program";

let program: Program;
let use: CaseKind;
beforeAll(async () => {
  const loaded = await loadProgram("examples/allmend", { packsFolder: "packs", measures: new Set() });
  const found = loaded.program ?? loaded.partial;
  const kind = found?.cases?.find((each) => each.kind === "use");
  if (!found || !kind) throw new Error("the example has no kind use");
  program = found;
  use = kind;
});

const fields = {
  component: "pkg:npm/left@1.2.3",
  product: "claims-portal",
  license: "EPL-2.0",
  modified: false,
  linkage: "dynamic",
  distribution: "browser",
  purpose: "padding",
};

function requested(): CaseEvent[] {
  return [
    { is: "opened", id: "use-1", kind: "use", requester: "ts", fields, at: "2026-10-02T14:00:00Z", by: "ts", roles: ["requester"] },
    { is: "submitted", at: "2026-10-02T14:00:00Z", by: "ts", roles: ["requester"] },
    {
      is: "judged",
      outcome: "review",
      lanes: ["legal"],
      because: ["weak-copyleft"],
      at: "2026-10-02T14:00:01Z",
      by: RULES,
      roles: ["system"],
    },
  ];
}

describe("a request to use a component", () => {
  it("goes to legal, whose deputy stands in while its lead is away; the decision is on record for licence and use", () => {
    const legal = use.lanes.find(({ id }) => id === "legal");
    if (!legal) throw new Error("no lane legal");
    const seats = seatsFor(legal.decides, program.organization, fields, () => []);
    expect(seats).toEqual({ members: ["dr"], deputies: ["extern-counsel"] });
    const vote = {
      is: "decided",
      lane: "legal",
      vote: "approve",
      for: "dr",
      attested: ["terms-read"],
      conditions: ["Ship the notice."],
    } as const;
    const events: CaseEvent[] = [
      ...requested(),
      { is: "triaged", lanes: { legal: seats }, at: "2026-10-02T14:01:00Z", by: "office", roles: ["system"] },
      { ...vote, at: "2026-10-02T15:00:00Z", by: "extern-counsel", roles: ["reviewer"] },
      { is: "absent", person: "dr", until: "2026-10-20T00:00:00Z", at: "2026-10-02T16:00:00Z", by: "office", roles: ["system"] },
      { ...vote, at: "2026-10-05T09:00:00Z", by: "extern-counsel", roles: ["reviewer"] },
    ];
    const { state, effects, refused } = replayCase(use, events);
    expect(refused).toEqual([{ refused: "not-absent", message: "dr is not away, and votes for themselves", event: 4 }]);
    expect(state).toMatchObject({ phase: "approved", outcome: { by: ["extern-counsel"], conditions: ["Ship the notice."] } });
    expect(effects.at(-1)).toMatchObject([
      { is: "write", record: "approval", subject: "pkg:npm/left@1.2.3", data: { license: "EPL-2.0", per: ["license", "use"] } },
      { is: "notify", what: "approved", to: ["ts"] },
      { is: "task", for: "ts", text: "Ship the notice." },
    ]);
  });

  it("is due in three working days, and goes up to an executive where nobody answers", () => {
    const { state } = replayCase(use, [
      ...requested(),
      { is: "triaged", lanes: { legal: { members: ["dr"], deputies: [] } }, at: "2026-10-02T14:01:00Z", by: "office", roles: ["system"] },
    ]);
    if (!state) throw new Error("no state");
    const lane = dueOf(use, state, "2026-10-08T00:00:00Z").find(({ what }) => what === "lane");
    expect(lane).toEqual({ what: "lane", id: "legal", due: "2026-10-07T14:00:00.000Z", overdue: true });
    const up = step(use, state, {
      is: "escalated",
      because: "late",
      seats: { members: program.organization.executives, deputies: [] },
      at: "2026-10-08T00:00:00Z",
      by: "office",
      roles: ["system"],
    });
    if (isRefusal(up)) throw new Error(up.message);
    const no = step(use, up.state, {
      is: "decided",
      lane: ESCALATION,
      vote: "reject",
      because: "Too dear.",
      at: "2026-10-08T01:00:00Z",
      by: "rf",
      roles: ["executive"],
    });
    expect(no).toMatchObject({ state: { phase: "rejected", outcome: { by: ["rf"], because: ["Too dear."] } } });
  });

  it("asks what fits, and is not submitted half", () => {
    expect(askedFields(use, fields).map(({ id }) => id)).not.toContain("changes");
    expect(missingFields(use, {})).toContain("component");
  });
});
