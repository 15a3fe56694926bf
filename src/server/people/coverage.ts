// Agreements that cover somebody by name, address or login end for them when they leave: the register says so from then on, with a line in the record.
import { type Agreement, type Contributor, type NewRecord, type Program, REGISTER_RECORD } from "#program";
import { appendStored, leftAmong, nextGeneration, type Person, type Sql } from "#store";
import type { Tx } from "./acts.ts";

/** What we signed for projects of others. What people signed for ours in their own name stays theirs. */
export function coveringBy({ registers }: Program, person: Pick<Person, "id" | "email">): readonly { id: string; agreement: Agreement }[] {
  return Object.entries(registers?.agreements?.agreements ?? {}).flatMap(([id, agreement]) =>
    agreement.direction === "outbound" && names(agreement, person) ? [{ id, agreement }] : [],
  );
}

/** Whether somebody of ours is meant who left. What we signed by domain or organisation names nobody, and would cover them for ever. */
export async function hasLeft(sql: Sql, { person, email, login }: Contributor): Promise<boolean> {
  return (
    (
      await leftAmong(
        sql,
        [person, email, login].flatMap((name) => name ?? []),
      )
    ).size > 0
  );
}

/** Writes the entries without them. Gives the ids of the agreements. */
export async function endCoverage(tx: Tx, program: Program, person: Pick<Person, "id" | "email">, by: string, at: Date): Promise<string[]> {
  const covering = coveringBy(program, person);
  if (covering.length === 0) return [];
  const now = at.toISOString();
  const records = covering.map(
    ({ id, agreement }): NewRecord => ({
      kind: REGISTER_RECORD,
      at: now,
      by,
      subject: "register:agreements",
      id,
      data: { entry: without(agreement, person), because: `${person.id} left` },
    }),
  );
  await appendStored(tx, records, { at: now, by, policy: program.digest });
  await nextGeneration(tx);
  return covering.map(({ id }) => id);
}

type Named = "people" | "emails" | "logins";
const named = ["people", "emails", "logins"] as const satisfies readonly Named[];

function names({ covers }: Agreement, person: Pick<Person, "id" | "email">): boolean {
  return named.some((list) => covers[list]?.some((text) => isThem(list, text, person)));
}

function without(agreement: Agreement, person: Pick<Person, "id" | "email">): Agreement {
  const rest = named.flatMap((list) => {
    const before = agreement.covers[list];
    return before ? [[list, before.filter((text) => !isThem(list, text, person))]] : [];
  });
  return { ...agreement, covers: { ...agreement.covers, ...Object.fromEntries(rest) } };
}

function isThem(list: Named, text: string, { id, email }: Pick<Person, "id" | "email">): boolean {
  const theirs = list === "emails" ? email : id;
  return theirs !== undefined && theirs.toLowerCase() === text.toLowerCase();
}
