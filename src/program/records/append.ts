// Adding a line to records/*.jsonl: what people and machines say over time. Lines are added, never changed.
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AllmendError } from "#kit";
import { lineFault } from "./line.ts";

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
  const lines = records.map((record) => checkedLine(record, name));
  const path = join(folder, "records", `${name}.jsonl`);
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, "a+");
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const torn = size > 0 && last[0] !== 0x0a;
    await file.appendFile(`${torn ? "\n" : ""}${lines.join("")}`);
  } finally {
    await file.close();
  }
  return path;
}

/** A line that would not be read again is not written: the program would not load any more. Throws AllmendError. */
function checkedLine(record: NewRecord, name: string): string {
  const line = JSON.stringify(record);
  const fault = lineFault(line);
  if (fault === undefined) return `${line}\n`;
  const which = shorten(`${record.kind} ${record.id ?? record.subject ?? ""}`.trim());
  throw new AllmendError("record-not-written", "input", `a record for ${name}.jsonl would not be read again (${which}): ${fault}`, {
    hint: "Nothing was written. Correct what it says, or leave it out of the file that is imported.",
  });
}

function shorten(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** Appends one record to `records/NAME.jsonl` of a program; gives the file's path. A line that was torn off before stays a line of its own. */
export async function appendRecord(folder: string, name: string, record: NewRecord): Promise<string> {
  return appendRecords(folder, name, [record]);
}
