// What the engine of cases leans on: the database, the program in force, the clock; and what it remembers between cases.
import type { Organization, Program } from "#program";
import type { Database, Jobs } from "#store";
import { type KnownResults, knownResults } from "./judging.ts";
import { type StoredPrograms, storedPrograms } from "./stored-program.ts";

export interface Office {
  readonly database: Database;
  readonly clock: () => Date;
  /** The program in force; asked before a transaction begins. */
  readonly program: () => Promise<{ readonly program: Program; readonly digest: string }>;
  /** Where what a decision changes is judged anew; absent where nobody works on jobs. */
  readonly jobs?: Jobs;
  readonly stored: StoredPrograms;
  readonly known: KnownResults;
}

export function officeOf(needs: Pick<Office, "database" | "clock" | "program" | "jobs">): Office {
  const { database, clock, program, jobs } = needs;
  return { database, clock, program, ...(jobs ? { jobs } : {}), stored: storedPrograms(), known: knownResults() };
}

/** The unit of a case: that of its product, else that of the team in which whoever asks works. */
export function unitOf({ products, teams }: Organization, product: string | undefined, person: string): string | undefined {
  const owned = products.find(({ id }) => id === product);
  if (owned) return owned.unit;
  return teams.find(({ lead, members }) => lead === person || members.includes(person))?.unit;
}
