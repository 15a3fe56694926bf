// What we buy: asked for, taken in and checked, sent back, accepted or refused. Each step is on record, and the machine of deliveries is asked about it.
import type { Readable } from "node:stream";
import { z } from "zod";
import { digestOfFile, readDelivery, Unreadable } from "#facts";
import { laterOf } from "#kit";
import { deliveryReasonDe } from "#look";
import {
  advanceDelivery,
  currentDelivery,
  DELIVERY_RECORD,
  deliveryOf,
  type DeliveryRefusal,
  type DeliveryStep,
  isDeliveryRefusal,
  type NewRecord,
  type Program,
  receivedRecords,
  replayDeliveries,
  stepRecord,
  type SupplierDelivery,
  type SupplierItem,
} from "#program";
import { appendStored, currentHead, holdRecords, readRecords, transact } from "#store";
import { notThere } from "../access/caller.ts";
import { known } from "../access/known.ts";
import type { App, Deps } from "../deps.ts";
import { filled, problem, verbatim } from "../http/problem.ts";
import { word } from "../http/parameters.ts";
import { judgedProgram } from "../judging/judged-program.ts";
import { orderJudgement } from "../judging/judge-job.ts";
import { spooled } from "../uploads/spool.ts";
import { streaming } from "../uploads/streaming.ts";
import type { RouteModule } from "./index.ts";
import { seesProducts } from "./portal/parts.ts";

/** Bytes of what a supplier sends at most. */
const MOST = 500_000_000;

const place = z.object({ supplier: word(100), item: word(100) });
const version = word(100).describe("Version of what was delivered.");
const writing = { permission: "suppliers:write" } as const;
const judgement = z.uuid().optional().describe("Work to follow at /api/jobs/:id/events: what our rules say of it.");

export const supplierRoutes: RouteModule = {
  name: "suppliers",
  register(app, deps) {
    taking(app, deps);
    stepping(app, deps);
  },
};

/** What came: read and checked before anything is put on record. */
function taking(app: App, deps: Deps): void {
  streaming(app, (scope) => {
    scope.route({
      method: "POST",
      url: "/api/suppliers/:supplier/:item/deliveries",
      bodyLimit: MOST,
      schema: {
        operationId: "takeDelivery",
        tags: ["suppliers"],
        summary: "Take in what a supplier sent: a bill of materials (CycloneDX, SPDX) or a declaration; it is checked at once",
        params: place,
        querystring: z.object({ version, file: word(200).describe("Name of the file; its ending says how it is read.") }),
        response: {
          201: z
            .object({
              state: z.string(),
              components: z.int(),
              gaps: z.int().describe("How many things it lacks."),
              again: z.boolean().describe("The same file came before for this version; nothing was added."),
              judgement,
            })
            .meta({ id: "TakenDelivery" }),
        },
      },
      config: writing,
      async handler(request, reply) {
        const caller = known(request);
        const bought = await boughtItem(deps, request);
        const { version: of, file } = request.query;
        const answer = await spooled(
          request.body as Readable | undefined,
          { home: deps.home, name: "delivery", most: MOST },
          async ({ path }) => take(deps, bought, { path, file, version: of, by: caller.id }),
        );
        return reply.code(201).send(answer);
      },
    });
  });
}

interface Bought {
  /** `supplier/item`. */
  readonly id: string;
  readonly item: SupplierItem;
  readonly program: Program;
}

async function boughtItem(deps: Deps, request: Parameters<typeof known>[0] & { readonly params: z.output<typeof place> }): Promise<Bought> {
  const program = await judgedProgram(deps);
  const { supplier, item: wanted } = request.params;
  const item = program.procurement?.suppliers.find(({ id }) => id === supplier)?.items.find(({ id }) => id === wanted);
  if (!item || !seesProducts(known(request), program)(item.products)) throw notThere("such purchase");
  return { id: `${supplier}/${wanted}`, item, program };
}

interface Came {
  readonly path: string;
  readonly file: string;
  readonly version: string;
  readonly by: string;
}

async function take(deps: Deps, { id, program }: Bought, { path, file, version: of, by }: Came) {
  const now = deps.clock().toISOString();
  const digest = await digestOfFile(path);
  const replay = replayDeliveries(program.records, now);
  const before = replay.deliveries.find((delivery) => delivery.item === id && delivery.version === of);
  if (before?.digest === digest) {
    const components = replay.components.get(digest)?.length ?? 0;
    return { state: before.state, components, gaps: before.gaps?.length ?? 0, again: true };
  }
  const checked = await readDelivery(path, file).catch((error: unknown) => {
    throw error instanceof Unreadable ? unreadable(error) : error;
  });
  return keep(deps, { item: id, version: of, by }, ({ delivery, at }) => {
    const same = delivery?.digest === digest;
    const received = receivedRecords({ ...checked, name: file, digest }, { item: id, version: of, now: at, by, before: delivery });
    if (isDeliveryRefusal(received)) throw refused(received);
    const { state } = same ? delivery : received.delivery;
    return {
      records: same ? [] : received.records,
      answer: { state, components: checked.components.length, gaps: checked.gaps.length, again: same },
    };
  });
}

