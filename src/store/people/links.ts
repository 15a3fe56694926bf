// Links that let somebody in once: the first administrator, and people where there is no identity provider.
import { digestOf, newSecret } from "./secrets.ts";
import type { Sql } from "./people.ts";

export interface Link {
  readonly purpose: "first-administrator" | "sign-in";
  readonly person: string | undefined;
}

/** Gives the secret. Of links of one purpose and person only the last one holds. */
export async function makeLink(sql: Sql, { purpose, person }: Link, by: string, at: Date, within: number): Promise<string> {
  const secret = newSecret();
  await sql
    .deleteFrom("links")
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where((where) => (person === undefined ? where("person", "is", null) : where("person", "=", person)))
    .execute();
  await sql
    .insertInto("links")
    .values({
      hash: digestOf(secret),
      purpose,
      person: person ?? null,
      made_by: by,
      made_at: at,
      ends_at: new Date(at.getTime() + within),
      used_at: null,
    })
    .execute();
  return secret;
}

/** Uses it up: of two who come with the same link, one gets in. */
export async function useLink(sql: Sql, secret: string, at: Date): Promise<Link | undefined> {
  const row = await sql
    .updateTable("links")
    .set({ used_at: at })
    .where("hash", "=", digestOf(secret))
    .where("used_at", "is", null)
    .where("ends_at", ">", at)
    .returningAll()
    .executeTakeFirst();
  return row && { purpose: row.purpose, person: row.person ?? undefined };
}

export async function dropLinksOf(sql: Sql, person: string): Promise<void> {
  await sql.deleteFrom("links").where("person", "=", person).where("used_at", "is", null).execute();
}
