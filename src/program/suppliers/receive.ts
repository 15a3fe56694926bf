// What came from a supplier as steps of its delivery: received, validated, and back where something is missing. Nothing is kept here.
import type { NewRecord } from "../records/append.ts";
import { advanceDelivery, isDeliveryRefusal } from "./machine.ts";
import { COMPONENTS_RECORD, DELIVERY_RECORD, type DeliveredComponent } from "./replay.ts";
import type { DeliveryGap, DeliveryRefusal, DeliveryStep, SupplierDelivery } from "./types.ts";

/** A file that was read and checked. */
export interface DeliveredFile {
  readonly name: string;
  /** sha256. */
  readonly digest: string;
  readonly format: string;
  readonly gaps: readonly DeliveryGap[];
  readonly components: readonly DeliveredComponent[];
}

export interface Receiving {
  /** `supplier/item`. */
  readonly item: string;
  readonly version: string;
  /** ISO 8601. */
  readonly now: string;
  readonly by: string;
  /** How far it was before. */
  readonly before: SupplierDelivery | undefined;
}

export interface ReceivedFile {
  readonly delivery: SupplierDelivery;
  readonly records: readonly NewRecord[];
}

/** Components in one line of records. */
const IN_LINE = 500;
const LINE_SIZE = 500_000;
const LONGEST_TEXT = 4000;

/** How far the delivery is then, with the records that say so; or why it does not take the step. */
export function receivedRecords(file: DeliveredFile, { item, version, now, by, before }: Receiving): ReceivedFile | DeliveryRefusal {
  const { name, digest, format, gaps } = file;
  const received: DeliveryStep = { to: "received", at: now, by, digest, file: name, format };
  const validated: DeliveryStep = { to: "validated", at: now, by: "allmend", gaps };
  const back: DeliveryStep[] = gaps.length > 0 ? [{ to: "gaps", at: now, by: "allmend" }] : [];
  let delivery = before;
  for (const step of [received, validated, ...back]) {
    const next = advanceDelivery(item, version, delivery, step);
    if (isDeliveryRefusal(next)) return next;
    delivery = next;
  }
  if (!delivery) return { refused: "order", message: "no step was taken" };
  const place = { subject: `delivery:${item}`, id: version };
  const parts = partsOf(file.components.map(shortened));
  return {
    delivery,
    records: [
      stepRecord(received, place),
      ...parts.map((components) => ({ kind: COMPONENTS_RECORD, at: now, by, ...place, data: { digest, components } })),
      ...[validated, ...back].map((step) => stepRecord(step, place)),
    ],
  };
}

type Place = { readonly subject: string; readonly id: string };

export function stepRecord({ at, by, ...data }: DeliveryStep, place: Place): NewRecord {
  return { kind: DELIVERY_RECORD, at, by, ...place, data: { ...data } };
}

/** A line of records has its limit, whatever somebody calls a component. */
function shortened({ purl, name, version, license }: DeliveredComponent): DeliveredComponent {
  const cut = (text: string) => text.slice(0, LONGEST_TEXT);
  return { purl: cut(purl), name: cut(name), version: cut(version), ...(license === undefined ? {} : { license: cut(license) }) };
}

function partsOf(components: readonly DeliveredComponent[]): DeliveredComponent[][] {
  const parts: DeliveredComponent[][] = [];
  let size = 0;
  for (const component of components) {
    const own = JSON.stringify(component).length;
    const last = parts.at(-1);
    if (last && last.length < IN_LINE && size + own < LINE_SIZE) {
      last.push(component);
      size += own;
    } else {
      parts.push([component]);
      size = own;
    }
  }
  return parts;
}
