// Many rows in one statement, as one JSON text: no limit of parameters, and the same on both kinds of database.
import { type RawBuilder, sql } from "kysely";

/** What PostgreSQL can hold as text: no NUL, no half of a character. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\uFFFD");
}

/** JSON that PostgreSQL takes, whatever texts stand in it. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  // As JSON writes them; a backslash before makes one more copy, no harm.
  return text.includes("\\u0000") || text.includes("\\ud") ? JSON.stringify(cleaned(value)) : text;
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [storable(key), cleaned(each)]));
}

/** `from … as r`: rows with these columns; `columns` is text of ours (`purl text, version integer`). */
export function rowsOf(rows: readonly object[], columns: string): RawBuilder<unknown> {
  return sql`json_to_recordset(${storableJson(rows)}::json) as r(${sql.raw(columns)})`;
}

export function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
