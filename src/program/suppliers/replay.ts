// Deliveries as their records tell them: every step is asked of the machine again, so that a line written by hand skips no guard.
import { z } from "zod";
import { laterOf } from "#kit";
import type { Position, RecordEntry } from "../model.ts";
import { date, expecting, oneOf, text } from "../schema/text.ts";
import { advanceDelivery, isDeliveryRefusal } from "./machine.ts";
import { type DeliveryRefusal, type DeliveryStep, deliveryStates, type SupplierDelivery } from "./types.ts";

export const DELIVERY_RECORD = "supplier-delivery";
export const COMPONENTS_RECORD = "delivered-components";

const count = expecting("a whole number", z.int().min(0));

export const supplierDeliveryData = expecting(
  "a step of a delivery",
  z.strictObject({
    to: oneOf(deliveryStates).describe("The state that it goes to."),
    digest: expecting("a SHA-256 in hexadecimal", z.string().regex(/^[0-9a-f]{64}$/)).optional(),
    file: text("a file name").optional(),
    format: text("a format").optional(),
    gaps: z
      .array(
        z.strictObject({ code: text("a code"), count: count.optional(), of: count.optional(), examples: z.array(z.string()).optional() }),
      )
      .optional()
      .describe("What validation found missing."),
    due: date("a day").optional(),
    because: text("a reason").optional(),
  }),
);

const componentsData = z.strictObject({
  digest: z.string(),
  components: z.array(z.strictObject({ purl: z.string(), name: z.string(), version: z.string(), license: z.string().optional() })),
});

export type DeliveredComponent = z.output<typeof componentsData>["components"][number];

/** A step that a record claims and that is not taken. */
export interface RefusedDelivery extends DeliveryRefusal {
  readonly item: string;
  readonly version: string;
  readonly to: string;
  readonly position: Position;
}

export interface DeliveryReplay {
  /** In the order in which they began. */
  readonly deliveries: readonly SupplierDelivery[];
  readonly refused: readonly RefusedDelivery[];
  /** What came, by the digest of the file. */
  readonly components: ReadonlyMap<string, readonly DeliveredComponent[]>;
}

/** Records `{kind: "supplier-delivery", subject: "delivery:SUPPLIER/ITEM", id: VERSION, data: {to, …}}` up to the end of the day `now`. */
export function replayDeliveries(records: readonly RecordEntry[], now: string): DeliveryReplay {
  const deliveries = new Map<string, SupplierDelivery>();
  const refused: RefusedDelivery[] = [];
  const components = new Map<string, DeliveredComponent[]>();
  for (const entry of inTime(records, now)) {
    if (entry.kind === COMPONENTS_RECORD) {
      const read = componentsData.safeParse(entry.data);
      if (read.success) components.set(read.data.digest, [...(components.get(read.data.digest) ?? []), ...read.data.components]);
      continue;
    }
    const { item, version, position } = placeOf(entry);
    const read = supplierDeliveryData.safeParse(entry.data);
    if (item === "" || !read.success) {
      refused.push({
        item,
        version,
        to: String(entry.data.to),
        position,
        refused: "order",
        message: "the record does not have the form of a step",
      });
      continue;
    }
    const step: DeliveryStep = { ...read.data, at: entry.at, ...(entry.by === undefined ? {} : { by: entry.by }) };
    const key = `${item}\n${version}`;
    const after = advanceDelivery(item, version, deliveries.get(key), step);
    if (isDeliveryRefusal(after)) refused.push({ ...after, item, version, to: step.to, position });
    else deliveries.set(key, after);
  }
  return { deliveries: [...deliveries.values()], refused, components };
}

/** One version of an item by all that is recorded of it, whenever: a clock that went back makes nothing unsaid. `now`: ISO 8601. */
export function deliveryOf(records: readonly RecordEntry[], item: string, version: string, now: string): SupplierDelivery | undefined {
  const own = records.filter(({ subject, id }) => subject === `delivery:${item}` && id === version);
  const until = own.reduce((last, { at }) => laterOf(last, at), now);
  return replayDeliveries(own, until).deliveries[0];
}

/** The delivery of an item that counts: the one that took a step last. */
export function currentDelivery(replay: DeliveryReplay, item: string): SupplierDelivery | undefined {
  const own = replay.deliveries.filter((delivery) => delivery.item === item);
  return own.reduce<SupplierDelivery | undefined>(
    (latest, next) => (latest && lastStep(latest) > lastStep(next) ? latest : next),
    undefined,
  );
}

function lastStep(delivery: SupplierDelivery): string {
  return delivery.steps.at(-1)?.at ?? "";
}

function placeOf(entry: RecordEntry): { item: string; version: string; position: Position } {
  const item = entry.subject?.startsWith("delivery:") ? entry.subject.slice("delivery:".length) : "";
  return { item, version: entry.id ?? "", position: entry.position };
}

function inTime(records: readonly RecordEntry[], now: string): RecordEntry[] {
  const end = Date.parse(`${now.slice(0, 10)}T23:59:59.999Z`);
  return records
    .filter((entry) => (entry.kind === DELIVERY_RECORD || entry.kind === COMPONENTS_RECORD) && Date.parse(entry.at) <= end)
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => Date.parse(a.entry.at) - Date.parse(b.entry.at) || a.index - b.index)
    .map(({ entry }) => entry);
}
