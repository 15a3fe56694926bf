import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SurveyAnswer, type SurveyQuestion, surveyQuestionIds, surveyQuestions, surveyRoles } from "#facts";
import { bandYears, type DeliveryEntry, type DeliveryKey, deliveryKeys, type Level } from "../delivery/index.ts";
import { LEAST_ANSWERS } from "./groups.ts";
import { type SurveyGroup, surveyResults } from "./results.ts";
import { saidLevel } from "./said-level.ts";

const BEST: Readonly<Record<SurveyQuestion, string>> = {
  deploymentFrequency: "on-demand",
  leadTime: "hour",
  timeToRestore: "hour",
  changeFailureRate: "0-15",
  reliability: "met",
};

function answers(count: number, about: string, more: Partial<SurveyAnswer> = {}): SurveyAnswer[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${about}${index}${more.role ?? ""}`,
    about,
    role: "engineer",
    said: BEST,
    example: `Example ${index}`,
    ...more,
  }));
}

function entry(level: Level): DeliveryEntry {
  const metric = { value: 1, unit: "seconds", level, sample: 9, betweenBands: false, days: 90 };
  return { metrics: Object.fromEntries(deliveryKeys.map((key) => [key, metric])) } as unknown as DeliveryEntry;
}

const results = (list: readonly SurveyAnswer[], measured: Level | undefined = undefined) =>
  surveyResults(list, { year: 2021, measured: () => (measured ? entry(measured) : undefined) });

const total = (counts: Readonly<Record<string, number>> = {}) => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** What is left of a whole when its shown parts are taken away: nothing, or a group. */
function expectNothingLeft(whole: SurveyGroup | undefined, parts: readonly SurveyGroup[]): void {
  if (parts.length === 0) return;
  for (const question of surveyQuestionIds) {
    const left = total(whole?.said[question]) - parts.reduce((sum, part) => sum + total(part.said[question]), 0);
    const shown = parts.some((part) => part.said[question] !== undefined);
    if (shown && left !== 0) expect(left).toBeGreaterThanOrEqual(LEAST_ANSWERS);
  }
}

describe("answers added up", () => {
  it("say nothing of fewer than five", () => {
    expect(results(answers(4, "product:a"))).toEqual([{ subject: "product:a" }]);
    expect(results(answers(5, "product:a"))[0]?.all).toMatchObject({ answers: 5, levels: { leadTime: "elite" } });
  });

  it("tell roles apart only where each has five", () => {
    const engineers = answers(9, "product:a");
    expect(results([...engineers, ...answers(4, "product:a", { role: "manager" })])[0]?.byRole).toBeUndefined();
    const apart = results([...engineers, ...answers(5, "product:a", { role: "manager" })])[0]?.byRole;
    expect([apart?.engineer?.answers, apart?.manager?.answers]).toEqual([9, 5]);
  });

  it("count a question only where five answered it", () => {
    const quiet = answers(4, "product:a", { said: { leadTime: "hour" } });
    const [result] = results([...quiet, ...answers(2, "product:a", { role: "manager" })]);
    expect(Object.keys(result?.all?.said ?? {})).toEqual(["leadTime"]);
    expect(result?.all?.levels.timeToRestore).toBeNull();
  });

  it("let nobody work out a small group from the whole", () => {
    const whole = results([...answers(7, "product:a"), ...answers(3, "product:b")]).find(({ subject }) => subject === "organization");
    expect(whole?.all?.answers).toBe(7);
    const many = results([...answers(7, "product:a"), ...answers(3, "product:b"), ...answers(2, "product:c")]);
    expect(many.find(({ subject }) => subject === "organization")?.all?.answers).toBe(12);
  });

  it("let nobody work out a question that few answered: not by role, nor from the whole", () => {
    const quiet = { said: { leadTime: "hour" } as SurveyAnswer["said"] };
    const engineers = answers(9, "product:a");
    const managers = [...answers(2, "product:a", { role: "manager" }), ...answers(4, "product:a", { role: "manager", ...quiet })];
    const [team, other, whole] = results([...engineers, ...managers, ...answers(3, "product:b"), ...answers(4, "product:b", quiet)]);
    expect(Object.keys(team?.byRole?.engineer?.said ?? {})).toEqual(["leadTime"]);
    expect(team?.byRole?.engineer?.levels.timeToRestore).toBeNull();
    expect(Object.keys(other?.all?.said ?? {})).toEqual(["leadTime"]);
    expect(total(whole?.all?.said.timeToRestore)).toBe(11);
    expect(total(whole?.all?.said.leadTime)).toBe(22);
  });

  it("never show a group under five, whoever answers what", () => {
    const answer = fc.record({
      id: fc.uuid(),
      about: fc.constantFrom("product:a", "product:b", "team:c"),
      role: fc.constantFrom(...surveyRoles),
      said: fc.record(Object.fromEntries(surveyQuestionIds.map((id) => [id, fc.constantFrom(...surveyQuestions[id])])), {
        requiredKeys: [],
      }),
      example: fc.string({ minLength: 1 }),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 40 }), (list) => {
        for (const { all, byRole, examples } of results(list, "high")) {
          for (const group of [all, ...Object.values(byRole ?? {})]) {
            if (!group) continue;
            expect(group.answers).toBeGreaterThanOrEqual(LEAST_ANSWERS);
            for (const counts of Object.values(group.said)) expect(total(counts)).toBeGreaterThanOrEqual(LEAST_ANSWERS);
          }
          if (examples) expect(all).toBeDefined();
          expectNothingLeft(all, Object.values(byRole ?? {}));
        }
        const whole = results(list).find(({ subject }) => subject === "organization");
        const parts = results(list).filter(({ subject }) => subject !== "organization");
        if (whole) {
          expectNothingLeft(
            whole.all,
            parts.flatMap(({ all }) => all ?? []),
          );
        }
      }),
    );
  });
});

describe("the gap", () => {
  it("is measured minus said: positive means better than believed", () => {
    const modest = answers(5, "product:a", { said: { ...BEST, leadTime: "longer", deploymentFrequency: "monthly" } });
    expect(results(modest, "high")[0]?.all?.gaps).toMatchObject({ leadTime: 2, deploymentFrequency: 1, timeToRestore: -1 });
  });

  it("is not told where a level is not known, or the bands do not tell levels apart", () => {
    expect(results(answers(5, "product:a"))[0]?.all?.gaps).toEqual({});
    const failing = answers(5, "product:a", { said: { ...BEST, changeFailureRate: "31-45" } });
    expect(results(failing, "high")[0]?.all?.gaps).not.toHaveProperty("changeFailureRate");
  });
});

describe("the level of an answer", () => {
  it.each([
    ["deploymentFrequency", ["elite", "elite", "high", "high", "medium", "low"]],
    ["leadTime", ["elite", "high", "high", "medium", "medium", "low"]],
    ["timeToRestore", ["elite", "high", "medium", "low", "low", "low"]],
    ["changeFailureRate", ["elite", null, null, null, null, null]],
  ] as const)("of %s follows the bands of 2021", (key, expected) => {
    expect(surveyQuestions[key].map((id) => saidLevel(2021, key, id))).toEqual(expected);
  });

  it("is known for every answer in every year, or not separable", () => {
    for (const year of bandYears)
      for (const key of deliveryKeys as readonly DeliveryKey[])
        for (const id of surveyQuestions[key]) expect(["elite", "high", "medium", "low", null]).toContain(saidLevel(year, key, id));
  });
});
