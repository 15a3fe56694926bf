// Counts of uses stand beside components and versions, not in them: they change with each result, and a changed row is written into every index of its table anew,
// that of trigrams, the dearest, among them.
import { sql } from "kysely";
import type { Migration } from "./index.ts";

export const countsApart: Migration = {
  id: "0009-counts-apart",
  async up(tx) {
    // What nobody uses has no line here.
    await sql`create table component_counts (
      component integer primary key, uses integer not null, products integer not null, versions integer not null)`.execute(tx);
    await sql`insert into component_counts (component, uses, products, versions)
      select id, uses, products, versions from components where uses > 0`.execute(tx);
    await sql`create index component_counts_used on component_counts ((-uses), component)`.execute(tx);
    await sql`create table version_counts (version integer primary key, uses integer not null)`.execute(tx);
    await sql`insert into version_counts (version, uses) select id, uses from versions where uses > 0`.execute(tx);
    await sql`alter table components drop column uses, drop column products, drop column versions`.execute(tx);
    await sql`alter table versions drop column uses`.execute(tx);
    // Components and versions are never taken away, and their numbers are read in the run that writes them down: to look each up once more says nothing.
    await sql`alter table component_units drop constraint component_units_component_fkey`.execute(tx);
    await sql`alter table versions drop constraint versions_component_fkey`.execute(tx);
    await sql`alter table uses drop constraint uses_version_fkey`.execute(tx);
  },
};
