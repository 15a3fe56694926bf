// The machine under any events: what holds whatever people do.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueOf } from "./due.ts";
import { replayCase } from "./replay.ts";
import { apart, possibleVotes } from "./seats.ts";
import { step } from "./step.ts";
import { kindOf, lane, noAutomatic } from "./testing.ts";
import { type CaseEvent, type CaseState, isRefusal, type Phase } from "./types.ts";

const people = ["ann", "ben", "cle", "dan", "eve"] as const;
const person = fc.constantFrom(...people);
const seats = fc.record({ members: fc.uniqueArray(person, { maxLength: 4 }), deputies: fc.uniqueArray(person, { maxLength: 3 }) });

const kind = kindOf({
  fields: [
    { id: "what", label: { en: "What" }, type: "text", options: {}, required: true },
    { id: "until", label: { en: "Until" }, type: "date", options: {}, required: true },
    { id: "aware", label: { en: "Aware" }, type: "moment", options: {}, required: false },
    { id: "owner", label: { en: "Owner" }, type: "person", options: {}, required: false },
  ],
  automatic: { ...noAutomatic, approve: ["allow"], reject: ["deny"] },
  lanes: [lane("legal", { quorum: 2 }), lane("security", { tie: "reject", within: "2d", attests: { read: { en: "Read." } } })],
  within: { acknowledge: "1d", decide: "5d", answer: "1d" },
  alsoApart: ["owner"],
  clocks: [{ id: "warning", title: { en: "Warning" }, after: "24h", from: "aware" }],
  expires: "until",
  reopens: true,
  life: {
    start: "young",
    states: { young: { title: {}, to: ["old"], by: ["requester"] }, old: { title: {}, to: [], by: ["admin"] } },
  },
});

const roles = fc.constantFrom(["requester"], ["reviewer"], ["admin"], ["system"], ["executive"]) as fc.Arbitrary<CaseEvent["roles"]>;
const laneId = fc.constantFrom("legal", "security", "escalation");
const fields = fc.record(
  {
    what: fc.constantFrom("a", "b", ""),
    until: fc.constantFrom("2026-01-06", "2026-01-09"),
    aware: fc.constantFrom("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"),
    owner: person,
  },
  { requiredKeys: [] },
);

/** What may happen, sensible or not; moments come from the gaps between them. */
const happening = fc.oneof(
  { weight: 1, arbitrary: fc.record({ is: fc.constant("changed"), fields }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant("submitted") }) },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant("judged"),
      outcome: fc.constantFrom("allow", "review", "review", "deny", "unknown"),
      lanes: fc.subarray(["legal", "security"]),
      because: fc.constant(["r"]),
    }),
  },
  { weight: 3, arbitrary: fc.record({ is: fc.constant("triaged"), lanes: fc.record({ legal: seats, security: seats }) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant("absent"), person, until: fc.constant("2026-01-20T00:00:00Z") }) },
  {
    weight: 8,
    arbitrary: fc.record(
      {
        is: fc.constant("decided"),
        lane: laneId,
        vote: fc.constantFrom("approve", "reject", "abstain"),
        for: person,
        because: fc.constant("so"),
        attested: fc.constant(["read"]),
      },
      { requiredKeys: ["is", "lane", "vote"] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant("asked"), lane: laneId, question: fc.constant("?") }) },
  {
    weight: 2,
    arbitrary: fc.record({ is: fc.constant("answered"), answer: fc.constant("!"), fields }, { requiredKeys: ["is", "answer"] }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant("escalated"), because: fc.constant("late"), seats }) },
  { weight: 1, arbitrary: fc.constantFrom({ is: "withdrawn", because: "no" }, { is: "expired" }, { is: "superseded", case: "c2" }) },
  {
    weight: 1,
    arbitrary: fc.record(
      { is: fc.constant("facts-changed"), because: fc.constant(["licence"]), fields },
      { requiredKeys: ["is", "because"] },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom({ is: "moved", to: "old" }, { is: "met", clock: "warning", evidence: "mail" }) },
);

const start = Date.parse("2026-01-01T00:00:00Z");
const opening: CaseEvent = {
  is: "opened",
  id: "c1",
  kind: "use",
  requester: "ann",
  fields: { what: "a", until: "2026-01-06" },
  at: "2026-01-01T00:00:00Z",
  by: "ben",
  roles: ["requester"],
};

