// The record for auditors: one line of JSON for each of its lines, with all that is needed to compute the hashes again.
import type { Kysely } from "kysely";
import { canonicalJson } from "#kit";
import type { Tables } from "../database/tables.ts";

const BATCH = 1000;

/** Lines of NDJSON, oldest first; `docs/handbook` says how the hash is made. */
export async function* exportRecord(db: Kysely<Tables>, after = 0): AsyncGenerator<string> {
  for (let from = after; ; ) {
    const lines = await db.selectFrom("record_lines").selectAll().where("sequence", ">", from).orderBy("sequence").limit(BATCH).execute();
    const last = lines.at(-1);
    if (!last) return;
    const rows = await db
      .selectFrom("record_private")
      .selectAll()
      .where("sequence", ">", from)
      .where("sequence", "<=", last.sequence)
      .execute();
    const values = Map.groupBy(rows, ({ sequence }) => sequence);
    for (const line of lines) {
      const known = Object.fromEntries((values.get(line.sequence) ?? []).map(({ key, salt, value }) => [key, { salt, value }]));
      yield `${canonicalJson({ schema: "allmend.record-line/1", ...line, values: known })}\n`;
    }
    from = last.sequence;
  }
}
