// What we buy, as the newest result tells it: written anew where a delivery came or went on since.
import type { Kysely } from "kysely";
import { type ResultSupplier, withComparison } from "#scan";
import type { Tables } from "../database/tables.ts";
import { numberedHead } from "./current.ts";
import { zipped } from "./zipped.ts";

export async function saveSuppliers(tx: Kysely<Tables>, suppliers: readonly ResultSupplier[]): Promise<void> {
  const found = await numberedHead(tx);
  if (!found) return;
  const { id, head } = found;
  // Code that we hold was looked at by the run: a judgement does not look again.
  const { suppliers: now } = withComparison({ suppliers }, head);
  if (JSON.stringify(now) === JSON.stringify(head.suppliers)) return;
  const changed = zipped({ ...head, suppliers: now });
  await tx.updateTable("results").set({ head: changed }).where("id", "=", id).execute();
}
