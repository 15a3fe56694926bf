// The self-assessment, filled in by those who do the work: several people of a team, nobody by name.
import { z } from "zod";
import { answersOnRecord, type SurveyAnswer, surveyQuestionIds, surveyQuestions, surveyRoles } from "#facts";
import { localText } from "#look";
import { LEAST_ANSWERS } from "#measures";
import { known } from "../../access/known.ts";
import { seesSubject } from "../../access/subjects.ts";
import { standingOf } from "../../portal/standing.ts";
import { answerSurvey, subjectsIn } from "../../portal/survey.ts";
import type { RouteModule } from "../index.ts";
import { spoken } from "./parts.ts";

const said = z.strictObject({
  deploymentFrequency: z.enum(surveyQuestions.deploymentFrequency).optional(),
  leadTime: z.enum(surveyQuestions.leadTime).optional(),
  timeToRestore: z.enum(surveyQuestions.timeToRestore).optional(),
  changeFailureRate: z.enum(surveyQuestions.changeFailureRate).optional(),
  reliability: z.enum(surveyQuestions.reliability).optional(),
});

const form = z
  .object({
    least: z.int().describe("Of fewer people nothing is shown."),
    roles: z.array(z.enum(surveyRoles)),
    questions: z.array(
      z.object({
        id: z.enum(surveyQuestionIds as [keyof typeof surveyQuestions]),
        answers: z.array(z.string()).describe("The best first."),
      }),
    ),
    subjects: z.array(z.object({ id: z.string(), name: z.string(), answers: z.int() })),
  })
  .meta({ id: "SurveyForm" });

const compared = z
  .object({
    answers: z.int().describe("How many people have answered about it."),
    keys: z.array(
      z.object({
        key: z.enum(["deploymentFrequency", "leadTime", "timeToRestore", "changeFailureRate"]),
        name: z.string(),
        said: z.string().optional(),
        measured: z.object({ value: z.string(), level: z.string() }).optional(),
        compared: z.string(),
        state: z.enum(["same", "better", "worse", "unknown"]),
      }),
    ),
  })
  .meta({ id: "SaidAgainstMeasured" });

export const surveyRoutes: RouteModule = {
  name: "portal-survey",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/portal/survey",
      schema: {
        operationId: "surveyForm",
        tags: ["portal"],
        summary: "The self-assessment: its questions, and what it can be about",
        querystring: spoken,
        response: { 200: form },
      },
      config: { permission: "signed-in" },
      async handler(request) {
        const { result } = await standingOf(deps);
        const { organization, records } = result.program;
        const answers = answersOnRecord(records);
        const names = new Map(organization.products.map(({ id, name }) => [`product:${id}`, localText(name, request.query.lang) ?? id]));
        return {
          least: LEAST_ANSWERS,
          roles: [...surveyRoles],
          questions: surveyQuestionIds.map((id) => ({ id, answers: [...surveyQuestions[id]] })),
          subjects: subjectsIn(result)
            .filter((subject) => seesSubject(known(request), organization, subject))
            .map((id) => ({
              id,
              name: names.get(id) ?? id.slice(id.indexOf(":") + 1),
              answers: answers.filter(({ about }) => about === id).length,
            })),
        };
      },
    });

    app.route({
      method: "POST",
      url: "/api/portal/survey",
      schema: {
        operationId: "answerSurvey",
        tags: ["portal"],
        summary: "Answer the self-assessment without a name; a second answer of mine takes the place of the first",
        querystring: spoken,
        body: z.strictObject({
          about: z.string().min(1).max(300).describe("`product:ID` or `repository:NAME`."),
          role: z.enum(surveyRoles),
          said,
          example: z.string().trim().min(1).max(2000),
        }),
        response: { 201: compared },
      },
      config: { permission: "signed-in" },
      async handler(request, reply) {
        const { about, role, said: given, example } = request.body;
        // What somebody does not know is absent.
        const answered = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as SurveyAnswer["said"];
        const done = await answerSurvey(deps, known(request), { about, role, said: answered, example }, request.query.lang);
        return reply.code(201).send({ answers: done.answers, keys: [...done.keys] });
      },
    });
  },
};
