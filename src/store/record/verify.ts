// Whether the record is what was appended: every line, every number, everything that stands beside it, and the checkpoints from outside.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Tables } from "../database/tables.ts";
import type { Checkpoint, ReadCheckpoints } from "./checkpoints.ts";
import { hashOf, saltedDigest, SEALED } from "./line.ts";
import type { StoredLine } from "./tables.ts";

export type Flaw =
  | "changed"
  | "gap"
  | "broken-link"
  | "value-changed"
  | "value-missing"
  | "truncated"
  | "rewritten"
  | "head"
  | "checkpoint"
  | "state";

export interface FoundFlaw {
  readonly is: Flaw;
  /** Line of the record, or of the file of checkpoints. */
  readonly line: number;
  readonly message: string;
}

export interface Verified {
  readonly lines: number;
  readonly checkpoints: number;
  /** Number and moment of the last checkpoint that holds: up to there, nobody changed anything. */
  readonly sure?: { readonly sequence: number; readonly at: string };
  readonly flaws: readonly FoundFlaw[];
  /** Where lines are dated before the line in front of them: nobody changed anything, a clock went back. Their order holds, their times do not. */
  readonly clockBack?: ClockBack;
}

export interface ClockBack {
  /** How many lines, of which the first. */
  readonly lines: number;
  readonly first: number;
  /** What the line in front of the first says, and what the first says. */
  readonly from: string;
  readonly to: string;
}

/** Clocks of servers differ a little, and who waits for the head of the chain read theirs before. */
const CLOCKS_DIFFER = 5 * 60_000;

const BATCH = 2000;
/** Enough to see what happened; a table that was rewritten has one for each line. */
const MOST = 100;

/** Reads the whole chain once, in one state of the database. */
export async function verifyRecord(db: Kysely<Tables>, { checkpoints, bad }: ReadCheckpoints): Promise<Verified> {
  const flaws: FoundFlaw[] = bad.map(({ line, because }) => ({
    is: "checkpoint",
    line,
    message: `line ${line} of the checkpoints: ${because}`,
  }));
  const found = await db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      const chain = new Chain(flaws, checkpoints);
      const redacted = await redactions(tx);
      for (let after = 0; ; ) {
        const lines = await tx
          .selectFrom("record_lines")
          .selectAll()
          .where("sequence", ">", after)
          .orderBy("sequence")
          .limit(BATCH)
          .execute();
        const last = lines.at(-1);
        if (!last) break;
        for (const line of lines) chain.take(line);
        await checkValues(tx, lines, redacted, flaws);
        after = last.sequence;
      }
      await chain.end(tx);
      await checkStates(tx, flaws);
      return chain;
    });
  const sure = flaws.some(({ is }) => is === "rewritten" || is === "truncated") ? undefined : found.lastHeld;
  return {
    lines: found.lines,
    checkpoints: checkpoints.length,
    ...(sure ? { sure: { sequence: sure.sequence, at: sure.at } } : {}),
    flaws: flaws.slice(0, MOST),
    ...(found.clockBack ? { clockBack: found.clockBack } : {}),
  };
}

class Chain {
  lines = 0;
  lastHeld: Checkpoint | undefined;
  clockBack: ClockBack | undefined;
  #at = "";
  readonly #flaws: FoundFlaw[];
  readonly #expected: Map<number, Checkpoint[]>;
  #sequence = 0;
  #hash = "";

  constructor(flaws: FoundFlaw[], checkpoints: readonly Checkpoint[]) {
    this.#flaws = flaws;
    this.#expected = Map.groupBy(checkpoints, ({ sequence }) => sequence);
  }

