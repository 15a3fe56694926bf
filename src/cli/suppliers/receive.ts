// allmend import delivery FILE --supplier S --item X: what a supplier sent is read, checked, and put on record as steps of the delivery.
import { stat } from "node:fs/promises";
import { type CheckedDelivery, digestOfFile, readDelivery, Unreadable } from "#facts";
import { AllmendError, didYouMean, inEnglish } from "#kit";
import { appendRecords, isDeliveryRefusal, type Program, receivedRecords, replayDeliveries, type SupplierDelivery } from "#program";

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
  const received = receivedRecords({ ...checked, name: request.name, digest }, { ...request, item, before });
  if (isDeliveryRefusal(received)) throw refused(item, request.version, received.message);
  return {
    delivery: received.delivery,
    digest,
    known: false,
    components: checked.components.length,
    kept: await appendRecords(request.program.location, "supplier-deliveries", received.records),
  };
}

async function check({ path, name }: ReceiveRequest): Promise<CheckedDelivery> {
  try {
    return await readDelivery(path, name);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const line = error.line === undefined ? "" : `:${error.line}`;
    const expected = error.expected === undefined ? "" : ` Expected: ${error.expected}.`;
    throw new AllmendError("delivery-not-readable", "input", `${name}${line}: ${error.message}`, {
      hint: `Nothing was put on record.${expected} Ask the supplier for a bill of materials in CycloneDX or SPDX, or for a declaration (docs/handbook/imports.md).`,
    });
  }
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
  const hint = inEnglish(didYouMean(id, known)) ?? (known.length === 0 ? "It names none yet." : `It names: ${known.join(", ")}.`);
  return new AllmendError("unknown-supplier", "not-found", `registers/suppliers.yaml knows no ${what} "${id}"`, { hint });
}

function refused(item: string, version: string, message: string): AllmendError {
  return new AllmendError("delivery-step-refused", "conflict", `the delivery ${item} ${version} does not take this step: ${message}`, {
    hint: 'Record the step before it with "allmend record supplier-delivery".',
  });
}
