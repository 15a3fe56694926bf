// Boards: what waits for each, and its minutes, told from the record.
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { type Organization, tieRules } from "#program";
import { portalPages } from "#publish";
import { listCases, namesOf, readStates } from "#store";
import { type Caller, notThere } from "../../access/caller.ts";
import { known } from "../../access/known.ts";
import type { Deps } from "../../deps.ts";
import { word } from "../../http/parameters.ts";
import { problem } from "../../http/problem.ts";
import { readDirectory, seated } from "../../office/seating.ts";
import { onlySeenBy } from "../cases/acting.ts";
import type { RouteModule } from "../index.ts";
import { localText } from "../cases/kind-shapes.ts";
import { spoken } from "./parts.ts";

const vote = z.object({
  by: z.string(),
  for: z.string().optional().describe("The member for whom a deputy voted."),
  vote: z.enum(["approve", "reject", "abstain"]),
  at: z.string(),
  because: z.string().optional(),
  conditions: z.array(z.string()),
});
const line = {
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  requester: z.string(),
  lane: z.string(),
  part: z.enum(["board", "lane"]).describe("Whether the whole board decides, or one of the teams of which it is made."),
  quorum: z.int(),
  tie: z.enum(tieRules),
  votes: z.array(vote),
};
const agendaItem = z
  .object({ ...line, open: z.array(z.string()).describe("Who may still vote."), submittedAt: z.string().optional() })
  .meta({ id: "AgendaItem" });
const decision = z.object({ ...line, outcome: z.enum(["approved", "rejected", "tied"]), at: z.string() }).meta({ id: "BoardDecision" });
const names = z.record(z.string(), z.string());
const boardLine = z
  .object({
    id: z.string(),
    name: localText,
    quorum: z.int(),
    meets: z.string().optional().describe("As it is written down."),
    rhythm: z
      .object({
        every: z.enum(["week", "fortnight", "month"]),
        weekday: z.int().describe("0 is Sunday."),
        nth: z.int().optional().describe("Which one of the month."),
        from: z.string().optional().describe("The day from which fortnights are counted."),
      })
      .optional()
      .describe("The same as parts, where its words can be read."),
    next: z.object({ date: z.iso.date(), exact: z.boolean() }).optional().describe("Its next meeting; not `exact`: not before that day."),
    members: z.array(z.object({ lane: z.string(), people: z.array(z.string()), deputies: z.array(z.string()) })),
  })
  .meta({ id: "BoardLine" });

const DAY = 24 * 3_600_000;
const MOST = 500;
const boardId = z.object({ id: word(100) });

export const boardRoutes: RouteModule = {
  name: "portal-boards",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/boards",
      schema: {
        operationId: "boards",
        tags: ["portal"],
        summary: "Boards of the organisation, who sits in them and when they meet",
        response: { 200: z.object({ boards: z.array(boardLine), names }) },
      },
      config: { permission: "cases:read" },
      async handler() {
        const { organization } = (await deps.program()).program;
        const boards = organization.boards.map(await liner(deps, organization));
        return { boards, names: await namesIn(deps, boards.flatMap(peopleOf)) };
      },
    });

    app.route({
      method: "GET",
      url: "/api/boards/:id",
      schema: {
        operationId: "board",
        tags: ["portal"],
        summary: "A board: what waits for it, with the votes so far",
        params: boardId,
        response: { 200: z.object({ board: boardLine, agenda: z.array(agendaItem), names }).meta({ id: "BoardPage" }) },
      },
      config: { permission: "cases:read" },
      async handler(request) {
        const { agendaOf } = await portalPages();
        const { organization, board: of, kinds, cases } = await casesOf(deps, request.params.id, known(request), { waiting: true });
        const board = (await liner(deps, organization))(of);
        const agenda = agendaOf(of, kinds, cases);
        const people = agenda.flatMap(({ requester, votes, open }) => [requester, ...open, ...votes.map(({ by }) => by)]);
        return { board, agenda: agenda as z.input<typeof agendaItem>[], names: await namesIn(deps, [...people, ...peopleOf(board)]) };
      },
    });

    app.route({
      method: "GET",
      url: "/api/boards/:id/minutes",
      schema: {
        operationId: "boardMinutes",
        tags: ["portal"],
        summary: "What a board decided in a time: who, what, with which reason, who abstained; as data or as Markdown",
        params: boardId,
        querystring: spoken.extend({
          from: z.iso.date().optional().describe("First day; four weeks ago where absent."),
          to: z.iso.date().optional().describe("Last day; today where absent."),
          format: z.enum(["json", "markdown"]).default("json"),
        }),
        response: {
          200: z
            .object({
              from: z.iso.date(),
              to: z.iso.date(),
              decisions: z.array(decision),
              names,
              cut: z.boolean().describe("More happened in this time than was read."),
            })
            .meta({ id: "BoardMinutes" }),
        },
      },
      config: { permission: "cases:read" },
      handler: (request, reply) => minutes(deps, known(request), request.params.id, request.query, reply),
    });
  },
};

