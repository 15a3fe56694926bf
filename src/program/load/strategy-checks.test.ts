// What a strategy says of itself that cannot be: every fault is named with its place.
import { describe, expect, it } from "vitest";
import type { Program, Strategy } from "../model.ts";
import { load, printed, problemsOf, smallProgram } from "../testing/folders.ts";
import { olderThanStrategy } from "../structure.ts";
import { withoutLooseEnds } from "../read/loose-ends.ts";

const organization = String(smallProgram["organization.yaml"]);
const head = "strategy: S\nstate: in-force\nowner: ospo\n";

/** What is said of the strategy; other documents of the small program are not about it. */
async function strategy(...lines: readonly string[]): Promise<string[]> {
  const problems = await problemsOf({ "strategy.md": `---\n${head}${lines.join("\n")}\n---\n\nWhat we want.\n` });
  return problems.filter((line) => line.startsWith("strategy.md"));
}

const goal = "objectives: [{ id: fast, statement: Fast, key-results: [{ measure: delivery.lead-time, target: 2d }] }]";

describe("dates of a strategy", () => {
  it("stand in their order", async () => {
    expect(await strategy("approved: 2026-05-01", "in-force: 2026-04-01", "review: 2026-03-01", goal)).toEqual([
      expect.stringContaining('strategy.md:6:11  error  "in-force" (2026-04-01) is before "approved" (2026-05-01).'),
      expect.stringContaining('strategy.md:7:9  error  "review" (2026-03-01) is not after "in-force" (2026-04-01).'),
      expect.stringContaining("objective-without-activity"),
    ]);
  });

  it("let what begins end later, and the day of approval be the first", async () => {
    const problems = await strategy(
      "approved: 2026-04-01",
      "in-force: 2026-04-01",
      goal,
      "activities:",
      "  - { id: inventory, title: A, kind: govern, from: 2026-06-01, until: 2026-05-01, serves: { fast: 1 } }",
      "  - { id: b, title: B, kind: govern, from: 2026-06-01, until: 2026-06-01, serves: { fast: 1 } }",
    );
    expect(problems).toEqual([expect.stringContaining('strategy.md:9:71  error  "until" (2026-05-01) is before "from" (2026-06-01).')]);
  });

  it("of phases follow each other, and activities name those that there are", async () => {
    const problems = await strategy(
      goal,
      "phases:",
      "  - { id: now, from: 2026-01-01, until: 2026-06-30 }",
      "  - { id: 2027, from: 2026-06-30, until: 2027-06-30 }",
      "  - { id: now, from: 2027-07-01, until: 2027-12-31 }",
      "activities:",
      "  - { id: inventory, title: A, kind: govern, phase: 2027, serves: { fast: 1 } }",
      "  - { id: b, title: B, kind: govern, phase: nwo, serves: { fast: 1 } }",
    );
    expect(problems).toEqual([
      expect.stringContaining('strategy.md:8:23  error  Phase "2027" begins on 2026-06-30, and "now" ends on 2026-06-30: they overlap.'),
      expect.stringContaining('strategy.md:9:11  error  There is a second phase "now".'),
      expect.stringContaining('There is no phase "nwo". Expected: now or 2027.'),
    ]);
  });
});

describe("links of a strategy", () => {
  it("lead somewhere: each circle is named once", async () => {
    const problems = await strategy(
      goal,
      "activities:",
      "  - { id: inventory, title: A, kind: govern, after: [b], serves: { fast: 1 } }",
      "  - { id: b, title: B, kind: govern, after: [c], serves: { fast: 1 } }",
      "  - { id: c, title: C, kind: govern, after: [inventory], serves: { fast: 1 } }",
      "  - { id: d, title: D, kind: govern, after: [d, nowhere], serves: { fast: { strength: 2, effect: Days instead of weeks } } }",
    );
    expect(problems).toEqual([
      expect.stringContaining(
        "strategy.md:7:5  error  Activities wait for each other in a circle: inventory after b after c after inventory.",
      ),
      expect.stringContaining("strategy.md:10:5  error  Activities wait for each other in a circle: d after d."),
      expect.stringContaining('strategy.md:10:49  error  There is no activity "nowhere".'),
    ]);
  });

  it("say what an id is where it is something else", async () => {
    const problems = await strategy(
      goal,
      "activities:",
      "  - { id: inventory, title: A, kind: govern, serves: { fast: 1, b: 2 } }",
      "  - { id: b, title: B, kind: govern, serves: { fast: 1 } }",
    );
    expect(problems).toEqual([expect.stringContaining('"b" is an activity. What comes before an activity stands under after.')]);
  });
});

