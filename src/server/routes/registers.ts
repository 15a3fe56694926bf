// Registers: what the office keeps, from the program's files and from what was written here; who is covered by an agreement, and why.
import { z } from "zod";
import { approvalsIn } from "#decisions";
import {
  checkEntry,
  coverageOf,
  entriesOf,
  type Organization,
  type Program,
  REGISTER_RECORD,
  type RegisterEntry,
  registerListNames,
  type RegisterList,
} from "#program";
import { appendStored, nextGeneration, transact } from "#store";
import { type Caller, notThere, seesUnit } from "../access/caller.ts";
import { known } from "../access/known.ts";
import type { Deps } from "../deps.ts";
import { word } from "../http/parameters.ts";
import { partOf, problem, wrongPart } from "../http/problem.ts";
import { judgedProgram } from "../judging/judged-program.ts";
import { orderJudgement } from "../judging/judge-job.ts";
import { hasLeft } from "../people/coverage.ts";
import type { RouteModule } from "./index.ts";

const list = z.enum(registerListNames as [RegisterList, ...RegisterList[]]);
const entry = z
  .object({
    id: z.string().describe("What it is known by."),
    entry: z.record(z.string(), z.unknown()).describe("As in registers/*.yaml."),
    due: z.string().optional().describe("When somebody has to look at it: renewal, review, or its last day."),
    orphan: z.boolean().optional().describe("Nobody of the organisation answers for it any more."),
  })
  .meta({ id: "RegisterEntry" });

const reading = { permission: "registers:read" } as const;

export const registerRoutes: RouteModule = {
  name: "registers",
  register(app, deps) {
    app.route({
      method: "GET",
      url: "/api/registers",
      schema: {
        operationId: "registers",
        tags: ["registers"],
        summary: "The registers, with how much they hold, what is due next, and what nobody answers for",
        response: {
          200: z.array(z.object({ list, entries: z.int(), orphans: z.int(), nextDue: z.string().optional() })),
        },
      },
      config: reading,
      async handler(request) {
        const { caller, program } = await asked(deps, request);
        return registerListNames.map((name) => {
          const entries = seenEntries(program, name, caller);
          const days = entries.flatMap(({ due }) => due ?? []).sort();
          const nextDue = days[0];
          return {
            list: name,
            entries: entries.length,
            orphans: entries.filter(({ orphan }) => orphan).length,
            ...(nextDue === undefined ? {} : { nextDue }),
          };
        });
      },
    });

    app.route({
      method: "GET",
      url: "/api/registers/:list",
      schema: {
        operationId: "register",
        tags: ["registers"],
        summary: "The entries of a register",
        params: z.object({ list }),
        response: { 200: z.array(entry) },
      },
      config: reading,
      async handler(request) {
        const { caller, program } = await asked(deps, request);
        return seenEntries(program, request.params.list, caller);
      },
    });

    app.route({
      method: "POST",
      url: "/api/registers/:list",
      schema: {
        operationId: "writeRegister",
        tags: ["registers"],
        summary: "Write an entry, in the place of one that is known by the same; `ended` takes it out",
        params: z.object({ list }),
        body: z.strictObject({
          id: word(500).optional().describe("For lists by id: agreements, memberships, sponsorships, collaborations, trainings, events."),
          entry: z.record(z.string().max(80), z.unknown()).default({}),
          ended: z.boolean().default(false),
          because: word(2000).optional(),
        }),
        response: { 201: z.object({ id: z.string(), number: z.int() }) },
      },
      config: { permission: "registers:write" },
      async handler(request, reply) {
        const { caller, program } = await asked(deps, request);
        const { id, number } = await writeEntry(deps, program, caller, request.params.list, request.body);
        return reply.code(201).send({ id, number });
      },
    });

    app.route({
      method: "GET",
      url: "/api/registers/agreements/coverage",
      schema: {
        operationId: "agreementCoverage",
        tags: ["registers"],
        summary: "Whether an agreement covers somebody for a project (outbound) or a product of ours (inbound), and by which criterion",
        querystring: z.object({
          about: word(500).describe("Address or package URL of the project, or product id."),
          direction: z.enum(["outbound", "inbound"]).default("outbound"),
          person: word(100).optional(),
          email: word(320).optional(),
          login: word(100).optional(),
          organization: word(200).optional(),
          on: z.iso.date().optional().describe("Today where absent."),
        }),
        response: {
          200: z.object({
            covered: z.boolean(),
            because: z
              .literal("left")
              .optional()
              .describe("They left: nothing that we signed covers them any more, whatever it matches by."),
            agreement: z.string().optional(),
            by: z.string().optional(),
            matched: z.string().optional(),
          }),
        },
      },
      config: reading,
      async handler(request) {
        const { program } = await asked(deps, request);
        const { about, direction, on = deps.clock().toISOString(), ...contributor } = request.query;
        const who = Object.fromEntries(Object.entries(contributor).filter(([, value]) => value !== undefined));
        if (direction === "outbound" && (await hasLeft(deps.database.sql, who))) return { covered: false, because: "left" as const };
        const found = coverageOf(program.registers ?? {}, who, { about, direction, on });
        return found ? { covered: true, ...found } : { covered: false };
      },
    });

    app.route({
      method: "GET",
      url: "/api/registers/approvals",
      schema: {
        operationId: "approvals",
        tags: ["registers"],
        summary: "Components and uses that were approved and still hold",
        response: { 200: z.array(z.looseObject({ id: z.string(), component: z.string(), at: z.string() })) },
      },
      config: reading,
      async handler(request) {
        const { caller, program } = await asked(deps, request);
        const seen = seesProduct(caller, program.organization);
        return approvalsIn(program.records, deps.clock().toISOString())
          .filter((approval) => seen((approval as { product?: unknown }).product))
          .map((approval) => ({ ...approval }));
      },
    });

    app.route({
      method: "GET",
      url: "/api/registers/acknowledgements",
      schema: {
        operationId: "acknowledgements",
        tags: ["registers"],
        summary: "How many acknowledged which policy in which version; for those who write registers also who",
        response: {
          200: z.array(
            z.object({ subject: z.string(), version: z.string(), people: z.int(), last: z.string(), by: z.array(z.string()).optional() }),
          ),
        },
      },
      config: reading,
      async handler(request) {
        const { caller, program } = await asked(deps, request);
        return acknowledged(program, caller);
      },
    });
  },
};

