// Reports that are sent every month or quarter, until somebody ends it.
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const reportSchedules: Migration = {
  id: "0008-report-schedules",
  async up(tx) {
    await sql`create table report_schedules (
      id uuid primary key default gen_random_uuid(), person text not null references people, team text, report text not null, product text,
      language text not null check (language in ('en', 'de')), every text not null check (every in ('month', 'quarter')),
      next_at timestamptz not null, last_at timestamptz, made_at timestamptz not null, ended_at timestamptz)`.execute(tx);
    await sql`create index report_schedules_due on report_schedules (next_at) where ended_at is null`.execute(tx);
  },
};
