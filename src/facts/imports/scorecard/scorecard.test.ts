import { describe, expect, it } from "vitest";
import { imported, reading } from "../testing/reading.ts";

const document = {
  date: "2026-08-01",
  repo: { name: "github.com/a/b", commit: "abc" },
  scorecard: { version: "v5.0.0" },
  score: 6.3,
  checks: [
    { name: "Maintained", score: 10, reason: "busy" },
    { name: "Fuzzing", score: -1, reason: "cannot tell" },
  ],
};

describe("Scorecard's result", () => {
  it("gives a score for each check; -1 is unknown", async () => {
    const { scorecards } = await imported("scorecard", document);
    expect(scorecards).toEqual([
      {
        project: "github.com/a/b",
        at: "2026-08-01",
        commit: "abc",
        score: 6.3,
        checks: [
          { name: "Maintained", score: 10, reason: "busy" },
          { name: "Fuzzing", reason: "cannot tell" },
        ],
      },
    ]);
  });

  it("may come line by line; what names nothing is counted", async () => {
    const lines = `${JSON.stringify(document)}\n${JSON.stringify({ ...document, repo: "https://github.com/c/d.git" })}\n${JSON.stringify({ checks: [] })}\n`;
    const { counts } = await reading("scorecard", lines);
    expect(counts).toMatchObject({ taken: 2, notUnderstood: { "a result names no repository or has no checks": 1 } });
    await expect(reading("scorecard", {})).rejects.toThrow("Not a result of Scorecard");
  });
});
