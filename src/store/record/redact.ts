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

/** Every value in which a person's id or address stands, and their name and address in lines about them. */
export async function valuesNaming(tx: Transaction<Tables>, person: string, email?: string): Promise<{ sequence: number; key: string }[]> {
  const quoted = (text: string) => `%${JSON.stringify(text).replace(/[\\%_]/g, "\\$&")}%`;
  const address = email?.toLowerCase();
  const { rows } = await sql<{ sequence: number; key: string }>`
    select p.sequence, p.key from record_private p where p.value = ${person} or p.value like ${quoted(person)}
      or ${address === undefined ? sql`false` : sql`lower(p.value) = ${address} or lower(p.value) like ${quoted(address)}`}
      or (p.key in ('name', 'email')
        and exists (select 1 from record_lines l where l.sequence = p.sequence and l.subject = ${`person:${person}`}))
    order by p.sequence, p.key`.execute(tx);
  return rows;
}
