// What runs found, over time: programs, results, products, components and their uses, findings. Dictionaries have small numbers, because a large
// organisation has a million uses.
import { sql, type Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Migration } from "./index.ts";

export const results: Migration = {
  id: "0003-results",
  async up(tx) {
    for (const statement of [...programs, ...runs, ...judgements, ...places, ...components, ...uses, ...findings, ...duties, ...work])
      await run(tx, statement);
  },
};

function run(tx: Transaction<Tables>, statement: string): Promise<unknown> {
  return sql.raw(statement).execute(tx);
}

const programs = [
  `create table programs (
    id text primary key, digest text not null, at timestamptz not null, by text, origin text, files bytea not null)`,
  `create table programs_in_force (
    sequence serial primary key, program text not null references programs (id), at timestamptz not null, by text, why text)`,
];

const runs = [
  `create table results (
    id serial primary key, at timestamptz not null, by text, source text not null, covers text not null, now timestamptz not null,
    program text not null, tool text not null, knowledge text not null, repositories integer not null,
    components integer not null, uses integer not null, findings integer not null, head bytea not null)`,
];

const judgements = [
  // Goes up with every change of what can be read here: an answer given before is known to be the same.
  `create table generation (one boolean primary key default true check (one), number bigint not null)`,
  `insert into generation (number) values (1)`,
  // Each time that rules were applied to all that is known: active findings were seen then.
  `create table judgements (
    id serial primary key, at timestamptz not null, result integer references results (id) on delete set null, program text not null, why text not null,
    counts jsonb not null)`,
];

const places = [
  `create table products (
    id text primary key, name jsonb not null, unit text, owner text, criticality text not null, document jsonb not null,
    first_seen timestamptz not null, gone_at timestamptz)`,
  `create table repositories (
    id serial primary key, name text not null unique, kind text not null, commit text, origin text, products text[] not null, document bytea not null,
    result integer not null references results (id) on delete cascade, first_seen timestamptz not null, last_seen timestamptz not null, gone_at timestamptz)`,
  `create table places (
    id serial primary key, product text, deliverable text, repository integer not null references repositories (id) on delete cascade, unit text)`,
  `create unique index places_what on places (coalesce(product, ''), coalesce(deliverable, ''), repository)`,
];

const components = [
  // Search while typing: trigrams. They come with PostgreSQL, and anybody who may create in the database may switch them on.
  `create extension if not exists pg_trgm`,
  `create table components (
    id serial primary key, purl text not null unique, type text not null, name text not null, search text not null,
    uses integer not null default 0, products integer not null default 0, versions integer not null default 0)`,
  `create index components_search on components using gin (search gin_trgm_ops)`,
  `create index components_prefix on components (search text_pattern_ops)`,
  `create index components_used on components ((-uses), id)`,
  `create table versions (
    id serial primary key, component integer not null references components (id), purl text not null unique, version text not null,
    license text, notion text not null, declared text, detected text, differs boolean, document jsonb not null,
    uses integer not null default 0, first_seen timestamptz not null)`,
  `create index versions_component on versions (component)`,
  `create index versions_license on versions (license, id)`,
  `create index versions_differs on versions (id) where differs`,
  // How much of a component each unit uses (the empty one: what belongs to none), for those who may see their own unit only.
  `create table component_units (
    component integer not null references components (id) on delete cascade, unit text not null, uses integer not null, products integer not null,
    primary key (unit, component))`,
];

const uses = [
  `create table uses (
    id serial primary key, version integer not null references versions (id), place integer not null references places (id) on delete cascade,
    component integer not null, product text, search text not null, scope smallint not null, direct boolean, depth smallint,
    outcome smallint not null, manifests jsonb not null, path text[], first_seen timestamptz not null, gone_at timestamptz,
    unique (version, place)) with (fillfactor = 85)`,
  `create index uses_place on uses (place)`,
  `create index uses_component on uses (component, id) where gone_at is null`,
  `create index uses_product on uses (product, search, id) where gone_at is null`,
  // A result is brought in beside what is there, and becomes visible in one step.
  `create unlogged table staged_uses (
    result integer not null, version integer not null, place integer not null, component integer not null, product text, search text not null,
    scope smallint not null, direct boolean, depth smallint, outcome smallint not null, manifests jsonb not null, path text[])`,
  `create index staged_uses_what on staged_uses (result, version, place)`,
  `create sequence staging_numbers as integer cycle`,
  `create unlogged table staged_outcomes (staging integer not null, use integer not null, outcome smallint not null)`,
  `create index staged_outcomes_staging on staged_outcomes (staging)`,
];

const findings = [
  `create table finding_details (id serial primary key, digest text not null unique, document jsonb not null)`,
  `create table findings (
    id text primary key, rule text not null, area text not null, kind text not null, subject text not null, label text not null, search text not null,
    product text, unit text, repository text, component integer, outcome smallint not null, because text not null, mode text not null, lane text,
    owner text, waiver jsonb, age text, due date, detail integer not null references finding_details (id), evidence jsonb not null,
    first_seen timestamptz not null, last_seen timestamptz, changed_at timestamptz, before smallint, gone_at timestamptz, returned_at timestamptz)`,
  `create index findings_worst on findings ((-outcome), search, id) where gone_at is null`,
  `create index findings_product on findings (product, (-outcome), search, id) where gone_at is null`,
  `create index findings_rule on findings (rule, (-outcome), search, id) where gone_at is null`,
  `create index findings_component on findings (component) where component is not null`,
  `create index findings_subject on findings (subject)`,
  `create index findings_search on findings using gin (search gin_trgm_ops)`,
  `create unlogged table staged_findings (
    result integer not null, id text not null, rule text not null, area text not null, kind text not null, subject text not null, label text not null,
    search text not null, product text, unit text, repository text, component integer, outcome smallint not null, because text not null,
    mode text not null, lane text, owner text, waiver jsonb, age text, due date, detail integer not null, evidence jsonb not null)`,
  `create unique index staged_findings_what on staged_findings (result, id)`,
];

const duties = [
  `create table obligations (
    id text primary key, product text not null, unit text, kind text not null, license text not null, state text not null, owner text, due text,
    document jsonb not null, versions integer[] not null, first_seen timestamptz not null, gone_at timestamptz)`,
  `create index obligations_product on obligations (product, kind, id) where gone_at is null`,
  `create table vulnerabilities (
    id text primary key, severity text not null, exploited boolean not null, document jsonb not null, first_seen timestamptz not null, gone_at timestamptz)`,
  `create table vulnerability_versions (
    vulnerability text not null references vulnerabilities (id) on delete cascade, version integer not null references versions (id), open boolean not null,
    document jsonb not null, primary key (vulnerability, version))`,
  `create index vulnerability_versions_version on vulnerability_versions (version)`,
];

const work = [
  `create table work (
    id uuid primary key default gen_random_uuid(), name text not null, state text not null, stage text, done integer not null, "of" integer not null,
    by text not null, began_at timestamptz not null, changed_at timestamptz not null, outcome jsonb)`,
  `create index work_began on work (began_at desc)`,
];
