// A bill of materials that somebody sent for a product, as a result of its own: its components used in one deliverable. Whoever keeps it judges it
// together with everything else that is known, so no rule is asked here.
import { type ByteSource, readBill } from "#facts";
import { billId } from "./assign.ts";
import type { Collected } from "./context.ts";
import type { ScanResult } from "./result.ts";
import { type ScanOptions, unjudged } from "./run.ts";

export interface Bill {
  readonly source: ByteSource;
  /** Name of the file, for messages. */
  readonly name: string;
  readonly product: string;
  readonly deliverable: string;
}

/** Throws `Unreadable`, with the line, for what is no bill of materials. Memory grows with the components, not with the document. */
export async function scanBill(bill: Bill, options: ScanOptions): Promise<ScanResult> {
  const id = billId(bill.product, bill.deliverable, bill.name);
  const inventory = await readBill(bill.source, bill.name, id);
  const collected: Collected = { id, kind: "sbom", files: 1, inventory, licenses: [], facts: {}, evidence: {} };
  const collection = { repositories: [collected], unreadable: 0, locations: new Map(), histories: new Map(), problems: inventory.problems };
  return unjudged(collection, options);
}
