// Records as records/*.jsonl holds them, kept by the server.
import type { ColumnType } from "kysely";
import type { Count, GivenCount } from "../record/tables.ts";

export interface StoredRecordTables {
  stored_records: {
    number: GivenCount;
    kind: string;
    at: string;
    by: string | null;
    subject: string | null;
    id: string | null;
    data: ColumnType<Readonly<Record<string, unknown>>, string, string>;
    line: Count;
  };
}