async function asked(deps: Deps, request: Parameters<typeof known>[0]): Promise<{ caller: Caller; program: Program }> {
  return { caller: known(request), program: await judgedProgram(deps) };
}

type Shown = z.input<typeof entry>;

/** What of a register somebody sees. */
export function seenEntries(program: Program, name: RegisterList, caller: Caller): Shown[] {
  const seen = seesProduct(caller, program.organization);
  const people = answerers(program.organization);
  return entriesOf(program.registers, name)
    .filter(({ entry: of }) => seen(of.product) && (!Array.isArray(of.products) || of.products.length === 0 || of.products.some(seen)))
    .map(({ id, entry: of }) => shown({ id, entry: ofSeen(of, seen) }, people, caller));
}

/** Of several products those that somebody sees. */
function ofSeen(of: RegisterEntry["entry"], seen: (product: unknown) => boolean): RegisterEntry["entry"] {
  return Array.isArray(of.products) ? { ...of, products: of.products.filter(seen) } : of;
}

function seesProduct(caller: Caller, { products }: Organization): (product: unknown) => boolean {
  const units = new Map(products.map(({ id, unit }) => [id, unit]));
  // One that the program does not name is for those who see everything.
  const sees = (product: string) => (units.has(product) ? seesUnit(caller, units.get(product)) : caller.units === "all");
  return (product) => typeof product !== "string" || product === "" || sees(product);
}

