// One bill of materials as an inventory, read as it streams by.
import { readSbomManifest } from "../sboms/locked.ts";
import type { ByteSource } from "../sboms/source.ts";
import { mergeReadings } from "./merge.ts";
import type { Inventory } from "./types.ts";

/** Throws `Unreadable`, with the line. */
export async function readBill(source: ByteSource, path: string, repository: string): Promise<Inventory> {
  const reading = await readSbomManifest(source, path);
  const manifest = { path, format: reading.format, kind: "sbom", reading } as const;
  return mergeReadings(repository, [manifest], reading.problems ?? [], { letGo: true });
}
