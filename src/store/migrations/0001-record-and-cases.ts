// The chain of the record, cases with their events, what they wrote, whom they tell.
import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Migration } from "./index.ts";

const statements = [
  // One row: where the chain stands. Who appends locks it, so numbers have no gap and every line knows the one before.
  `create table record_head (one boolean primary key default true check (one), sequence bigint not null, hash text not null)`,
  `insert into record_head (sequence, hash) values (0, '')`,
  `create table record_lines (
    sequence bigint primary key,
    at text not null,
    what text not null,
    subject text not null,
    policy text,
    inputs text,
    data text not null,
    private text not null,
    previous text not null,
    hash text not null
  )`,
  `create index record_lines_subject on record_lines (subject, sequence)`,
  `create index record_lines_what on record_lines (what, sequence)`,
  // What may have to be forgotten: the line holds only a salted digest of it.
  `create table record_private (
    sequence bigint not null references record_lines (sequence),
    key text not null,
    salt text not null,
    value text,
    primary key (sequence, key)
  )`,
  `create index record_private_by on record_private (value, sequence) where key = 'by'`,
  // Against slips; against ill will stand the hashes, and the checkpoints outside.
  `create function record_is_append_only() returns trigger language plpgsql as $$ begin
    raise exception 'lines of the record are never changed';
  end $$`,
  `create trigger record_lines_stay before update or delete on record_lines for each row execute function record_is_append_only()`,
  `create trigger record_lines_remain before truncate on record_lines for each statement execute function record_is_append_only()`,

  `create sequence case_numbers`,
  `create table cases (
    id text primary key,
    kind text not null,
    version integer not null,
    phase text not null,
    title text not null,
    requester text not null,
    opener text not null,
    unit text,
    product text,
    component text,
    life text,
    outcome text,
    lanes text[] not null default '{}',
    waits_for text[] not null default '{}',
    people text[] not null default '{}',
    opened_at timestamptz not null,
    changed_at timestamptz not null,
    decided_at timestamptz,
    due_at timestamptz,
    next_due timestamptz,
    due_failures integer not null default 0,
    due_error text,
    words tsvector not null,
    state jsonb not null,
    salt text not null,
    request_key text unique
  )`,
  `create index cases_changed on cases (changed_at desc, id desc)`,
  `create index cases_phase on cases (phase, changed_at desc, id desc)`,
  `create index cases_kind on cases (kind, changed_at desc, id desc)`,
  `create index cases_product on cases (product, changed_at desc, id desc)`,
  `create index cases_component on cases (component, changed_at desc, id desc)`,
  `create index cases_requester on cases (requester, changed_at desc, id desc)`,
  `create index cases_unit on cases (unit, changed_at desc, id desc)`,
  `create index cases_waits_for on cases using gin (waits_for)`,
  `create index cases_words on cases using gin (words)`,
  `create index cases_next_due on cases (next_due) where next_due is not null`,
  `create table case_events (
    case_id text not null references cases (id),
    number integer not null,
    at timestamptz not null,
    event jsonb not null,
    policy text not null,
    line bigint not null references record_lines (sequence),
    primary key (case_id, number)
  )`,
  // What was already reminded of, so that nobody is told twice.
  `create table case_reminders (
    case_id text not null references cases (id),
    what text not null,
    about text not null,
    due timestamptz not null,
    done_at timestamptz not null,
    primary key (case_id, what, about, due)
  )`,

  `create table stored_records (
    number bigint generated always as identity primary key,
    kind text not null,
    at text not null,
    by text,
    subject text,
    id text,
    data jsonb not null,
    line bigint not null references record_lines (sequence)
  )`,
  `create index stored_records_kind on stored_records (kind, number)`,
  `create index stored_records_subject on stored_records (subject, number)`,

  `create table tasks (
    number bigint generated always as identity primary key,
    for_person text not null,
    subject text not null,
    text text not null,
    at timestamptz not null,
    done_at timestamptz,
    done_by text
  )`,
  `create index tasks_open on tasks (for_person, number) where done_at is null`,

  `create table outbox (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    person text not null,
    what text not null,
    subject text not null,
    text text,
    urgent boolean not null,
    sent_at timestamptz,
    attempts integer not null default 0,
    next_attempt timestamptz,
    error text
  )`,
  `create index outbox_waiting on outbox (next_attempt, number) where sent_at is null`,
  `create index outbox_person on outbox (person, number)`,
] as const;

export const recordAndCases: Migration = {
  id: "0001-record-and-cases",
  async up(tx: Transaction<Tables>) {
    for (const statement of statements) await sql.raw(statement).execute(tx);
  },
};
