// Forgetting a person: everywhere their id stands a pseudonym takes its place, what was said by or of them loses its value, the chain stays whole.
import { sql, type Transaction } from "kysely";
import { canonicalJson } from "#kit";
import type { Tables } from "../database/tables.ts";
import { wordsIn } from "../cases/words.ts";
import { forgetPerson } from "../people/forget.ts";
import { findPerson } from "../people/people.ts";
import { appendAll } from "./append.ts";
import { newSalt, saltedDigest } from "./line.ts";
import { redactValues, valuesNaming } from "./redact.ts";

export interface PersonRedaction {
  readonly person: string;
  readonly at: string;
  readonly by: string;
  readonly why: string;
}

export async function redactPerson(
  tx: Transaction<Tables>,
  { person, at, by, why }: PersonRedaction,
): Promise<{ pseudonym: string; values: number }> {
  const email = (await findPerson(tx, person))?.email;
  const lines = await valuesNaming(tx, person, email);
  const { sequence } = await redactValues(tx, { at, by, why, lines });
  // Named after the line that says it: nobody is told from it, and two are not mixed up.
  const pseudonym = `redacted-${sequence}`;
  await redactCases(tx, { person, email, pseudonym }, { at, by });
  await tx.updateTable("stored_records").set({ by: pseudonym }).where("by", "=", person).execute();
  for (const text of textsOf({ person, email })) await inJson(tx, "stored_records", "data", text, pseudonym);
  await redactAssignments(tx, person, pseudonym);
  await tx.deleteFrom("outbox").where("person", "=", person).execute();
  await tx.deleteFrom("tasks").where("for_person", "=", person).execute();
  await forgetPerson(tx, person, pseudonym, new Date(at));
  return { pseudonym, values: lines.length };
}

interface Forgotten {
  readonly person: string;
  readonly email: string | undefined;
  readonly pseudonym: string;
}

/** What stands for somebody: their id, and their address as it is kept and as people write it. */
function textsOf({ person, email }: Pick<Forgotten, "person" | "email">): readonly string[] {
  return [...new Set([person, ...(email === undefined ? [] : [email, email.toLowerCase()])])];
}

/** As a whole value only: a word in a sentence that happens to be the id stays. */
async function inJson(
  tx: Transaction<Tables>,
  table: "case_events" | "stored_records",
  column: "event" | "data",
  person: string,
  pseudonym: string,
): Promise<void> {
  const [before, after] = [JSON.stringify(person), JSON.stringify(pseudonym)];
  const at = sql.ref(`${table}.${column}`);
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = replace(${at}::text, ${before}, ${after})::jsonb
    where position(${before} in ${at}::text) > 0`.execute(tx);
}

async function redactCases(
  tx: Transaction<Tables>,
  { person, email, pseudonym }: Forgotten,
  { at, by }: { at: string; by: string },
): Promise<void> {
  const texts = textsOf({ person, email });
  const cases = await tx
    .selectFrom("cases")
    .select(["id", "state", "people", "waits_for"])
    .where(({ or }) => or(texts.map((text) => sql<boolean>`position(${JSON.stringify(text)} in state::text) > 0`)))
    .orderBy("id")
    .forUpdate()
    .execute();
  for (const text of texts) await inJson(tx, "case_events", "event", text, pseudonym);
  const sealed: { id: string; digest: string }[] = [];
  for (const { id, state, people, waits_for } of cases) {
    const without = JSON.parse(
      texts.reduce((text, each) => text.replaceAll(JSON.stringify(each), JSON.stringify(pseudonym)), JSON.stringify(state)),
    ) as typeof state;
    const salt = newSalt();
    const others = (list: readonly string[]) => list.map((each) => (each === person ? pseudonym : each));
    const names = { requester: without.requester, opener: without.opener, people: others(people), waits_for: others(waits_for) };
    await tx
      .updateTable("cases")
      .set({ ...names, state: JSON.stringify(without), salt, words: sql<string>`ts_delete(words, ${wordsIn(texts)}::text[])` })
      .where("id", "=", id)
      .execute();
    sealed.push({ id, digest: saltedDigest(salt, canonicalJson(without)) });
  }
  await appendAll(
    tx,
    sealed.map(({ id, digest }) => ({ at, by, what: "case.redacted", subject: `case:${id}`, sealed: { state: digest } })),
  );
}

/** What they were to do is nobody's now, until it is given to somebody else; what they gave to others stays given. */
async function redactAssignments(tx: Transaction<Tables>, person: string, pseudonym: string): Promise<void> {
  await tx.deleteFrom("assignments").where("owner", "=", person).execute();
  await tx.updateTable("assignments").set({ by: pseudonym }).where("by", "=", person).execute();
}
