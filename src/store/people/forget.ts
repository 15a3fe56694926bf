// A person who is forgotten: name, address, accounts, sessions and wishes go; what others need of them (who held a role when, who made a token) stays under the
// pseudonym that the record gave them.
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";

/** Nothing where nobody of that id was ever known here. */
export async function forgetPerson(tx: Kysely<Tables>, person: string, pseudonym: string, at: Date): Promise<void> {
  await renameActs(tx, person, pseudonym);
  const known = await tx.selectFrom("people").selectAll().where("id", "=", person).executeTakeFirst();
  if (!known) return;
  await tx
    .insertInto("people")
    .values({ ...known, id: pseudonym, name: pseudonym, email: null, state: "left", left_at: known.left_at ?? at, seen_at: null })
    .execute();
  for (const table of ["sessions", "identities", "calendars", "notice_wishes", "absences", "links"] as const)
    await tx.deleteFrom(table).where("person", "=", person).execute();
  await tx.updateTable("absences").set({ deputy: null }).where("deputy", "=", person).execute();
  await tx
    .updateTable("role_grants")
    .set({ ended_at: at, ended_by: "allmend" })
    .where("person", "=", person)
    .where("ended_at", "is", null)
    .execute();
  await tx.updateTable("role_grants").set({ person: pseudonym }).where("person", "=", person).execute();
  await tx
    .updateTable("tokens")
    .set({ revoked_at: at, revoked_by: "allmend" })
    .where("person", "=", person)
    .where("revoked_at", "is", null)
    .execute();
  await tx.updateTable("tokens").set({ person: pseudonym, name: pseudonym }).where("person", "=", person).execute();
  await tx.deleteFrom("people").where("id", "=", person).execute();
}

/** What they did for others and for the office. */
async function renameActs(tx: Kysely<Tables>, person: string, pseudonym: string): Promise<void> {
  await tx.updateTable("role_grants").set({ given_by: pseudonym }).where("given_by", "=", person).execute();
  await tx.updateTable("role_grants").set({ ended_by: pseudonym }).where("ended_by", "=", person).execute();
  await tx.updateTable("tokens").set({ revoked_by: pseudonym }).where("revoked_by", "=", person).execute();
  await tx.updateTable("absences").set({ told_by: pseudonym }).where("told_by", "=", person).execute();
  for (const table of ["links", "webhooks"] as const)
    await tx.updateTable(table).set({ made_by: pseudonym }).where("made_by", "=", person).execute();
  for (const table of ["programs", "programs_in_force", "results", "work"] as const)
    await tx.updateTable(table).set({ by: pseudonym }).where("by", "=", person).execute();
}
