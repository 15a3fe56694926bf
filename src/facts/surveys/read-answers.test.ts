import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerData, answersOnRecord } from "./on-record.ts";
import { readAnswers } from "./read-answers.ts";

const read = (text: string, file: string) => readAnswers(Buffer.from(text), file);
const given = {
  survey: "delivery/1",
  about: "product:portal",
  id: "abc",
  role: "engineer",
  leadTime: "day",
  timeToRestore: "unknown",
  example: "We shipped on a Friday.",
};

describe("answers", () => {
  it("come from the form", () => {
    const { answers, problems } = read(JSON.stringify(given), "a.json");
    expect(problems).toEqual([]);
    expect(answers).toEqual([
      { id: "abc", about: "product:portal", role: "engineer", said: { leadTime: "day" }, example: "We shipped on a Friday." },
    ]);
  });

  it("come from YAML, several in a file, and are told apart by their content", () => {
    const yaml =
      "survey: delivery/1\nabout: product:portal\nanswers:\n  - role: engineer\n    leadTime: week\n    example: One.\n  - role: manager\n    leadTime: week\n    example: Two.\n";
    const { answers } = read(yaml, "a.yaml");
    expect(answers.map(({ role }) => role)).toEqual(["engineer", "manager"]);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(2);
    expect(read(yaml, "a.yaml").answers).toEqual(answers);
  });

  it("come from a table", () => {
    const { answers } = read(
      "about,role,deployment frequency,change_failure_rate,example\nteam:web,manager,weekly,16-30,Slow review\n",
      "a.csv",
    );
    expect(answers[0]?.said).toEqual({ deploymentFrequency: "weekly", changeFailureRate: "16-30" });
  });

  it("that are wrong are told with their row, and lose no others", () => {
    const csv =
      "about,role,leadTime,example\nproduct:a,engineer,day,Good\nproduct:a,boss,day,Good\nproduct:a,engineer,soon,Good\nproduct:a,engineer,day,\n";
    const { answers, problems } = read(csv, "a.csv");
    expect(answers).toHaveLength(1);
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [3, expect.stringContaining("“boss” is no role")],
      [4, expect.stringContaining("“soon” is no answer to leadTime")],
      [5, expect.stringContaining("no example")],
    ]);
    expect(read("answers:\n  - role: engineer\n    leadTime: soon\n", "a.yaml").problems.map(({ line }) => line)).toEqual([2, 2, 2]);
  });

  it("to another questionnaire are refused: the same words may mean something else there", () => {
    const later = read(JSON.stringify({ ...given, survey: "delivery/9" }), "a.json");
    expect(later.answers).toEqual([]);
    expect(later.problems).toMatchObject([{ code: "survey-answer", message: expect.stringContaining("delivery/9") }]);
    const yaml = "survey: delivery/9\nabout: product:portal\nanswers:\n  - role: engineer\n    example: One.\n";
    expect(read(yaml, "a.yaml")).toMatchObject({ answers: [], refused: 1 });
  });

  it("about what does not exist are refused, each counted once", async () => {
    const csv = "about,role,example\nproduct:shop,engineer,x\nproduct:shpo,engineer,x\nproduct:shpo,boss,\n";
    const { answers, refused, problems } = await readAnswers(Buffer.from(csv), "a.csv", (subject) => subject === "product:shop");
    expect(answers).toHaveLength(1);
    expect(refused).toBe(2);
    expect(problems.map(({ message }) => message)).toContain("row 2: there is no product shpo in organization.yaml");
  });

  it("of a broken file are told", () => {
    expect(read("a: [", "a.yaml").problems).toMatchObject([{ code: "survey-unreadable", line: 1 }]);
    expect(read("", "a.csv").problems).toMatchObject([{ code: "survey-unreadable" }]);
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("a.yaml", "a.json", "a.csv"), (text, file) => {
        expect(Array.isArray(read(text, file).answers)).toBe(true);
      }),
    );
  });

  it("go on record and come back without anybody's name", () => {
    const [answer] = read(JSON.stringify(given), "a.json").answers;
    if (!answer) throw new Error("no answer");
    const record = {
      kind: "answer",
      at: "2026-11-23",
      subject: answer.about,
      id: answer.id,
      data: answerData(answer),
      position: { file: "x", line: 1 },
    };
    expect(answersOnRecord([record])).toEqual([answer]);
    expect(Object.keys(record.data).sort()).toEqual(["example", "leadTime", "role", "survey"]);
  });
});
