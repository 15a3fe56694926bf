// One case with all that happened to it.
import type { Kysely } from "kysely";
import type { CaseEvent, CaseState } from "#decisions";
import type { Tables } from "../database/tables.ts";

export interface ReadCase {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly unit?: string;
  readonly people: readonly string[];
  readonly state: CaseState;
  readonly events: readonly { readonly number: number; readonly event: CaseEvent; readonly policy: string; readonly line: number }[];
}

export async function readCase(db: Kysely<Tables>, id: string): Promise<ReadCase | undefined> {
  const found = await db
    .selectFrom("cases")
    .select(["id", "kind", "version", "unit", "people", "state"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!found) return undefined;
  const events = await db
    .selectFrom("case_events")
    .select(["number", "event", "policy", "line"])
    .where("case_id", "=", id)
    .orderBy("number")
    .execute();
  const { unit, ...rest } = found;
  return { ...rest, ...(unit === null ? {} : { unit }), events };
}

/** How cases stand, without what happened to them, in the order in which they are asked for. */
export async function readStates(db: Kysely<Tables>, ids: readonly string[]): Promise<CaseState[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom("cases").select(["id", "state"]).where("id", "in", ids).execute();
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  return ids.flatMap((id) => states.get(id) ?? []);
}

/** Units of cases by their ids; null: of none. */
export async function unitsOfCases(db: Kysely<Tables>, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("cases")
    .select(["id", "unit"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, unit }) => [id, unit]));
}
