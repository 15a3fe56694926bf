// Appending to the chain, inside the transaction of what is recorded: either both are there, or none.
import type { Transaction } from "kysely";
import type { Tables } from "../database/tables.ts";
import { lineOf, type NewLine, privateValues } from "./line.ts";

export interface AppendedLine {
  readonly sequence: number;
  readonly hash: string;
}

/** Appends one line. It locks the head of the chain until the transaction ends: call it after everything that may wait. */
export async function append(tx: Transaction<Tables>, line: NewLine): Promise<AppendedLine> {
  const [appended] = await appendAll(tx, [line]);
  if (!appended) throw new Error("a line was not appended");
  return appended;
}

export async function appendAll(tx: Transaction<Tables>, lines: readonly NewLine[]): Promise<AppendedLine[]> {
  if (lines.length === 0) return [];
  const head = await tx.selectFrom("record_head").select(["sequence", "hash"]).forUpdate().executeTakeFirstOrThrow();
  let { sequence, hash } = head;
  const made = lines.map((line) => {
    const values = privateValues(line);
    const stored = lineOf(line, values, ++sequence, hash);
    hash = stored.hash;
    return { stored, values };
  });
  await tx
    .insertInto("record_lines")
    .values(made.map(({ stored }) => stored))
    .execute();
  await tx
    .insertInto("record_private")
    .values(made.flatMap(({ stored, values }) => values.map((value) => ({ sequence: stored.sequence, ...value }))))
    .execute();
  await tx.updateTable("record_head").set({ sequence, hash }).execute();
  return made.map(({ stored }) => ({ sequence: stored.sequence, hash: stored.hash }));
}
