// What the engine of cases leans on: the database, the program in force, who is who, the clock.
import type { Kysely } from "kysely";
import type { Organization, Program } from "#program";
import type { Database, Tables } from "#store";

/** Who is who, as the directory says. */
export interface OfficePeople {
  /** Ids of those who have a role now. */
  holders(sql: Kysely<Tables>, role: string, at: Date): Promise<readonly string[]>;
  /** Who is away now or later. */
  absences(sql: Kysely<Tables>, at: Date): Promise<readonly Absence[]>;
  /** Addresses by which agreements know somebody. */
  contact(sql: Kysely<Tables>, person: string): Promise<{ readonly email?: string; readonly login?: string }>;
}

export interface Absence {
  readonly person: string;
  readonly from: string;
  readonly until: string;
}

export interface Office {
  readonly database: Database;
  readonly clock: () => Date;
  /** The program in force; asked before a transaction begins. */
  readonly program: () => Promise<{ readonly program: Program; readonly digest: string }>;
  readonly people: OfficePeople;
}

/** The unit of a case: that of its product, else that of the team in which whoever asks works. */
export function unitOf({ products, teams }: Organization, product: string | undefined, person: string): string | undefined {
  const owned = products.find(({ id }) => id === product);
  if (owned) return owned.unit;
  return teams.find(({ lead, members }) => lead === person || members.includes(person))?.unit;
}