async function minutes(
  deps: Deps,
  caller: Caller,
  id: string,
  query: { readonly from?: string | undefined; readonly to?: string | undefined; readonly format: string; readonly lang: "en" | "de" },
  reply: FastifyReply,
) {
  const now = deps.clock();
  const to = query.to ?? now.toISOString().slice(0, 10);
  const from = query.from ?? new Date(Date.parse(to) - 28 * DAY).toISOString().slice(0, 10);
  if (from > to) throw problem(422, "input-invalid", "The first day is after the last", "Choose `from` before `to`.");
  const until = new Date(Date.parse(to) + DAY).toISOString();
  const { decisionsOf, minutesText } = await portalPages();
  const { board, kinds, cases, cut } = await casesOf(deps, id, caller, { since: new Date(from) });
  const decisions = decisionsOf(board, kinds, cases, { from: new Date(from).toISOString(), until });
  const people = decisions.flatMap(({ requester, votes }) => [
    requester,
    ...votes.flatMap(({ by, for: seat }) => [by, ...(seat === undefined ? [] : [seat])]),
  ]);
  const told = await namesIn(deps, people);
  if (query.format === "json") return reply.send({ from, to, decisions: decisions as z.input<typeof decision>[], names: told, cut });
  const text = minutesText({ board, kinds, decisions, names: told, from, until: to }, query.lang);
  return reply
    .type("text/markdown; charset=utf-8")
    .header("content-disposition", `attachment; filename="${board.id}-${from}-${to}.md"`)
    .serializer((body: unknown) => String(body))
    .send(text as never);
}

/** The cases in whose lanes the board sits, as somebody may see them. */
async function casesOf({ database, program: read }: Deps, id: string, caller: Caller, wanted: { waiting?: boolean; since?: Date }) {
  const { program } = await read();
  const { organization } = program;
  const board = organization.boards.find((each) => each.id === id);
  if (!board) throw notThere("such board");
  const { lanesOf } = await portalPages();
  const kinds = (program.cases ?? []).filter((kind) => lanesOf(board, kind).length > 0);
  if (kinds.length === 0) return { organization, board, kinds, cases: [], cut: false };
  const { cases: rows, next } = await listCases(database.sql, {
    kinds: kinds.map(({ kind }) => kind),
    ...(wanted.waiting ? { phases: ["review", "escalated"] } : {}),
    ...(wanted.since ? { changedSince: wanted.since } : {}),
    ...onlySeenBy(caller),
    order: "changed",
    limit: MOST,
  });
  const titles = new Map(rows.map((row) => [row.id, row.title]));
  const states = await readStates(database.sql, [...titles.keys()]);
  const cases = states.map((state) => ({ title: titles.get(state.id) ?? state.id, state }));
  return { organization, board, kinds, cases, cut: next !== undefined };
}

/** Draws the lines of boards with those who are seated now: they are read once, for all boards. */
async function liner({ clock, database }: Deps, organization: Organization) {
  const now = clock();
  const directory = await readDirectory(database.sql, now);
  const { nextMeeting, rhythmOf } = await portalPages();
  return ({ id, name, quorum, meets, lanes }: Organization["boards"][number]): z.output<typeof boardLine> => {
    const next = nextMeeting(meets, now.toISOString());
    const rhythm = rhythmOf(meets);
    return {
      id,
      name: name as z.output<typeof localText>,
      quorum,
      ...(meets === undefined ? {} : { meets }),
      ...(rhythm ? { rhythm } : {}),
      ...(next ? { next } : {}),
      members: Object.keys(lanes).map((lane) => {
        // Who a field names is known only in a case; a board's teams are the same in all.
        const state = { fields: {} } as Parameters<typeof seated>[2];
        const { members, deputies } = seated({ is: "team", team: lane }, organization, state, directory, lane);
        return { lane, people: [...members], deputies: [...deputies] };
      }),
    };
  };
}

function peopleOf({ members }: z.output<typeof boardLine>): string[] {
  return members.flatMap(({ people, deputies }) => [...people, ...deputies]);
}

function namesIn({ database }: Deps, people: readonly string[]): Promise<Record<string, string>> {
  return namesOf(database.sql, [...new Set(people)]);
}
