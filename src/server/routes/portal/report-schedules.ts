// Reports by e-mail, every month or quarter, to me or to a team: made, listed, ended.
import { z } from "zod";
import type { Organization } from "#program";
import { append, endSchedule, findPerson, listSchedules, makeSchedule, type Schedule } from "#store";
import { notThere } from "../../access/caller.ts";
import { known } from "../../access/known.ts";
import { word } from "../../http/parameters.ts";
import { filled, problem } from "../../http/problem.ts";
import { act } from "../../people/acts.ts";
import { requireReport } from "../../reports/write-report.ts";
import type { RouteModule } from "../index.ts";
import { nothing } from "../shared.ts";

const wanted = {
  report: word(50),
  product: word().optional().describe("Of a report about a product: which."),
  team: word().optional().describe("A team that gets it, too; I alone where absent."),
  language: z.enum(["en", "de"]),
  every: z.enum(["month", "quarter"]),
};
const schedule = z
  .object({ ...wanted, id: z.uuid(), mine: z.boolean(), next: z.iso.datetime(), last: z.iso.datetime().optional() })
  .meta({ id: "ReportSchedule" });
const reading = { permission: "signed-in" } as const;

export const reportScheduleRoutes: RouteModule = {
  name: "report-schedules",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/reports/schedules",
      schema: {
        operationId: "reportSchedules",
        tags: ["portal"],
        summary: "Reports that come to me by e-mail: those that I ordered, and those for my teams",
        response: {
          200: z.object({
            mail: z.boolean().describe("Whether this server can send mail, and knows my address."),
            teams: z.array(z.string()).describe("Teams to which I may have one sent."),
            schedules: z.array(schedule),
          }),
        },
      },
      config: reading,
      async handler(request) {
        const { id } = known(request);
        const { program } = await deps.program();
        const teams = teamsOf(program.organization, id);
        const person = await findPerson(deps.database.sql, id);
        return {
          mail: deps.config.mail !== undefined && person?.email !== undefined,
          teams,
          schedules: (await listSchedules(deps.database.sql, id, teams)).map((one) => bodyOf(one, id)),
        };
      },
    });

    app.route({
      method: "POST",
      url: "/api/reports/schedules",
      schema: {
        operationId: "scheduleReport",
        tags: ["portal"],
        summary: "Have a report sent on the first day of every month or quarter",
        body: z.strictObject(wanted),
        response: { 201: schedule },
      },
      config: reading,
      async handler(request, reply) {
        const caller = known(request);
        const { report, product, team, language, every } = request.body;
        if (!caller.permissions.has("results:read")) throw notThere("such report");
        const kind = await requireReport(deps, caller, { kind: report, product });
        if (kind.about === "item") throw notThere("such report");
        if (!kind.formats.includes("html"))
          throw problem(422, "input-invalid", filled("{report} is data and has no page to send", { report }), "Take it as a file.");
        const { organization } = (await deps.program()).program;
        if (team !== undefined && !teamsOf(organization, caller.id).includes(team)) throw notThere("such team of yours");
        const made = { person: caller.id, team, report, product: kind.about === undefined ? product : undefined, language, every };
        const id = await act(deps, async (tx, at) => {
          if ((await listSchedules(tx, caller.id, [])).length >= MOST)
            throw problem(422, "input-invalid", "You have many reports sent already", "End one that nobody reads.");
          const given = await makeSchedule(tx, made, at);
          await append(tx, { at: at.toISOString(), by: caller.id, what: "report.scheduled", subject: `report:${report}`, data: { every } });
          return given;
        });
        const found = (await listSchedules(deps.database.sql, caller.id, [])).find((one) => one.id === id);
        if (!found) throw notThere("such schedule");
        return reply.code(201).send(bodyOf(found, caller.id));
      },
    });

    app.route({
      method: "DELETE",
      url: "/api/reports/schedules/:id",
      schema: {
        operationId: "endReportSchedule",
        tags: ["portal"],
        summary: "End one that I ordered",
        params: z.object({ id: z.uuid() }),
        response: { 204: nothing },
      },
      config: reading,
      async handler(request, reply) {
        const { id: by } = known(request);
        const { id } = request.params;
        await act(deps, async (tx, at) => {
          if (!(await endSchedule(tx, id, by, at))) throw notThere("such schedule of yours");
          await append(tx, { at: at.toISOString(), by, what: "report.unscheduled", subject: `report:${id}`, data: {} });
        });
        return reply.code(204).send();
      },
    });
  },
};

const MOST = 50;

function teamsOf({ teams }: Pick<Organization, "teams">, person: string): string[] {
  return teams
    .filter(({ lead, members, deputies }) => lead === person || members.includes(person) || deputies.includes(person))
    .map(({ id }) => id);
}

function bodyOf({ id, person, next, last, team, product, ...rest }: Schedule, me: string): z.input<typeof schedule> {
  return {
    id,
    report: rest.report,
    language: rest.language,
    every: rest.every,
    mine: person === me,
    next: next.toISOString(),
    ...(team === undefined ? {} : { team }),
    ...(product === undefined ? {} : { product }),
    ...(last === undefined ? {} : { last: last.toISOString() }),
  };
}