/** Mostly what fits where the case stands, so that the far corners are reached; else anything. */
const story = fc
  .array(
    fc.record({
      what: happening,
      by: person,
      roles,
      hours: fc.integer({ min: -1, max: 40 }),
      fits: fc.integer({ min: 0, max: 3 }),
      pick: fc.nat(50),
      seats,
      vote: fc.constantFrom("approve", "reject", "abstain"),
    }),
    { maxLength: 40 },
  )
  .map((list): readonly CaseEvent[] => {
    const events: CaseEvent[] = [opening];
    let state = stateAfter(undefined, opening);
    let at = start;
    for (const { what, by, roles: had, hours, fits, pick, seats: given, vote } of list) {
      at += hours * 3_600_000;
      const moment = new Date(at).toISOString();
      const choices = state && fits > 0 ? fitting(state, given, vote) : [];
      const chosen = choices[pick % Math.max(1, choices.length)];
      const event = { by, roles: had, ...(chosen ?? what), at: moment } as CaseEvent;
      events.push(event);
      state = stateAfter(state, event);
    }
    return events;
  });

function stateAfter(state: CaseState | undefined, event: CaseEvent): CaseState | undefined {
  const taken = step(kind, state, event);
  return isRefusal(taken) ? state : taken.state;
}

function fitting(
  state: CaseState,
  given: { readonly members: readonly string[]; readonly deputies: readonly string[] },
  vote: string,
): object[] {
  const [system, requester] = [
    { by: "clock", roles: ["system"] },
    { by: "ann", roles: ["requester"] },
  ];
  switch (state.phase) {
    case "draft":
      return [{ is: "submitted", ...requester }];
    case "submitted":
      return ["review", "review", "review", "allow", "deny"].map((outcome) => ({
        is: "judged",
        outcome,
        lanes: outcome === "review" ? ["legal"] : [],
        because: [],
        ...system,
      }));
    case "triage": {
      const all = { members: ["cle", "dan", "eve", "ann"], deputies: given.deputies };
      return [all, given].map((seated) => ({
        is: "triaged",
        lanes: Object.fromEntries(state.lanes.map(({ id }) => [id, seated])),
        ...system,
      }));
    }
    case "review": {
      const votes = state.lanes.flatMap(({ id, members }) =>
        members.map((by) => ({ is: "decided", lane: id, vote, by, roles: ["reviewer"], because: "so", attested: ["read"] })),
      );
      const [first] = state.lanes;
      return [
        ...votes,
        ...votes,
        ...votes.map((each) => ({ ...each, by: given.deputies[0] ?? "ben", for: each.by })),
        { is: "asked", lane: first?.id, question: "?", by: first?.members[0], roles: ["reviewer"] },
        { is: "absent", person: first?.members[0], until: "2026-03-01T00:00:00Z", ...system },
        { is: "facts-changed", because: ["licence"], ...system },
      ];
    }
    case "waiting":
      return [
        { is: "answered", answer: "!", ...requester },
        { is: "answered", answer: "!", fields: { what: "b" }, ...requester },
        { is: "expired", ...system },
      ];
    case "escalated":
      return [
        { is: "escalated", because: "late", seats: given, ...system },
        ...(state.escalation?.members ?? []).map((by) => ({
          is: "decided",
          lane: "escalation",
          vote,
          by,
          roles: ["executive"],
          because: "so",
        })),
      ];
    case "approved":
      return [
        { is: "facts-changed", because: ["exploited"], ...system },
        { is: "expired", ...system },
        { is: "moved", to: "old", ...requester },
        { is: "superseded", case: "c2", ...system },
      ];
    default:
      return [];
  }
}

function statesOf(
  events: readonly CaseEvent[],
): { readonly state: CaseState; readonly event: CaseEvent; readonly before: CaseState | undefined }[] {
  const found: { state: CaseState; event: CaseEvent; before: CaseState | undefined }[] = [];
  let state: CaseState | undefined;
  for (const event of events) {
    const taken = step(kind, state, event);
    if (isRefusal(taken)) continue;
    found.push({ state: taken.state, event, before: state });
    state = taken.state;
  }
  return found;
}

const runs = { numRuns: 600 };
const final: readonly Phase[] = ["rejected", "withdrawn", "expired", "lapsed", "superseded"];

