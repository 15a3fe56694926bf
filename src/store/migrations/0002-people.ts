// Who there is, what they may, how they are known, and what is sent to them.
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const people: Migration = {
  id: "0002-people",
  async up(tx) {
    for (const statement of statements) await sql.raw(statement).execute(tx);
  },
};

const statements = [
  `create table people (
    id text primary key check (id ~ '^[a-z0-9][a-z0-9._-]{0,99}$'),
    name text not null,
    email text,
    state text not null default 'active' check (state in ('active', 'left')),
    created_at timestamptz not null,
    left_at timestamptz,
    seen_at timestamptz
  )`,
  `create table identities (
    issuer text not null,
    subject text not null,
    person text not null references people,
    created_at timestamptz not null,
    primary key (issuer, subject)
  )`,
  `create index identities_person on identities (person)`,
  `create table role_grants (
    id uuid primary key default gen_random_uuid(),
    person text not null references people,
    role text not null,
    lane text,
    board text,
    unit text,
    source text not null check (source in ('granted', 'provider')),
    given_by text not null,
    given_at timestamptz not null,
    ends_at timestamptz,
    ended_at timestamptz,
    ended_by text
  )`,
  `create index role_grants_person on role_grants (person) where ended_at is null`,
  `create index role_grants_role on role_grants (role) where ended_at is null`,
  `create table sessions (
    hash text primary key,
    id uuid not null unique default gen_random_uuid(),
    person text not null references people,
    how text not null check (how in ('provider', 'link')),
    issuer text,
    client text not null,
    began_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null
  )`,
  `create index sessions_person on sessions (person)`,
  `create table sign_ins (
    hash text primary key,
    state text not null,
    nonce text not null,
    verifier text not null,
    go_to text not null,
    ends_at timestamptz not null
  )`,
  `create table links (
    hash text primary key,
    purpose text not null check (purpose in ('first-administrator', 'sign-in')),
    person text references people,
    made_by text not null,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    used_at timestamptz
  )`,
  `create table tokens (
    id uuid primary key default gen_random_uuid(),
    hash text not null unique,
    prefix text not null,
    name text not null,
    kind text not null check (kind in ('personal', 'service')),
    person text references people check (person is not null or kind = 'service'),
    scopes text[] not null,
    units text[],
    made_at timestamptz not null,
    ends_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz,
    revoked_by text
  )`,
  `create index tokens_person on tokens (person)`,
  `create table absences (
    id uuid primary key default gen_random_uuid(),
    person text not null references people,
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    deputy text references people,
    told_by text not null,
    told_at timestamptz not null,
    withdrawn_at timestamptz
  )`,
  `create index absences_person on absences (person, ends_at) where withdrawn_at is null`,
  `create table notice_wishes (
    person text primary key references people,
    mail text not null check (mail in ('at-once', 'daily', 'weekly', 'never')),
    language text check (language in ('en', 'de'))
  )`,
  `create table calendars (
    person text primary key references people,
    hash text not null unique,
    made_at timestamptz not null
  )`,
  // A webhook reads the record from where it stands: nothing is copied for it, and nothing is lost while the other side is away.
  `create table webhooks (
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
  `create index webhooks_due on webhooks (next_attempt) where ended_at is null`,
  `create table webhook_dead (
    webhook uuid not null references webhooks,
    sequence bigint not null,
    error text not null,
    at timestamptz not null,
    primary key (webhook, sequence)
  )`,
];
