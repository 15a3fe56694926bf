// What somebody's start page asks is found without looking through everything: new findings, findings of a team, cases that are late or were decided.
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const today: Migration = {
  id: "0007-today",
  async up(tx) {
    for (const statement of indexes) await sql.raw(statement).execute(tx);
  },
};

const indexes = [
  `create index findings_first_seen on findings (first_seen) where gone_at is null`,
  `create index findings_owner on findings (owner, outcome) where gone_at is null`,
  `create index cases_due on cases (due_at, id) where due_at is not null`,
  `create index cases_decided on cases (decided_at) where decided_at is not null`,
];