describe("whatever happens", () => {
  it("the same events give the same state and effects, also after a detour through JSON, and what is refused leaves no trace", () => {
    fc.assert(
      fc.property(story, (events) => {
        const first = replayCase(kind, events);
        expect(replayCase(kind, JSON.parse(JSON.stringify(events)) as CaseEvent[])).toEqual(first);
        const refused = new Set(first.refused.map(({ event }) => event));
        expect(
          replayCase(
            kind,
            events.filter((_, index) => !refused.has(index)),
          ).state,
        ).toEqual(first.state);
      }),
      runs,
    );
  });

  it("an outcome is given once and never changes; phases that end stay as they are", () => {
    fc.assert(
      fc.property(story, (events) => {
        const outcomes = new Set<unknown>();
        for (const { state, before } of statesOf(events)) {
          if (state.outcome) outcomes.add(JSON.stringify(state.outcome));
          if (before?.outcome) expect(state.outcome).toEqual(before.outcome);
          if (before && final.includes(before.phase)) expect(state.phase).toBe(before.phase);
          if (state.phase === "approved" || state.phase === "rejected") expect(state.outcome?.is).toBe(state.phase);
        }
        expect(outcomes.size).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  it("nobody decides what they ask for, opened, or answer for; no seat votes twice; a deputy sits only in a seat that is empty", () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const { state, event } of statesOf(events)) {
          for (const each of state.lanes) {
            const excluded = apart(kind, state);
            expect(each.votes.some(({ by }) => excluded.has(by))).toBe(false);
            expect(new Set(each.votes.map(({ seat }) => seat)).size).toBe(each.votes.length);
            expect(new Set(each.votes.map(({ by }) => by)).size).toBe(each.votes.length);
            for (const vote of each.votes) {
              expect(each.members).toContain(vote.seat);
              if (vote.by === vote.seat) continue;
              const away = state.absences.some(({ person: who, from, until }) => who === vote.seat && from <= vote.at && vote.at < until);
              expect(away || excluded.has(vote.seat)).toBe(true);
            }
          }
          if (event.is === "decided" && state.outcome) expect(["ann", "ben"]).not.toContain(event.by);
        }
      }),
      runs,
    );
  });

  it("approved by people means: every lane open has its quorum and more for than against", () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const { state, event } of statesOf(events)) {
          if (event.is !== "decided" || event.lane === "escalation" || state.phase !== "approved") continue;
          for (const each of state.lanes) {
            const count = (vote: string) => each.votes.filter((cast) => cast.vote === vote).length;
            expect(each.votes.length).toBeGreaterThanOrEqual(kind.lanes.find(({ id }) => id === each.id)?.quorum ?? 1);
            expect(count("approve")).toBeGreaterThan(count("reject"));
          }
        }
      }),
      runs,
    );
  });

  it("time never runs back, a law's clock never gains time, and what waits for people can end", () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const { state, before } of statesOf(events)) {
          if (before) expect(Date.parse(state.at)).toBeGreaterThanOrEqual(Date.parse(before.at));
          for (const { id, due } of before?.clocks ?? []) {
            expect(Date.parse(state.clocks.find((clock) => clock.id === id)?.due ?? "")).toBeLessThanOrEqual(Date.parse(due));
          }
          expect(state.waited).toBeGreaterThanOrEqual(before?.waited ?? 0);
          expect(() => dueOf(kind, state, state.at)).not.toThrow();
          if (final.includes(state.phase)) continue;
          expect(exits(state).length).toBeGreaterThan(0);
        }
      }),
      runs,
    );
  });

  it("a review always can come to a decision: its seats suffice for the quorum", () => {
    fc.assert(
      fc.property(story, (events) => {
        for (const { state } of statesOf(events)) {
          if (state.phase !== "review") continue;
          const excluded = apart(kind, state);
          for (const each of state.lanes.filter(({ outcome }) => outcome === undefined)) {
            const quorum = kind.lanes.find(({ id }) => id === each.id)?.quorum ?? 1;
            expect(possibleVotes(each, excluded)).toBeGreaterThanOrEqual(quorum);
          }
        }
      }),
      runs,
    );
  });
});

/** What the requester, the office, time or a run can do to leave this phase. */
function exits(state: CaseState): Phase[] {
  const later = "2027-01-01T00:00:00Z";
  const tries: CaseEvent[] = [
    { is: "submitted", at: later, by: "ann", roles: ["requester"] },
    { is: "withdrawn", because: "x", at: later, by: "ann", roles: ["requester"] },
    { is: "expired", at: later, by: "clock", roles: ["system"] },
    { is: "facts-changed", because: ["x"], at: later, by: "run", roles: ["system"] },
  ];
  return tries.flatMap((event) => {
    const taken = step(kind, state, event);
    return isRefusal(taken) || taken.state.phase === state.phase ? [] : [taken.state.phase];
  });
}

it("reaches every phase, so that the properties above are about something", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(story, (events) => {
      for (const { state } of statesOf(events)) seen.add(state.phase);
    }),
    { numRuns: 4000, seed: 7 },
  );
  expect([...seen].sort()).toEqual(
    [
      "approved",
      "draft",
      "escalated",
      "expired",
      "lapsed",
      "rejected",
      "review",
      "submitted",
      "superseded",
      "triage",
      "waiting",
      "withdrawn",
    ].sort(),
  );
});
