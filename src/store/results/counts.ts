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

export async function refreshCounts(tx: Kysely<Tables>): Promise<void> {
  await sql`update versions v set uses = n.uses from (
      select v.id, count(u.id)::integer as uses from versions v left join uses u on u.version = v.id and u.gone_at is null group by v.id
    ) n where n.id = v.id and n.uses <> v.uses`.execute(tx);
  await sql`update components c set uses = n.uses, products = n.products, versions = n.versions from (
      select c.id, count(u.id)::integer as uses, count(distinct u.product)::integer as products, count(distinct u.version)::integer as versions
      from components c left join uses u on u.component = c.id and u.gone_at is null group by c.id
    ) n where n.id = c.id and (n.uses, n.products, n.versions) <> (c.uses, c.products, c.versions)`.execute(tx);
  await sql`delete from component_units`.execute(tx);
  await sql`insert into component_units (component, unit, uses, products)
    select u.component, coalesce(p.unit, ''), count(*)::integer, count(distinct u.product)::integer
    from uses u join places p on p.id = u.place where u.gone_at is null group by u.component, coalesce(p.unit, '')`.execute(tx);
}
