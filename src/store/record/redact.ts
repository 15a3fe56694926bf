// Forgetting what was said by or of somebody, without breaking the chain: values and salts go, digests stay, and that it was done is a line itself.
import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import { append, type AppendedLine } from "./append.ts";

export interface Redaction {
  readonly at: string;
  readonly by: string;
  /** Why it may be forgotten: a request of the person, a court, a mistake. */
  readonly why: string;
  readonly lines: readonly { readonly sequence: number; readonly key: string }[];
}

/** Deletes these values with their salts. What is gone already, or never was, is no error. */
export async function redactValues(tx: Transaction<Tables>, { at, by, why, lines }: Redaction): Promise<AppendedLine> {
  const gone: string[] = [];
  for (const { sequence, key } of lines) {
    const { numDeletedRows } = await tx
      .deleteFrom("record_private")
      .where("sequence", "=", sequence)
      .where("key", "=", key)
      .executeTakeFirst();
    if (numDeletedRows > 0n) gone.push(`${sequence}:${key}`);
  }
  return append(tx, { at, by, why, what: "record.redacted", subject: "record", data: { values: gone } });
}

/** Every value in which a person's id stands. */
export async function valuesNaming(tx: Transaction<Tables>, person: string): Promise<{ sequence: number; key: string }[]> {
  const quoted = `%${JSON.stringify(person).replace(/[\\%_]/g, "\\$&")}%`;
  const { rows } = await sql<{ sequence: number; key: string }>`
    select sequence, key from record_private where value = ${person} or value like ${quoted} order by sequence, key`.execute(tx);
  return rows;
}