describe("structure", () => {
  it("is not older than the strategy that it follows from", async () => {
    const boards = "boards:\n  osrb: { name: OSRB, lanes: { legal: 1 }, since: 2025-01-01 }\n";
    const files = { "organization.yaml": organization + boards };
    expect(await problemsOf(files)).toEqual([
      expect.stringContaining('organization.yaml:13:51  warning  "osrb" is there since 2025-01-01, the strategy since 2026-01-01.'),
    ]);
    expect(await problemsOf({ "organization.yaml": organization + boards.replace("2025", "2026") })).toEqual([]);
  });

  it("that says no day is as old as the history of its documents shows", async () => {
    const board = "  osrb: { name: OSRB, lanes: { legal: 1 } }\n";
    const council = "  council: { name: Council, lanes: { legal: 1 }, since: 2026-02-01 }\n";
    const documents = { ...smallProgram, "organization.yaml": `${organization}boards:\n${board}${council}` };
    const before = { begin: "2025-06-01", at: "2025-03-01", text: `organization: x\nboards:\n${board}${council}` };
    const { program, problems } = await load(documents, { before });
    expect(printed(problems)).toEqual([
      expect.stringContaining('organization.yaml:13:3  warning  "osrb" is there since 2025-03-01, the strategy since 2025-06-01.'),
    ]);
    expect(program && olderThanStrategy(program.organization, program.strategy as Strategy).map(({ id }) => id)).toEqual(["osrb"]);
    for (const text of ["", "boards: [osrb]\n", "boards: {}\nteams: 1\n", ": : :\n\t"])
      expect(printed((await load(documents, { before: { ...before, text } })).problems)).toEqual([]);
    // What was approved before it was written down here was there before.
    const later = await load(documents, { before: { ...before, begin: "2026-09-01", at: "2026-08-01" } });
    expect(printed(later.problems)).toEqual([]);
  });
});

it("five hundred objectives are read, and told to be too many for anybody", async () => {
  const objectives = Array.from({ length: 500 }, (_, index) => `  - { id: o${index}, statement: Number ${index} }`);
  const problems = await strategy(
    "objectives:",
    ...objectives,
    "activities: [{ id: inventory, title: A, kind: govern, serves: { o0: 1 } }]",
  );
  // Of one kind in one document fifty are enough to see what is wrong.
  expect(problems.filter((line) => line.includes("objective-without-activity")).length).toBeGreaterThan(40);
  expect(problems.filter((line) => line.includes("too-many-objectives"))).toEqual([expect.stringContaining("strategy.md:6:5  warning")]);
});

it("what is wrong once is not buried under what is wrong five hundred times", async () => {
  const objectives = Array.from(
    { length: 500 },
    (_, index) => `  - { id: o${index}, statement: Number ${index}, key-results: [{ measure: K-41, target: 1, due: 2020-01-01 }] }`,
  );
  const documents = {
    "strategy.md": `---\n${head}in-force: 2026-01-01\nobjectives:\n${objectives.join("\n")}\nactivities:\n  - { id: inventory, title: A, kind: govern, after: [b], serves: { o0: 1, nowhere: 1 } }\n  - { id: b, title: B, kind: govern, after: [inventory], serves: { o1: 1 } }\n---\n\nWhat we want.\n`,
  };
  const { program, problems } = await load({ ...smallProgram, ...documents });
  expect(program).toBeUndefined();
  const count = (code: string) => problems.filter((problem) => problem.code === code).length;
  expect([count("link-cycle"), count("unknown-reference"), count("dates-out-of-order"), count("objective-without-activity")]).toEqual([
    1, 1, 51, 51,
  ]);
  expect(
    problems.find(({ code, message }) => code === "objective-without-activity" && message.startsWith("448 more of this kind")),
  ).toMatchObject({
    severity: "warning",
    line: expect.any(Number) as number,
  });
});

it("what is left of a strategy with errors names each thing once, and nothing that is not there", async () => {
  const text = `---\n${head}${goal.replace("}] }]", "}] }, { id: fast, statement: Again }]")}
activities:
  - { id: inventory, title: A, kind: govern, serves: { fast: 1, nowhere: 2 } }
---
`;
  const { program, partial } = await load({ ...smallProgram, "strategy.md": text });
  expect(program).toBeUndefined();
  const { strategy } = withoutLooseEnds(partial as Program);
  expect(strategy?.objectives.map(({ id, statement }) => [id, statement.en])).toEqual([["fast", "Fast"]]);
  expect(strategy?.activities.map(({ serves }) => serves)).toEqual([{ fast: 1 }]);
});
