// Links that work once: they let somebody in (the first administrator, and people where there is no identity provider), or take one decision.
import type { Selectable } from "kysely";
import type { Tables } from "../database/tables.ts";
import { digestOf, newSecret } from "./secrets.ts";
import type { Sql } from "./people.ts";

export interface Link {
  readonly purpose: "first-administrator" | "sign-in" | "decide";
  readonly person: string | undefined;
  /** Of a decision: the case. */
  readonly about?: string;
}

/** Clocks of servers differ by so much: a link that was made later was made by a wrong clock, and would hold for as long as that. */
const CLOCKS_DIFFER = 5 * 60_000;

/** Gives the secret. Of links of one purpose, person and case only the last one holds. */
export async function makeLink(sql: Sql, { purpose, person, about }: Link, by: string, at: Date, within: number): Promise<string> {
  const secret = newSecret();
  await sql
    .deleteFrom("links")
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where((where) => (person === undefined ? where("person", "is", null) : where("person", "=", person)))
    .where((where) => (about === undefined ? where("about", "is", null) : where("about", "=", about)))
    .execute();
  await sql
    .insertInto("links")
    .values({
      hash: digestOf(secret),
      purpose,
      person: person ?? null,
      about: about ?? null,
      made_by: by,
      made_at: at,
      ends_at: new Date(at.getTime() + within),
      used_at: null,
    })
    .execute();
  return secret;
}

/** Uses it up: of two who come with the same link, one gets in. Links of one purpose do not do for another. */
export async function useLink(sql: Sql, secret: string, at: Date, decides = false): Promise<Link | undefined> {
  const row = await sql
    .updateTable("links")
    .set({ used_at: at })
    .where("hash", "=", digestOf(secret))
    .where("purpose", decides ? "=" : "!=", "decide")
    .where("used_at", "is", null)
    .where("ends_at", ">", at)
    .where("made_at", "<=", new Date(at.getTime() + CLOCKS_DIFFER))
    .returningAll()
    .executeTakeFirst();
  return row && asLink(row);
}

/** Looks at one for a decision without using it up; undefined where it has ended, was used, or is none. */
export async function findLink(sql: Sql, secret: string, at: Date): Promise<Link | undefined> {
  const row = await sql
    .selectFrom("links")
    .selectAll()
    .where("hash", "=", digestOf(secret))
    .where("purpose", "=", "decide")
    .where("used_at", "is", null)
    .where("ends_at", ">", at)
    .where("made_at", "<=", new Date(at.getTime() + CLOCKS_DIFFER))
    .executeTakeFirst();
  return row && asLink(row);
}

function asLink({ purpose, person, about }: Selectable<Tables["links"]>): Link {
  return { purpose, person: person ?? undefined, ...(about === null ? {} : { about }) };
}

export async function dropLinksOf(sql: Sql, person: string): Promise<void> {
  await sql.deleteFrom("links").where("person", "=", person).where("used_at", "is", null).execute();
}
