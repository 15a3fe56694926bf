// Figures that lists show beside each component: counted once after each change, not at each look.
import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

/** What can be read here is another now. */
export async function nextGeneration(tx: Kysely<Tables>): Promise<void> {
  await sql`update generation set number = number + 1`.execute(tx);
}

export async function generation(db: Kysely<Tables>): Promise<number> {
  return (await db.selectFrom("generation").select("number").executeTakeFirstOrThrow()).number;
}

/**
 * Counts anew, in the transaction that changed the uses. `repositories` (numbers): only what is or was used at these, so that a small result costs
 * little in a large database. Absent: everything.
 */
export async function refreshCounts(tx: Kysely<Tables>, repositories?: readonly number[]): Promise<void> {
  await touching(tx, repositories, async () => {
    await countComponents(tx);
    await countVersions(tx);
    await countUnits(tx);
  });
}

/** Of everything: products came to another unit. */
export async function refreshUnits(tx: Kysely<Tables>): Promise<void> {
  await touching(tx, undefined, () => countUnits(tx));
}

/** Names what is counted anew where the planner sees how much it is: a guess costs minutes. Where counting fails the transaction takes it back. */
async function touching(tx: Kysely<Tables>, repositories: readonly number[] | undefined, count: () => Promise<void>): Promise<void> {
  const here =
    repositories === undefined ? sql`true` : sql`place in (select id from places where repository = any(${[...repositories]}::integer[]))`;
  await sql`create temporary table touched as select distinct component from uses where ${here}`.execute(tx);
  await sql`analyze touched`.execute(tx);
  await count();
  await sql`drop table touched`.execute(tx);
}

// What is counted already is changed, what is not is added: to try each and see whether it is there takes twice as long.

async function countComponents(tx: Kysely<Tables>): Promise<void> {
  const counted = sql`select u.component, count(*)::integer as uses, count(distinct u.product)::integer as products,
      count(distinct u.version)::integer as versions
    from uses u join touched t on t.component = u.component where u.gone_at is null group by u.component`;
  await sql`delete from component_counts n using touched t where t.component = n.component
    and not exists (select 1 from uses u where u.component = n.component and u.gone_at is null)`.execute(tx);
  await sql`update component_counts n set uses = c.uses, products = c.products, versions = c.versions from (${counted}) c
    where c.component = n.component and (n.uses, n.products, n.versions) <> (c.uses, c.products, c.versions)`.execute(tx);
  await sql`insert into component_counts (component, uses, products, versions) select component, uses, products, versions from (${counted}) c
    where not exists (select 1 from component_counts n where n.component = c.component)`.execute(tx);
}

async function countVersions(tx: Kysely<Tables>): Promise<void> {
  const counted = sql`select u.version, count(*)::integer as uses
    from uses u join touched t on t.component = u.component where u.gone_at is null group by u.version`;
  await sql`delete from version_counts n using versions v, touched t where v.id = n.version and t.component = v.component
    and not exists (select 1 from uses u where u.version = n.version and u.gone_at is null)`.execute(tx);
  await sql`update version_counts n set uses = c.uses from (${counted}) c where c.version = n.version and n.uses <> c.uses`.execute(tx);
  await sql`insert into version_counts (version, uses) select version, uses from (${counted}) c
    where not exists (select 1 from version_counts n where n.version = c.version)`.execute(tx);
}

async function countUnits(tx: Kysely<Tables>): Promise<void> {
  await sql`delete from component_units n using touched t where t.component = n.component`.execute(tx);
  await sql`insert into component_units (component, unit, uses, products)
    select u.component, coalesce(p.unit, ''), count(*)::integer, count(distinct u.product)::integer
    from uses u join touched t on t.component = u.component join places p on p.id = u.place
    where u.gone_at is null group by u.component, coalesce(p.unit, '')`.execute(tx);
}
