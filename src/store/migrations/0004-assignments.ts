// Who a finding was given to, by somebody: beside the findings, because these are judged anew again and again.
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const assignments: Migration = {
  id: "0004-assignments",
  async up(tx) {
    await sql`create table assignments (finding text primary key, owner text not null, note text, by text not null, at timestamptz not null)`.execute(
      tx,
    );
    await sql`create index assignments_owner on assignments (owner)`.execute(tx);
  },
};