/** Whom one can ask: teams somebody leads or belongs to, people, executives. */
function answerers({ teams, executives }: Organization): ReadonlySet<string> {
  return new Set([
    ...executives,
    ...teams.flatMap(({ id, lead, members, deputies }) => {
      const people = [...(lead === undefined ? [] : [lead]), ...members, ...deputies];
      return people.length === 0 ? [] : [id, ...people];
    }),
  ]);
}

/** Names and addresses of people are for those who keep the register. */
function shown({ id, entry: of }: RegisterEntry, people: ReadonlySet<string>, caller: Caller): Shown {
  const due = ["renewal", "review", "until", "ends"].map((name) => of[name]).find((day) => typeof day === "string");
  const { owner } = of;
  return {
    id,
    entry: caller.permissions.has("registers:write") ? { ...of } : withoutPeople(of),
    ...(typeof due === "string" ? { due } : {}),
    ...(typeof owner === "string" ? { orphan: !people.has(owner) } : {}),
  };
}

function withoutPeople({ covers, evidence, ...rest }: RegisterEntry["entry"]): Record<string, unknown> {
  const kept = typeof covers === "object" && covers !== null ? (covers as Record<string, unknown>) : undefined;
  return {
    ...rest,
    ...(kept
      ? {
          covers: {
            ...("domains" in kept ? { domains: kept.domains } : {}),
            ...("organizations" in kept ? { organizations: kept.organizations } : {}),
          },
        }
      : {}),
    ...(Array.isArray(evidence) ? { people: evidence.length } : {}),
  };
}

interface Written {
  readonly id?: string | undefined;
  readonly entry: Readonly<Record<string, unknown>>;
  readonly ended: boolean;
  readonly because?: string | undefined;
}

/** Puts an entry on record, as what the office says of it from now on. Throws a problem where the register expects something else. */
export async function writeEntry(
  deps: Deps,
  program: Program,
  caller: Caller,
  name: RegisterList,
  body: Written,
): Promise<{ id: string; number: number }> {
  const id = body.ended ? (body.id ?? idOf(name, body)) : idOf(name, body);
  const before = entriesOf(program.registers, name).find((each) => each.id === id);
  const seen = seesProduct(caller, program.organization);
  if ((body.ended && !before) || !seen(before?.entry.product) || !seen(body.entry.product)) throw notThere("such entry");
  const at = deps.clock().toISOString();
  const number = await transact(deps.database, async (tx) => {
    const data = body.ended ? { ended: true } : { entry: body.entry };
    const record = {
      kind: REGISTER_RECORD,
      at,
      by: caller.id,
      subject: `register:${name}`,
      id,
      data: { ...data, ...(body.because ? { because: body.because } : {}) },
    };
    const [added] = await appendStored(tx, [record], { at, by: caller.id, policy: program.digest });
    // Rules read registers.
    await nextGeneration(tx);
    await orderJudgement(tx, deps, { why: "records", by: caller.id });
    return added ?? 0;
  });
  return { id, number };
}

function idOf(name: RegisterList, { id, entry: of }: Written): string {
  const checked = checkEntry(name, id, of);
  if ("id" in checked) return checked.id;
  const fields = checked.wrong.map(({ path, issue }) => partOf(path, issue));
  const [first] = fields;
  throw problem(422, "input-invalid", "The entry is not what the register expects", first && wrongPart(first), {
    fields,
  });
}

function acknowledged({ records }: Program, caller: Caller) {
  const lines = records.filter(({ kind }) => kind === "acknowledgement");
  const groups = Map.groupBy(lines, ({ subject = "", data, id }) => `${subject}\n${String(data.version ?? data.text ?? id ?? "")}`);
  return [...groups].map(([key, same]) => {
    const people = [...new Set(same.flatMap(({ by }) => by ?? []))].sort();
    return {
      subject: key.slice(0, key.indexOf("\n")),
      version: key.slice(key.indexOf("\n") + 1),
      people: people.length,
      last:
        same
          .map(({ at }) => at)
          .sort()
          .at(-1) ?? "",
      ...(caller.permissions.has("registers:write") ? { by: people } : {}),
    };
  });
}
