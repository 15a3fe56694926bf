// Who is away, and who stands in. Whoever asks a case for seats asks here.
import type { Sql } from "./people.ts";

export interface NewAbsence {
  readonly person: string;
  readonly from: Date;
  readonly until: Date;
  readonly deputy?: string | undefined;
}

export interface Absence extends NewAbsence {
  readonly id: string;
}

export async function tellAbsence(sql: Sql, absence: NewAbsence, by: string, at: Date): Promise<Absence> {
  const row = await sql
    .insertInto("absences")
    .values({
      person: absence.person,
      starts_at: absence.from,
      ends_at: absence.until,
      deputy: absence.deputy ?? null,
      told_by: by,
      told_at: at,
      withdrawn_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return asAbsence(row);
}

export async function withdrawAbsence(sql: Sql, person: string, id: string, at: Date): Promise<Absence | undefined> {
  const row = await sql
    .updateTable("absences")
    .set({ withdrawn_at: at })
    .where("id", "=", id)
    .where("person", "=", person)
    .where("withdrawn_at", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row && asAbsence(row);
}

export async function endAbsencesOf(sql: Sql, person: string, at: Date): Promise<void> {
  await sql.updateTable("absences").set({ withdrawn_at: at }).where("person", "=", person).where("withdrawn_at", "is", null).execute();
}

/** What is not over yet, of one person or of all. */
export async function absencesFrom(sql: Sql, at: Date, person?: string): Promise<Absence[]> {
  const rows = await sql
    .selectFrom("absences")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .where("ends_at", ">", at)
    .$if(person !== undefined, (query) => query.where("person", "=", person ?? ""))
    .orderBy("starts_at")
    .orderBy("id")
    .limit(1000)
    .execute();
  return rows.map(asAbsence);
}

function asAbsence(row: { id: string; person: string; starts_at: Date; ends_at: Date; deputy: string | null }): Absence {
  return { id: row.id, person: row.person, from: row.starts_at, until: row.ends_at, deputy: row.deputy ?? undefined };
}
