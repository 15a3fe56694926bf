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
  await touch(tx, repositories);
  await sql`delete from component_counts n using touched t where t.component = n.component
    and not exists (select 1 from uses u where u.component = n.component and u.gone_at is null)`.execute(tx);
  await sql`insert into component_counts (component, uses, products, versions)
    select u.component, count(*), count(distinct u.product), count(distinct u.version)
    from uses u join touched t on t.component = u.component where u.gone_at is null group by u.component
    on conflict (component) do update set uses = excluded.uses, products = excluded.products, versions = excluded.versions
    where (component_counts.uses, component_counts.products, component_counts.versions) <> (excluded.uses, excluded.products, excluded.versions)`.execute(
    tx,
  );
  await sql`delete from version_counts n using versions v, touched t where v.id = n.version and t.component = v.component
    and not exists (select 1 from uses u where u.version = n.version and u.gone_at is null)`.execute(tx);
  await sql`insert into version_counts (version, uses)
    select u.version, count(*) from uses u join touched t on t.component = u.component where u.gone_at is null group by u.version
    on conflict (version) do update set uses = excluded.uses where version_counts.uses <> excluded.uses`.execute(tx);
  await countUnits(tx);
  await sql`drop table touched`.execute(tx);
}

/** Of everything: products came to another unit. */
export async function refreshUnits(tx: Kysely<Tables>): Promise<void> {
  await touch(tx, undefined);
  await countUnits(tx);
  await sql`drop table touched`.execute(tx);
}

/** What is counted anew, where the planner sees how much it is: a guess costs minutes. */
async function touch(tx: Kysely<Tables>, repositories: readonly number[] | undefined): Promise<void> {
  const here =
    repositories === undefined ? sql`true` : sql`place in (select id from places where repository = any(${[...repositories]}::integer[]))`;
  await sql`create temporary table touched on commit drop as select distinct component from uses where ${here}`.execute(tx);
  await sql`analyze touched`.execute(tx);
}

async function countUnits(tx: Kysely<Tables>): Promise<void> {
  await sql`delete from component_units n using touched t where t.component = n.component`.execute(tx);
  await sql`insert into component_units (component, unit, uses, products)
    select u.component, coalesce(p.unit, ''), count(*)::integer, count(distinct u.product)::integer
    from uses u join touched t on t.component = u.component join places p on p.id = u.place
    where u.gone_at is null group by u.component, coalesce(p.unit, '')`.execute(tx);
}
