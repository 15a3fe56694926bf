// What somebody is asked to do.
import type { Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";

export interface NewTask {
  /** Id of a person. */
  readonly for: string;
  /** What it is about, as `kind:id`. */
  readonly subject: string;
  readonly text: string;
}

export async function addTask(tx: Transaction<Tables>, { for: person, subject, text }: NewTask, at: Date): Promise<void> {
  await tx.insertInto("tasks").values({ for_person: person, subject, text, at, done_at: null, done_by: null }).execute();
}
