// Keeping a case: its events, how it stands, what is said of it in the record. Whoever changes one holds its row first.
import { sql, type Transaction } from "kysely";
import { canonicalJson } from "#kit";
import type { CaseEvent, CaseState } from "#decisions";
import type { Tables } from "../database/tables.ts";
import { type NewLine, newSalt, saltedDigest } from "../record/line.ts";

/** What lists and searches ask of a case. */
export interface CaseCard {
  readonly title: string;
  readonly unit?: string;
  readonly product?: string;
  readonly component?: string;
  /** Lanes that have not decided. */
  readonly lanes: readonly string[];
  readonly waitsFor: readonly string[];
  readonly people: readonly string[];
  readonly words: readonly string[];
  readonly dueAt?: string;
  readonly nextDue?: string;
}

export interface KeptCase {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly unit: string | undefined;
  readonly people: readonly string[];
  readonly state: CaseState;
}

export async function nextCaseId(tx: Transaction<Tables>, kind: string): Promise<string> {
  const { rows } = await sql<{ number: number }>`select nextval('case_numbers')::int as number`.execute(tx);
  return `${kind}-${rows[0]?.number ?? 0}`;
}

/** The case, held until the transaction ends: two that decide it at once do so one after the other. */
export async function holdCase(tx: Transaction<Tables>, id: string): Promise<KeptCase | undefined> {
  const found = await tx
    .selectFrom("cases")
    .select(["id", "kind", "version", "unit", "people", "state"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return found && { ...found, unit: found.unit ?? undefined };
}

/** The id of the case that a request with this key opened before. */
export async function openedBy(tx: Transaction<Tables>, key: string): Promise<string | undefined> {
  return (await tx.selectFrom("cases").select("id").where("request_key", "=", key).executeTakeFirst())?.id;
}

export interface CaseChange {
  /** Number of the last event before. */
  readonly version: number;
  readonly events: readonly CaseEvent[];
  readonly state: CaseState;
  readonly card: CaseCard;
  /** Digest of the program whose kind said what may happen. */
  readonly policy: string;
  readonly salt: string;
  readonly requestKey?: string;
}

export function changeOf(change: Omit<CaseChange, "salt">): CaseChange {
  return { ...change, salt: newSalt() };
}

/** The lines of the record for a change, in the order of its events; the last one seals how the case stands then. */
export function linesOf({ version, events, state, policy, salt }: CaseChange): NewLine[] {
  return events.map((event, index) => ({
    at: new Date(event.at).toISOString(),
    by: event.by,
    what: `case.${event.is}`,
    subject: `case:${state.id}`,
    policy,
    data: { kind: state.kind, number: version + index + 1 },
    personal: { event },
    ...(index === events.length - 1 ? { sealed: { state: saltedDigest(salt, canonicalJson(state)) } } : {}),
  }));
}

/** `lines`: numbers of the lines that say it, one for each event. */
export async function keepCase(tx: Transaction<Tables>, change: CaseChange, lines: readonly number[]): Promise<void> {
  const { version, events, state, policy } = change;
  const row = rowOf(change);
  if (version === 0) await tx.insertInto("cases").values(row).execute();
  else {
    const { numUpdatedRows } = await tx
      .updateTable("cases")
      .set(row)
      .where("id", "=", state.id)
      .where("version", "=", version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) throw new Error(`case ${state.id} was changed by somebody who did not hold it`);
  }
  await tx
    .insertInto("case_events")
    .values(
      events.map((event, index) => ({
        case_id: state.id,
        number: version + index + 1,
        at: new Date(event.at),
        event: JSON.stringify(event),
        policy,
        line: lines[index] ?? 0,
      })),
    )
    .execute();
}

function rowOf({ version, events, state, card, salt, requestKey }: CaseChange) {
  const date = (moment: string | undefined) => (moment === undefined ? null : new Date(moment));
  return {
    id: state.id,
    kind: state.kind,
    version: version + events.length,
    phase: state.phase,
    title: card.title,
    requester: state.requester,
    opener: state.opener,
    unit: card.unit ?? null,
    product: card.product ?? null,
    component: card.component ?? null,
    life: state.life ?? null,
    outcome: state.outcome?.is ?? null,
    lanes: [...card.lanes],
    waits_for: [...card.waitsFor],
    people: [...card.people],
    opened_at: new Date(state.openedAt),
    changed_at: new Date(state.at),
    decided_at: date(state.outcome?.at),
    due_at: date(card.dueAt),
    next_due: date(card.nextDue),
    due_failures: 0,
    due_error: null,
    words: sql<string>`array_to_tsvector(${[...card.words]}::text[])`,
    state: JSON.stringify(state),
    salt,
    ...(requestKey === undefined ? {} : { request_key: requestKey }),
  };
}
