// Adding a line to records/*.jsonl: what people and machines say over time. Lines are added, never changed.
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A record as it stands in a line; `docs/reference/schema/record.json` is its form. */
export interface NewRecord {
  readonly kind: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by?: string | undefined;
  readonly subject?: string | undefined;
  readonly id?: string | undefined;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Appends records, all in one write; gives the file's path. */
export async function appendRecords(folder: string, name: string, records: readonly NewRecord[]): Promise<string> {
  const path = join(folder, "records", `${name}.jsonl`);
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "a+");
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const torn = size > 0 && last[0] !== 0x0a;
    await file.appendFile(`${torn ? "\n" : ""}${records.map((record) => `${JSON.stringify(record)}\n`).join("")}`);
  } finally {
    await file.close();
  }
  return path;
}

/** Appends one record to `records/NAME.jsonl` of a program; gives the file's path. A line that was torn off before stays a line of its own. */
export async function appendRecord(folder: string, name: string, record: NewRecord): Promise<string> {
  return appendRecords(folder, name, [record]);
}
