import { describe, expect, it } from "vitest";
import type { ResultRepository } from "#scan";
import type { CheckLine } from "./communities.ts";
import { nextPhaseOf } from "./next-phase.ts";

function project(facts: ResultRepository["facts"]): ResultRepository {
  return { facts } as ResultRepository;
}

function line(id: string, outcome: CheckLine["outcome"]): CheckLine {
  return { id, title: id, remedy: `do ${id}`, group: "files", outcome };
}

const lines = [
  line("readme.present", "pass"),
  line("license.present", "fail"),
  line("codeowners.count", "unknown"),
  line("files.large", "fail"),
];

describe("the next phase", () => {
  it("asks of what is inside only what publishing asks", () => {
    expect(nextPhaseOf(project({ daysSinceCommit: 3 }), lines)).toEqual({
      now: "pre-proposal",
      next: "incubating",
      all: 2,
      met: 1,
      missing: [lines[1]],
    });
  });

  it("asks more of what is to be mature, and holds nothing for met that is not known", () => {
    const { now, next, all, met, missing } = nextPhaseOf(project({ incubatorFlagged: true }), lines);
    expect([now, next, all, met]).toEqual(["incubating", "mature", 3, 1]);
    expect(missing.map(({ id }) => id)).toEqual(["license.present", "codeowners.count"]);
  });

  it("follows the record before what can be seen, and knows the end and the unknown", () => {
    expect(nextPhaseOf(project({ phase: "mature", daysSinceCommit: 3 }), lines)).toMatchObject({
      now: "mature",
      next: "archived",
      missing: [],
    });
    expect(nextPhaseOf(project({ daysSinceCommit: 3, highestMajor: 2, tags: 4 }), lines).now).toBe("mature");
    expect(nextPhaseOf(project({ archived: true }), lines)).toEqual({ now: "archived", all: 0, met: 0, missing: [] });
    expect(nextPhaseOf(project({}), lines).now).toBeUndefined();
  });

  it("names conditions that are checks", async () => {
    const { repositoryChecks } = await import("#facts");
    const every = repositoryChecks.map(({ id }) => line(id, "fail"));
    expect(nextPhaseOf(project({ daysSinceCommit: 3 }), every).all).toBe(9);
    expect(nextPhaseOf(project({ incubatorFlagged: true }), every).all).toBe(16);
  });
});
