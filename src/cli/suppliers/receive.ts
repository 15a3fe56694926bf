// allmend import delivery FILE --supplier S --item X: what a supplier sent is read, checked, and put on record as steps of the delivery.
import { readFile, stat } from "node:fs/promises";
import { type CheckedDelivery, checkDelivery, digestOfFile, fileBytes, readDeclaration, Unreadable } from "#facts";
import { AllmendError, didYouMean } from "#kit";
import {
  advanceDelivery,
  appendRecords,
  COMPONENTS_RECORD,
  DELIVERY_RECORD,
  type DeliveryStep,
  isDeliveryRefusal,
  type NewRecord,
  type Program,
  replayDeliveries,
  type SupplierDelivery,
} from "#program";

export interface ReceiveRequest {
  readonly path: string;
  readonly name: string;
  readonly supplier: string;
  readonly item: string;
  readonly version: string;
  readonly by: string;
  readonly now: string;
  readonly program: Program;
}

export interface Received {
  readonly delivery: SupplierDelivery;
  readonly digest: string;
  /** The same file was received for this version before. */
  readonly known: boolean;
  readonly components: number;
  readonly kept: string;
}

/** Components in one line of records. */
const IN_LINE = 500;
const LINE_SIZE = 500_000;
const LONGEST_TEXT = 4000;

export async function receiveDelivery(request: ReceiveRequest): Promise<Received> {
  const item = itemOf(request);
  if ((await stat(request.path)).isDirectory())
    throw new AllmendError("is-a-folder", "input", `${request.name} is a folder`, { hint: "Name the file." });
  const digest = await digestOfFile(request.path);
  const replay = replayDeliveries(request.program.records, request.now);
  const before = replay.deliveries.find((delivery) => delivery.item === item && delivery.version === request.version);
  const kept = `${request.program.location}/records/supplier-deliveries.jsonl`;
  if (before?.digest === digest)
    return { delivery: before, digest, known: true, components: replay.components.get(digest)?.length ?? 0, kept };
  const checked = await check(request);
  const received: DeliveryStep = { to: "received", at: request.now, by: request.by, digest, file: request.name, format: checked.format };
  const validated: DeliveryStep = { to: "validated", at: request.now, by: "allmend", gaps: checked.gaps };
  const back: DeliveryStep[] = checked.gaps.length > 0 ? [{ to: "gaps", at: request.now, by: "allmend" }] : [];
  let delivery = before;
  for (const step of [received, validated, ...back]) {
    const next = advanceDelivery(item, request.version, delivery, step);
    if (isDeliveryRefusal(next)) throw refused(item, request.version, next.message);
    delivery = next;
  }
  if (!delivery) throw refused(item, request.version, "no step was taken");
  const place = { subject: `delivery:${item}`, id: request.version };
  const records = [
    stepRecord(received, place),
    ...componentRecords(checked, digest, request, place),
    ...[validated, ...back].map((step) => stepRecord(step, place)),
  ];
  return {
    delivery,
    digest,
    known: false,
    components: checked.components.length,
    kept: await appendRecords(request.program.location, "supplier-deliveries", records),
  };
}

type Place = { readonly subject: string; readonly id: string };

function stepRecord({ at, by, ...data }: DeliveryStep, place: Place): NewRecord {
  return { kind: DELIVERY_RECORD, at, by, ...place, data: { ...data } };
}

function componentRecords({ components }: CheckedDelivery, digest: string, { now, by }: ReceiveRequest, place: Place): NewRecord[] {
  return partsOf(components.map(shortened)).map((part) => ({
    kind: COMPONENTS_RECORD,
    at: now,
    by,
    ...place,
    data: { digest, components: part },
  }));
}

type Component = CheckedDelivery["components"][number];

/** A line of records has its limit, whatever somebody calls a component. */
function shortened({ purl, name, version, license }: Component): Component {
  const cut = (text: string) => text.slice(0, LONGEST_TEXT);
  return { purl: cut(purl), name: cut(name), version: cut(version), ...(license === undefined ? {} : { license: cut(license) }) };
}

function partsOf(components: readonly Component[]): Component[][] {
  const parts: Component[][] = [];
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

async function check({ path, name }: ReceiveRequest): Promise<CheckedDelivery> {
  try {
    return (await declarationIn(path, name)) ?? (await checkDelivery(fileBytes(path), name));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const line = error.line === undefined ? "" : `:${error.line}`;
    const expected = error.expected === undefined ? "" : ` Expected: ${error.expected}.`;
    throw new AllmendError("delivery-not-readable", "input", `${name}${line}: ${error.message}`, {
      hint: `Nothing was put on record.${expected} Ask the supplier for a bill of materials in CycloneDX or SPDX, or for a declaration (docs/handbook/imports.md).`,
    });
  }
}

/** Declarations are small and begin with what they are; a bill of materials may be large and is read piece by piece. */
async function declarationIn(path: string, name: string): Promise<CheckedDelivery | undefined> {
  if (!/\.(?:csv|tsv|json|ya?ml)$/i.test(name) || (await stat(path)).size > 16_000_000) return undefined;
  return readDeclaration(await readFile(path), name);
}

function itemOf({ supplier, item, program }: ReceiveRequest): string {
  const suppliers = program.procurement?.suppliers ?? [];
  const found = suppliers.find(({ id }) => id === supplier);
  if (!found)
    throw unknown(
      "supplier",
      supplier,
      suppliers.map(({ id }) => id),
    );
  if (!found.items.some(({ id }) => id === item))
    throw unknown(
      "item",
      item,
      found.items.map(({ id }) => id),
    );
  return `${supplier}/${item}`;
}

function unknown(what: string, id: string, known: readonly string[]): AllmendError {
  const hint = didYouMean(id, known) ?? (known.length === 0 ? "It names none yet." : `It names: ${known.join(", ")}.`);
  return new AllmendError("unknown-supplier", "not-found", `registers/suppliers.yaml knows no ${what} "${id}"`, { hint });
}

function refused(item: string, version: string, message: string): AllmendError {
  return new AllmendError("delivery-step-refused", "conflict", `the delivery ${item} ${version} does not take this step: ${message}`, {
    hint: 'Record the step before it with "allmend record supplier-delivery".',
  });
}