function unreadable({ message, line, expected }: Unreadable) {
  const where = line === undefined ? "" : ` (line ${line})`;
  const form = expected === undefined ? "" : ` Expected: ${expected}.`;
  return problem(
    422,
    "supplier-file-unreadable",
    "The file is neither a bill of materials nor a declaration",
    filled("{said} Ask the supplier for CycloneDX or SPDX, or for the declaration at the end of the questionnaire.", {
      said: `${message}${where}.${form}`,
    }),
  );
}

/** A step that a person takes. */
function stepping(app: App, deps: Deps): void {
  app.route({
    method: "POST",
    url: "/api/suppliers/:supplier/:item/steps",
    schema: {
      operationId: "stepDelivery",
      tags: ["suppliers"],
      summary: "Ask for a delivery, send it back, accept or refuse it",
      params: place,
      body: z.strictObject({
        version,
        to: z.enum(["requested", "remediation", "accepted", "refused"]),
        due: z.iso.date().optional().describe("Until when the supplier answers."),
        because: word(4000).optional().describe("Needed to refuse, and to accept what has gaps or what our rules deny."),
      }),
      response: { 201: z.object({ state: z.string(), judgement }).meta({ id: "SteppedDelivery" }) },
    },
    config: writing,
    async handler(request, reply) {
      const { id: by } = known(request);
      const { id, program } = await boughtItem(deps, request);
      const { version: of, to, due, because } = request.body;
      const said = { to, by, ...(due === undefined ? {} : { due }), ...(because === undefined ? {} : { because }) };
      const now = deps.clock().toISOString();
      const looked = deliveryOf(program.records, id, of, now);
      stepped(id, of, looked, { ...said, at: now });
      if (to === "accepted" && because === undefined) await refuseAgainstRules(deps, id, of);
      const answer = await keep(deps, { item: id, version: of, by }, ({ delivery, at }) => {
        // What our rules were asked about is what is accepted, and not what came since.
        if (to === "accepted" && delivery?.digest !== looked?.digest) throw stillLooking();
        const { state } = stepped(id, of, delivery, { ...said, at });
        return { records: [stepRecord({ ...said, at }, { subject: `delivery:${id}`, id: of })], answer: { state } };
      });
      return reply.code(201).send(answer);
    },
  });
}

function stepped(item: string, of: string, before: SupplierDelivery | undefined, step: DeliveryStep): SupplierDelivery {
  const next = advanceDelivery(item, of, before, step);
  if (isDeliveryRefusal(next)) throw refused(next);
  return next;
}

function refused(refusal: DeliveryRefusal) {
  return problem(409, "delivery-refused", "The delivery does not take this step", verbatim(refusal.message, deliveryReasonDe(refusal)), {
    reason: refusal.refused,
  });
}

/** What our rules deny, or our own look at the code found and nobody declared, is accepted knowingly or not at all. */
async function refuseAgainstRules(deps: Deps, bought: string, of: string): Promise<void> {
  const program = await judgedProgram(deps);
  const head = await currentHead(deps.database.sql);
  const [supplier, item] = bought.split("/");
  const told = head?.suppliers.find(({ id }) => id === supplier)?.items.find(({ id }) => id === item);
  const delivery = currentDelivery(replayDeliveries(program.records, deps.clock().toISOString()), bought);
  if (told?.version !== of || told.digest !== delivery?.digest) {
    throw stillLooking();
  }
  const against = [...(told?.worst === "deny" ? (told.worstOf ?? []) : []), ...(told?.undeclared ?? [])];
  if (against.length === 0) return;
  throw problem(
    409,
    "delivery-refused",
    "Our rules do not allow all of it",
    filled("Say why it is accepted all the same: {against}.", { against: against.slice(0, 5).join(", ") }),
    {
      reason: "no-reason",
    },
  );
}

function stillLooking() {
  return problem(
    409,
    "delivery-refused",
    "Our rules are still looking at this delivery",
    "Try again in a moment, or say why it is accepted all the same.",
    { reason: "not-judged" },
  );
}

interface Kept<Answer> {
  readonly records: readonly NewRecord[];
  readonly answer: Answer;
}

interface Stands {
  readonly delivery: SupplierDelivery | undefined;
  /** Now; not before what happened last, whatever the clock of the machine says. */
  readonly at: string;
}

/** One after the other for each delivery: what is asked of how it stands still holds when the next step is kept. */
async function keep<Answer extends object>(
  deps: Deps,
  { item, version: of, by }: { readonly item: string; readonly version: string; readonly by: string },
  make: (stands: Stands) => Kept<Answer>,
): Promise<Answer & { readonly judgement?: string }> {
  const { program } = await deps.program();
  const place = { kind: DELIVERY_RECORD, subject: `delivery:${item}`, id: of };
  return transact(deps.database, async (tx) => {
    await holdRecords(tx, place);
    const now = deps.clock().toISOString();
    const stored = await readRecords(tx, { kinds: [DELIVERY_RECORD], subject: place.subject, id: of });
    const delivery = deliveryOf([...program.records, ...stored], item, of, now);
    const { records, answer } = make({ delivery, at: laterOf(now, delivery?.steps.at(-1)?.at) });
    if (records.length === 0) return answer;
    await appendStored(tx, records, { at: now, by, policy: program.digest });
    return { ...answer, judgement: await orderJudgement(tx, deps, { why: "records", by }) };
  });
}
