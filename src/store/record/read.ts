// Reading the record: page by page, for people and for auditors.
import type { Kysely } from "kysely";
import type { Tables } from "../database/tables.ts";
import { SEALED } from "./line.ts";
import type { StoredLine } from "./tables.ts";

export interface RecordLine {
  readonly sequence: number;
  readonly at: string;
  readonly what: string;
  readonly subject: string;
  readonly policy?: string;
  readonly inputs?: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** By key: the value; null where it was redacted. `by` and `why` are among them. */
  readonly private: Readonly<Record<string, string | null>>;
  readonly hash: string;
}

export interface LinesWanted {
  /** Lines with a greater number. */
  readonly after?: number;
  /** Lines with a smaller number, the newest first. */
  readonly before?: number;
  readonly subject?: string;
  /** What was done; with a dot at its end, everything that begins so. */
  readonly what?: string;
  readonly by?: string;
  /** From this moment on, and before that one; ISO 8601 in UTC. */
  readonly from?: string;
  readonly until?: string;
  readonly limit: number;
}

/** Oldest first, or newest first where `before` or nothing is said. */
export async function readLines(db: Kysely<Tables>, wanted: LinesWanted): Promise<RecordLine[]> {
  let query = db.selectFrom("record_lines").selectAll().limit(wanted.limit);
  if (wanted.after !== undefined) query = query.where("sequence", ">", wanted.after).orderBy("sequence", "asc");
  else query = query.orderBy("sequence", "desc");
  if (wanted.before !== undefined) query = query.where("sequence", "<", wanted.before);
  if (wanted.subject !== undefined) query = query.where("subject", "=", wanted.subject);
  if (wanted.from !== undefined) query = query.where("at", ">=", wanted.from);
  if (wanted.until !== undefined) query = query.where("at", "<", wanted.until);
  if (wanted.what !== undefined) {
    query = wanted.what.endsWith(".") ? query.where("what", "like", `${likeText(wanted.what)}%`) : query.where("what", "=", wanted.what);
  }
  const { by } = wanted;
  if (by !== undefined) {
    query = query.where("sequence", "in", (eb) =>
      eb.selectFrom("record_private").select("record_private.sequence").where("key", "=", "by").where("value", "=", by),
    );
  }
  const lines = await query.execute();
  const values = await privateOf(
    db,
    lines.map(({ sequence }) => sequence),
  );
  return lines.map((line) => lineFor(line, values.get(line.sequence) ?? new Map()));
}

function lineFor(line: StoredLine, values: ReadonlyMap<string, string>): RecordLine {
  const { sequence, at, what, subject, policy, inputs, hash } = line;
  const keys = Object.keys(JSON.parse(line.private) as object).filter((key) => !key.startsWith(SEALED));
  return {
    sequence,
    at,
    what,
    subject,
    ...(policy === null ? {} : { policy }),
    ...(inputs === null ? {} : { inputs }),
    data: JSON.parse(line.data) as Record<string, unknown>,
    private: Object.fromEntries(keys.map((key) => [key, values.get(key) ?? null])),
    hash,
  };
}

function likeText(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

async function privateOf(db: Kysely<Tables>, sequences: readonly number[]): Promise<Map<number, Map<string, string>>> {
  const found = new Map<number, Map<string, string>>();
  if (sequences.length === 0) return found;
  const rows = await db.selectFrom("record_private").selectAll().where("sequence", "in", sequences).execute();
  for (const { sequence, key, value } of rows) {
    const line = found.get(sequence) ?? new Map<string, string>();
    if (value !== null) line.set(key, value);
    found.set(sequence, line);
  }
  return found;
}

/** What the last line says of the time; nothing where there is none. */
export async function lastLineAt(db: Kysely<Tables>): Promise<string | undefined> {
  return (await db.selectFrom("record_lines").select("at").orderBy("sequence", "desc").limit(1).executeTakeFirst())?.at;
}
