import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreements, type CultureQuestion, cultureQuestionIds, type SurveyAnswer } from "#facts";
import { surveyIndex } from "../values/survey-index.ts";
import { cultureResults } from "./culture.ts";

type Answer = SurveyAnswer<CultureQuestion>;
const all = (given: string) => Object.fromEntries(cultureQuestionIds.map((id) => [id, given])) as Answer["said"];

function answers(count: number, about: string, given: string, more: Partial<Answer> = {}): Answer[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${about}${index}`,
    about,
    role: "engineer" as const,
    said: all(given),
    example: "",
    ...more,
  }));
}

describe("answers on culture", () => {
  it("are added up to mean agreement, by team and all together", () => {
    const results = cultureResults([...answers(5, "team:web", "agree"), ...answers(5, "organization", "strongly-disagree")]);
    expect(results.map(({ subject, all: group }) => [subject, group?.answers, group?.index])).toEqual([
      ["team:web", 5, 75],
      ["organization", 10, 37.5],
    ]);
  });

  it("of fewer than five are shown nowhere, nor to be worked out from the whole", () => {
    const [small, , whole] = cultureResults([...answers(4, "team:a", "disagree"), ...answers(5, "team:b", "agree")]);
    expect(small).toEqual({ subject: "team:a" });
    expect(whole?.all).toMatchObject({ answers: 5, index: 75 });
    const one = { said: { ...all("agree"), timeForIt: undefined } as Answer["said"] };
    const mixed = cultureResults([
      ...answers(5, "team:b", "agree"),
      ...answers(4, "organization", "agree", one),
      ...answers(1, "organization", "disagree"),
    ]);
    // Of the five outside of the team one alone says something about time.
    expect(mixed.at(-1)?.all?.agreement).toEqual({ managerSupport: 70, understoodValue: 70, clearRules: 70, timeForIt: 75 });
  });

  it("tell a statement by role only where every role can be told", () => {
    const silent = { role: "manager" as const, said: { ...all("agree"), clearRules: undefined } as Answer["said"] };
    const [team] = cultureResults([...answers(6, "team:a", "agree"), ...answers(5, "team:a", "agree", silent)]);
    expect(team?.all?.index).toBe(75);
    expect(Object.keys(team?.byRole?.engineer?.agreement ?? {})).not.toContain("clearRules");
    expect(team?.byRole?.engineer?.index).toBeNull();
  });

  it("stay between 0 and 100, and rise with agreement", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...agreements), { minLength: 5, maxLength: 40 }), (given) => {
        const list = given.flatMap((one, index) => answers(1, "organization", one, { id: `${index}` }));
        const index = cultureResults(list)[0]?.all?.index ?? -1;
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(100);
        const better = list.map((answer, place) => (place === 0 ? { ...answer, said: all("strongly-agree") } : answer));
        expect(cultureResults(better)[0]?.all?.index).toBeGreaterThanOrEqual(index);
      }),
    );
  });

  it("are the survey index", () => {
    const base = { culture: cultureResults([...answers(5, "organization", "agree"), ...answers(2, "team:a", "agree")]) };
    expect(surveyIndex.compute(base as never, [])).toEqual([
      { subject: "team:a", value: null, reason: "group-too-small" },
      {
        subject: "organization",
        value: 75,
        of: 5,
        detail: { clearRules: 75, managerSupport: 75, timeForIt: 75, understoodValue: 75 },
      },
    ]);
  });
});
