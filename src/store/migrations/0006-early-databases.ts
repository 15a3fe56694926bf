// What 0001 to 0003 gained while nothing was released yet. A database that somebody tried then has those three and not what came to them: it was told
// `relation "webhooks" does not exist` by the first job that looked for one. Where everything is there already, nothing happens.
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const earlyDatabases: Migration = {
  id: "0006-early-databases",
  async up(tx) {
    for (const statement of statements) await sql.raw(statement).execute(tx);
  },
};

const statements = [
  `alter table cases add column if not exists request_key text unique`,
  `drop index if exists stored_records_reported`,
  `create table if not exists notice_wishes (
    person text primary key references people,
    mail text not null check (mail in ('at-once', 'daily', 'weekly', 'never')),
    language text check (language in ('en', 'de'))
  )`,
  `create table if not exists calendars (
    person text primary key references people,
    hash text not null unique,
    made_at timestamptz not null
  )`,
  `create table if not exists webhooks (
    id uuid primary key default gen_random_uuid(),
    url text not null,
    secret text not null,
    events text[] not null,
    made_by text not null,
    made_at timestamptz not null,
    position bigint not null,
    attempts integer not null default 0,
    next_attempt timestamptz not null,
    error text,
    ended_at timestamptz
  )`,
  `create index if not exists webhooks_due on webhooks (next_attempt) where ended_at is null`,
  `create table if not exists webhook_dead (
    webhook uuid not null references webhooks,
    sequence bigint not null,
    error text not null,
    at timestamptz not null,
    primary key (webhook, sequence)
  )`,
  `create table if not exists generation (one boolean primary key default true check (one), number bigint not null)`,
  `insert into generation (number) values (1) on conflict do nothing`,
  `create index if not exists versions_differs on versions (id) where differs`,
  `create sequence if not exists staging_numbers as integer cycle`,
  `create unlogged table if not exists staged_outcomes (staging integer not null, use integer not null, outcome smallint not null)`,
  `create index if not exists staged_outcomes_staging on staged_outcomes (staging)`,
  `create table if not exists work (
    id uuid primary key default gen_random_uuid(), name text not null, state text not null, stage text, done integer not null, "of" integer not null,
    by text not null, began_at timestamptz not null, changed_at timestamptz not null, outcome jsonb)`,
  `create index if not exists work_began on work (began_at desc)`,
  // Counts are written to versions after each result: with room in the page, without touching the indexes again.
  `alter table versions set (fillfactor = 85)`,
];
