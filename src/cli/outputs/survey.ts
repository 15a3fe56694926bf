// What `allmend survey --json` prints.
import { z } from "zod";
import { cultureQuestionIds, surveyQuestionIds, surveyQuestions } from "#facts";
import { levels } from "#measures";
import { counted, problem } from "./shared.ts";

const level = z.enum(levels).nullable();
const keys = { deploymentFrequency: level, leadTime: level, timeToRestore: level, changeFailureRate: level };
const gap = z.int().min(-3).max(3).optional();

const counts = z.strictObject(
  Object.fromEntries(
    surveyQuestionIds.map((question) => [
      question,
      z.strictObject(Object.fromEntries(surveyQuestions[question].map((id) => [id, counted]))).optional(),
    ]),
  ),
);

const group = z.strictObject({
  answers: z.int().min(5),
  said: counts.describe("How many gave which answer; only of questions that five or more answered."),
  levels: z.strictObject(keys).describe("Level of the middle answer."),
  gaps: z
    .strictObject({ deploymentFrequency: gap, leadTime: gap, timeToRestore: gap, changeFailureRate: gap })
    .describe("Measured level minus said level, in steps: positive means better than believed."),
});

export const survey = z
  .strictObject({
    schema: z.literal("allmend.survey/1"),
    results: z.array(
      z.strictObject({
        subject: z.string().describe("product:ID, repository:ID, team:ID, or organization."),
        all: group.optional().describe("Absent with fewer than five answers."),
        byRole: z
          .strictObject({ engineer: group.optional(), manager: group.optional() })
          .optional()
          .describe("Only where each role has five."),
        examples: z.array(z.string()).optional(),
      }),
    ),
  })
  .meta({ title: "Self-assessment", description: "allmend survey results --json." });

const points = z.number().min(0).max(100);

const cultureGroup = z.strictObject({
  answers: z.int().min(5),
  index: points.nullable().describe("Mean of the statements; null where one of them has no figure."),
  agreement: z
    .strictObject(Object.fromEntries(cultureQuestionIds.map((question) => [question, points.optional()])))
    .describe("Mean agreement by statement, 0 to 100; only of statements that five or more answered."),
});

export const cultureSurvey = z
  .strictObject({
    schema: z.literal("allmend.culture-survey/1"),
    results: z.array(
      z.strictObject({
        subject: z.string().describe("team:ID, or organization: all together."),
        all: cultureGroup.optional().describe("Absent with fewer than five answers."),
        byRole: z
          .strictObject({ engineer: cultureGroup.optional(), manager: cultureGroup.optional() })
          .optional()
          .describe("Only where each role has five."),
        examples: z.array(z.string()).optional(),
      }),
    ),
  })
  .meta({ title: "Survey on culture", description: "allmend survey results --questionnaire culture --json, of the last 365 days." });

export const importedAnswers = z
  .strictObject({
    schema: z.literal("allmend.imported-answers/1"),
    taken: counted,
    known: counted,
    refused: counted,
    problems: z.array(problem),
  })
  .meta({ title: "Answers were put on record", description: "allmend survey import --json." });
