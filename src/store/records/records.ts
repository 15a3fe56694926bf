// The program's records on a server: appended by cases, people and CI, never changed; read in the shape of records/*.jsonl.
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import { canonicalJson } from "#kit";
import type { NewRecord, RecordEntry } from "#program";
import type { Tables } from "../database/tables.ts";
import { appendAll } from "../record/append.ts";
import type { NewLine } from "../record/line.ts";

/** Beside the number of what is said: other locks have one number alone. */
const RECORDS_LOCK = 0x616c6d72;

/** Until the transaction ends nobody else says anything of the same thing: what is asked of its records then holds when the next one is added. */
export async function holdRecords(tx: Transaction<Tables>, { kind, subject = "", id = "" }: Pick<NewRecord, "kind" | "subject" | "id">) {
  const name = canonicalJson([kind, subject, id]);
  await sql`select pg_advisory_xact_lock(${RECORDS_LOCK}::int, hashtext(${name}))`.execute(tx);
}

/** Appends records, each with its line in the record; gives their numbers. `at` of the line is when they came in, that of a record when it happened. */
export async function appendStored(
  tx: Transaction<Tables>,
  records: readonly NewRecord[],
  came: { readonly at: string; readonly by: string; readonly policy?: string },
): Promise<number[]> {
  const lines = await appendAll(
    tx,
    records.map((record) => recordLine(record, came)),
  );
  return insertStored(
    tx,
    records.map((record, index) => ({ record, line: lines[index]?.sequence ?? 0 })),
  );
}

/** The line that says that a record came in. */
export function recordLine(record: NewRecord, came: { readonly at: string; readonly by: string; readonly policy?: string }): NewLine {
  return {
    at: came.at,
    by: came.by,
    what: "record.added",
    subject: record.subject ?? `record:${record.kind}`,
    ...(came.policy === undefined ? {} : { policy: came.policy }),
    data: { kind: record.kind, ...(record.id === undefined ? {} : { id: record.id }) },
    personal: { record: wholeOf(record) },
  };
}

function wholeOf({ kind, at, by, subject, id, data = {} }: NewRecord): object {
  return JSON.parse(canonicalJson({ kind, at, by, subject, id, data })) as object;
}

/** Rows for records whose lines stand already. */
export async function insertStored(
  tx: Transaction<Tables>,
  records: readonly { readonly record: NewRecord; readonly line: number }[],
): Promise<number[]> {
  if (records.length === 0) return [];
  const rows = await tx
    .insertInto("stored_records")
    .values(
      records.map(({ record: { kind, at, by, subject, id, data = {} }, line }) => ({
        kind,
        at,
        by: by ?? null,
        subject: subject ?? null,
        id: id ?? null,
        data: canonicalJson(data),
        line,
      })),
    )
    .returning("number")
    .execute();
  return rows.map(({ number }) => number);
}

export interface RecordsWanted {
  readonly kinds?: readonly string[];
  readonly subject?: string;
  readonly id?: string;
  /** Records with a greater number. */
  readonly since?: number;
  readonly limit?: number;
}

export interface StoredRecord extends RecordEntry {
  readonly number: number;
}

/** In the order in which they came. */
export async function readRecords(db: Kysely<Tables>, wanted: RecordsWanted = {}): Promise<StoredRecord[]> {
  let query = db.selectFrom("stored_records").selectAll().orderBy("number");
  if (wanted.kinds) query = query.where("kind", "in", wanted.kinds);
  if (wanted.subject !== undefined) query = query.where("subject", "=", wanted.subject);
  if (wanted.id !== undefined) query = query.where("id", "=", wanted.id);
  if (wanted.since !== undefined) query = query.where("number", ">", wanted.since);
  if (wanted.limit !== undefined) query = query.limit(wanted.limit);
  return (await query.execute()).map(entryOf);
}

function entryOf({ number, kind, at, by, subject, id, data }: Selectable<Tables["stored_records"]>): StoredRecord {
  return {
    kind,
    at,
    ...(by === null ? {} : { by }),
    ...(subject === null ? {} : { subject }),
    ...(id === null ? {} : { id }),
    data,
    number,
    position: { file: "records of the server", line: number, column: 1 },
  };
}
