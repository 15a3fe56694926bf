// What earlier results said, as far as a trend needs it. Results never change: what was read of one is kept.
import type { Kysely } from "kysely";
import type { DeliveryEntry } from "#measures";
import type { Tables } from "../database/tables.ts";
import type { ResultHead } from "./head.ts";
import { unzipped } from "./zipped.ts";

export interface PastDeliveries {
  readonly at: string;
  readonly entries: readonly DeliveryEntry[];
}

const kept = new WeakMap<Kysely<Tables>, Map<number, PastDeliveries>>();

/** Deliveries of the last results that spoke of everything, the oldest first. */
export async function pastDeliveries(db: Kysely<Tables>, most: number): Promise<readonly PastDeliveries[]> {
  const known = kept.get(db) ?? new Map<number, PastDeliveries>();
  kept.set(db, known);
  const rows = await db
    .selectFrom("results")
    .select("id")
    .where("kept", "=", true)
    .where("covers", "=", "everything")
    .orderBy("id", "desc")
    .limit(most)
    .execute();
  const ids = rows.map(({ id }) => id).reverse();
  for (const id of known.keys()) if (!ids.includes(id)) known.delete(id);
  for (const id of ids) if (!known.has(id)) known.set(id, await read(db, id));
  return ids.flatMap((id) => known.get(id) ?? []);
}

async function read(db: Kysely<Tables>, id: number): Promise<PastDeliveries> {
  const { head } = await db.selectFrom("results").select("head").where("id", "=", id).executeTakeFirstOrThrow();
  const { now, deliveries } = unzipped(head) as ResultHead;
  return { at: now, entries: deliveries };
}
