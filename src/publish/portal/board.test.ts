import { describe, expect, test } from "vitest";
import type { CaseState } from "#decisions";
import type { Board, CaseKind } from "#program";
import { agendaOf, decisionsOf } from "./board.ts";
import { nextMeeting, rhythmOf } from "./meeting.ts";
import { minutesText } from "./minutes.ts";

const board: Board = { id: "osrb", name: { en: "Review *board*", de: "Gremium" }, lanes: { legal: 1 }, quorum: 2 };
const lane = (id: string, decides: CaseKind["lanes"][number]["decides"], quorum = 1) => ({
  id,
  title: {},
  decides,
  per: ["component"] as const,
  quorum,
  tie: "reject" as const,
  attests: {},
});
const kind = {
  kind: "waive",
  title: { en: "Exception" },
  lanes: [
    lane("board", { is: "board", board: "osrb" }, 2),
    lane("law", { is: "team", team: "legal" }),
    lane("money", { is: "team", team: "business" }),
  ],
  escalation: { is: "role", role: "executive" },
} as unknown as CaseKind;

const vote = (by: string, answer: "approve" | "reject" | "abstain", at: string, because?: string) => ({
  by,
  seat: by,
  vote: answer,
  at,
  conditions: answer === "approve" ? ["until # spring"] : [],
  ...(because === undefined ? {} : { because }),
});

function state(id: string, lanes: CaseState["lanes"], phase: CaseState["phase"] = "review"): { title: string; state: CaseState } {
  const moment = "2026-11-01T08:00:00.000Z";
  return {
    title: `<b>${id}</b>`,
    state: {
      id,
      kind: "waive",
      phase,
      requester: "ts",
      opener: "ts",
      fields: {},
      openedAt: moment,
      at: moment,
      submittedAt: moment,
      lanes,
      absences: [],
      waited: 0,
      clocks: [],
    },
  };
}

const open = (id: string, votes: CaseState["lanes"][number]["votes"]) => ({ id, members: ["dr", "lb", "ts"], deputies: [], votes });
const waiting = state("waive-1", [open("board", [vote("dr", "approve", "2026-11-10T08:00:00.000Z")]), open("money", [])]);
const decided = state(
  "waive-2",
  [
    {
      ...open("board", [
        vote("dr", "approve", "2026-11-10T08:00:00.000Z"),
        vote("lb", "abstain", "2026-11-12T08:00:00.000Z", "I\nwrote [it](x)"),
      ]),
      outcome: "approved",
    },
    { ...open("law", [vote("dr", "approve", "2026-10-01T08:00:00.000Z")]), outcome: "approved" },
  ],
  "approved",
);

describe("a board", () => {
  test("has on its agenda what waits in its lanes, with who may still vote: not whoever asks, not who has voted", () => {
    expect(agendaOf(board, [kind], [waiting, decided])).toEqual([
      expect.objectContaining({ id: "waive-1", lane: "board", part: "board", quorum: 2, tie: "reject", open: ["lb"] }),
    ]);
  });

  test("has in its minutes what it decided in the time, in all its parts, as text in which nothing is markup", () => {
    const november = { from: "2026-11-01T00:00:00.000Z", until: "2026-12-01T00:00:00.000Z" };
    const decisions = decisionsOf(board, [kind], [waiting, decided], november);
    expect(decisions.map(({ id, lane: named, outcome, votes }) => [id, named, outcome, votes.length])).toEqual([
      ["waive-2", "board", "approved", 2],
    ]);
    const year = { from: "2026-01-01T00:00:00.000Z", until: "2027-01-01T00:00:00.000Z" };
    expect(decisionsOf(board, [kind], [decided], year).map(({ lane: named, part }) => [named, part])).toEqual([
      ["law", "lane"],
      ["board", "board"],
    ]);
    const told = { board, kinds: [kind], decisions, names: { dr: "Dario", lb: "Lea" }, from: "2026-11-01", until: "2026-11-30" };
    const text = minutesText(told, "en");
    expect(text).toContain("# Review \\*board\\*");
    expect(text).toContain("## waive-2: \\<b\\>waive-2\\</b\\>");
    expect(text).toContain("- Lea: abstained. I wrote \\[it\\](x)");
    expect(text).toContain("  - condition: until \\# spring");
    expect(minutesText({ ...told, decisions: [] }, "de")).toContain("In dieser Zeit wurde nichts entschieden.");
  });

  test("meets on the day that its words name, as far as they name one", () => {
    const now = "2026-11-30T10:00:00.000Z";
    expect(nextMeeting("every Tuesday", now)).toEqual({ date: "2026-12-01", exact: true });
    expect(nextMeeting("every second Tuesday", now)).toEqual({ date: "2026-12-01", exact: false });
    expect(nextMeeting("every second Tuesday from 2026-11-03", now)).toEqual({ date: "2026-12-01", exact: true });
    expect(nextMeeting("jeden zweiten Dienstag ab 2026-11-10", now)).toEqual({ date: "2026-12-08", exact: true });
    expect(nextMeeting("every other Monday from 2027-01-04", now)).toEqual({ date: "2027-01-04", exact: true });
    expect(nextMeeting("second Tuesday of the month", now)).toEqual({ date: "2026-12-08", exact: true });
    expect(nextMeeting("erster Freitag im Monat", now)).toEqual({ date: "2026-12-04", exact: true });
    expect(nextMeeting("jeden Montag", now)).toEqual({ date: "2026-11-30", exact: true });
    expect(nextMeeting("when needed", now)).toBeUndefined();
    expect(nextMeeting(undefined, now)).toBeUndefined();
  });
});

test("its words are read as parts, so that they are said in the reader's language; what they leave open stays as written", () => {
  expect(rhythmOf("every second Tuesday from 2026-11-03")).toEqual({ every: "fortnight", weekday: 2, from: "2026-11-03" });
  expect(rhythmOf("Second Tuesday of the month")).toEqual({ every: "month", weekday: 2, nth: 2 });
  expect(rhythmOf("jeden Freitag")).toEqual({ every: "week", weekday: 5 });
  for (const open of ["every second Tuesday", "when it rains", "Tuesday, sometimes", undefined]) expect(rhythmOf(open)).toBeUndefined();
});