  take(line: StoredLine): void {
    const { sequence, hash } = line;
    this.lines++;
    if (sequence !== this.#sequence + 1) this.#add("gap", sequence, `line ${this.#sequence + 1} is missing`);
    else if (line.previous !== this.#hash) this.#add("broken-link", sequence, `line ${sequence} does not follow the line before it`);
    if (hashOf(line) !== hash) this.#add("changed", sequence, `line ${sequence} is not what was appended`);
    for (const checkpoint of this.#expected.get(sequence) ?? []) {
      if (checkpoint.hash === hash) this.lastHeld = checkpoint;
      else this.#add("rewritten", sequence, `line ${sequence} is another one than the checkpoint of ${checkpoint.at} saw`);
    }
    this.#expected.delete(sequence);
    this.#tellTime(line);
    this.#sequence = sequence;
    this.#hash = hash;
  }

  #tellTime({ sequence, at }: StoredLine): void {
    const from = this.#at;
    this.#at = at;
    if (!(Date.parse(at) < Date.parse(from) - CLOCKS_DIFFER)) return;
    this.clockBack = this.clockBack ? { ...this.clockBack, lines: this.clockBack.lines + 1 } : { lines: 1, first: sequence, from, to: at };
  }

  async end(tx: Kysely<Tables>): Promise<void> {
    for (const [sequence, [checkpoint]] of this.#expected) {
      if (sequence > 0)
        this.#add("truncated", sequence, `line ${sequence} is missing, and was there at ${checkpoint?.at ?? "a checkpoint"}`);
    }
    const head = await tx.selectFrom("record_head").select(["sequence", "hash"]).executeTakeFirst();
    if (head?.sequence !== this.#sequence || head.hash !== this.#hash) {
      this.#add("head", this.#sequence, `the record ends with line ${this.#sequence}, and its head says ${head?.sequence ?? "nothing"}`);
    }
  }

  #add(is: Flaw, line: number, message: string): void {
    if (this.#flaws.length < MOST) this.#flaws.push({ is, line, message });
  }
}

/** Values that lines say were redacted, as `sequence:key`. */
async function redactions(tx: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const lines = await tx.selectFrom("record_lines").select("data").where("what", "=", "record.redacted").execute();
  return new Set(lines.flatMap(({ data }) => (JSON.parse(data) as { values?: string[] }).values ?? []));
}

async function checkValues(
  tx: Kysely<Tables>,
  lines: readonly StoredLine[],
  redacted: ReadonlySet<string>,
  flaws: FoundFlaw[],
): Promise<void> {
  const first = lines[0]?.sequence ?? 0;
  const last = lines.at(-1)?.sequence ?? 0;
  const rows = await tx.selectFrom("record_private").selectAll().where("sequence", ">=", first).where("sequence", "<=", last).execute();
  const values = new Map(rows.map((row) => [`${row.sequence}:${row.key}`, row]));
  for (const { sequence, private: digests } of lines) {
    for (const [key, digest] of Object.entries(digestsIn(digests))) {
      if (key.startsWith(SEALED)) continue;
      const name = `${sequence}:${key}`;
      const row = values.get(name);
      if (!row) {
        if (!redacted.has(name)) push(flaws, "value-missing", sequence, `"${key}" of line ${sequence} is gone, and nobody redacted it`);
      } else if (saltedDigest(row.salt, row.value ?? "") !== digest) {
        push(flaws, "value-changed", sequence, `"${key}" of line ${sequence} is not what was appended`);
      }
    }
  }
}

function digestsIn(text: string): Record<string, string> {
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    return {};
  }
}

function push(flaws: FoundFlaw[], is: Flaw, line: number, message: string): void {
  if (flaws.length < MOST) flaws.push({ is, line, message });
}

/** What stands in tables that people read is what the record says of it. */
async function checkStates(tx: Kysely<Tables>, flaws: FoundFlaw[]): Promise<void> {
  await checkEvents(tx, flaws);
  await checkCases(tx, flaws);
  await checkRecords(tx, flaws);
}

/** The value that the record holds is another one. What is no JSON at all is, and does not keep the rest from being looked at. */
function isOther(state: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`case when pg_input_is_valid(p.value, 'jsonb') then p.value::jsonb <> ${state} else true end`;
}

async function checkEvents(tx: Kysely<Tables>, flaws: FoundFlaw[]): Promise<void> {
  const { rows } = await sql<{ case_id: string; number: number; line: number }>`
    select e.case_id, e.number, e.line from case_events e
    join record_private p on p.sequence = e.line and p.key = 'event'
    where ${isOther(sql`e.event`)}
    union all
    select l.subject, 0, l.sequence from record_lines l
    left join case_events e on e.line = l.sequence
    where l.what like 'case.%' and l.what <> 'case.redacted' and e.line is null
    limit ${MOST}`.execute(tx);
  for (const { case_id, number, line } of rows)
    push(
      flaws,
      "state",
      line,
      number === 0 ? `the event of ${case_id} in line ${line} is gone` : `event ${number} of case ${case_id} is not what the record holds`,
    );
}

async function checkCases(tx: Kysely<Tables>, flaws: FoundFlaw[]): Promise<void> {
  const { canonicalJson } = await import("#kit");
  const key = `${SEALED}state`;
  for (let after = ""; ; ) {
    const cases = await tx.selectFrom("cases").select(["id", "salt", "state"]).where("id", ">", after).orderBy("id").limit(BATCH).execute();
    const last = cases.at(-1);
    if (!last) return;
    const { rows } = await sql<{ subject: string; sequence: number; private: string }>`
      select distinct on (subject) subject, sequence, private from record_lines
      where subject = any(${cases.map(({ id }) => `case:${id}`)}) and what like 'case.%' order by subject, sequence desc`.execute(tx);
    const sealed = new Map(rows.map((row) => [row.subject, row]));
    for (const { id, salt, state } of cases) {
      const row = sealed.get(`case:${id}`);
      if (!row || digestsIn(row.private)[key] !== saltedDigest(salt, canonicalJson(state)))
        push(flaws, "state", row?.sequence ?? 0, `case ${id} stands differently from what the record says`);
    }
    after = last.id;
  }
}

async function checkRecords(tx: Kysely<Tables>, flaws: FoundFlaw[]): Promise<void> {
  const { rows } = await sql<{ number: number; line: number }>`
    select r.number, r.line from stored_records r
    join record_private p on p.sequence = r.line and p.key = 'record'
    where ${isOther(sql`jsonb_strip_nulls(jsonb_build_object('kind', r.kind, 'at', r.at, 'by', r.by, 'subject', r.subject, 'id', r.id)) || jsonb_build_object('data', r.data)`)}
    union all
    select 0, l.sequence from record_lines l left join stored_records r on r.line = l.sequence
    where l.what = 'record.added' and r.line is null
    limit ${MOST}`.execute(tx);
  for (const { number, line } of rows)
    push(
      flaws,
      "state",
      line,
      number === 0 ? `the record that line ${line} added is gone` : `record ${number} is not what line ${line} holds`,
    );
}
