// Lists of cases: filtered, counted, page by page.
import { type Expression, type ExpressionBuilder, type Kysely, type Selectable, sql, type SqlBool } from "kysely";
import type { Tables } from "../database/tables.ts";
import { queryFor } from "./words.ts";

export interface CaseFilter {
  readonly phases?: readonly string[];
  readonly kinds?: readonly string[];
  readonly products?: readonly string[];
  readonly component?: string;
  readonly requester?: string;
  /** Whose turn it is. */
  readonly waitsFor?: string;
  readonly lane?: string;
  readonly life?: string;
  readonly outcome?: string;
  /** Beginnings of words in it. */
  readonly text?: string;
  /** Something happened to it at this moment or later. */
  readonly changedSince?: Date;
  /** Decided after this moment. */
  readonly decidedAfter?: Date;
  /** Due before this moment and not decided. */
  readonly dueBefore?: Date;
  /** Whose cases one may see: units, and those in which one has a part; undefined: all. */
  readonly seenBy?: { readonly units: readonly string[]; readonly person: string };
}

export interface CaseRow {
  readonly id: string;
  readonly kind: string;
  readonly phase: string;
  readonly title: string;
  readonly requester: string;
  readonly unit?: string;
  readonly product?: string;
  readonly component?: string;
  readonly life?: string;
  readonly outcome?: string;
  readonly lanes: readonly string[];
  readonly waitsFor: readonly string[];
  readonly openedAt: string;
  readonly changedAt: string;
  readonly dueAt?: string;
}

/** Where a page ended. */
export interface CaseCursor {
  readonly at: string;
  readonly id: string;
}

export interface CasesWanted extends CaseFilter {
  readonly order: "changed" | "due";
  readonly after?: CaseCursor;
  readonly limit: number;
}

const columns = [
  "id",
  "kind",
  "phase",
  "title",
  "requester",
  "unit",
  "product",
  "component",
  "life",
  "outcome",
  "lanes",
  "waits_for",
  "opened_at",
  "changed_at",
  "due_at",
] as const;

export async function listCases(db: Kysely<Tables>, wanted: CasesWanted): Promise<{ cases: CaseRow[]; next?: CaseCursor }> {
  const column = wanted.order === "due" ? "due_at" : "changed_at";
  const direction = wanted.order === "due" ? "asc" : "desc";
  const { after } = wanted;
  let query = db
    .selectFrom("cases")
    .select(columns)
    .where((eb) => filtered(eb, wanted))
    .orderBy(column, direction)
    .orderBy("id", direction)
    .limit(wanted.limit + 1);
  if (wanted.order === "due") query = query.where("due_at", "is not", null);
  if (after) {
    const than = wanted.order === "due" ? ">" : "<";
    query = query.where((eb) => eb(eb.refTuple(column, "id"), than, eb.tuple(new Date(after.at), after.id)));
  }
  const rows = await query.execute();
  const page = rows.slice(0, wanted.limit);
  const last = page.at(-1);
  const ended = last?.[column];
  return {
    cases: page.map(rowFor),
    ...(rows.length > page.length && last && ended ? { next: { at: ended.toISOString(), id: last.id } } : {}),
  };
}

type Found = Pick<Selectable<Tables["cases"]>, (typeof columns)[number]>;

function rowFor(row: Found): CaseRow {
  const { id, kind, phase, title, requester, lanes, unit, product, component, life, outcome } = row;
  return {
    id,
    kind,
    phase,
    title,
    requester,
    lanes,
    waitsFor: row.waits_for,
    openedAt: row.opened_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    ...(unit === null ? {} : { unit }),
    ...(product === null ? {} : { product }),
    ...(component === null ? {} : { component }),
    ...(life === null ? {} : { life }),
    ...(outcome === null ? {} : { outcome }),
    ...(row.due_at === null ? {} : { dueAt: row.due_at.toISOString() }),
  };
}

function filtered(eb: ExpressionBuilder<Tables, "cases">, filter: CaseFilter): Expression<SqlBool> {
  const {
    phases,
    kinds,
    products,
    component,
    requester,
    waitsFor,
    lane,
    life,
    outcome,
    text,
    dueBefore,
    changedSince,
    decidedAfter,
    seenBy,
  } = filter;
  const query = text === undefined ? undefined : queryFor(text);
  const conditions: Expression<SqlBool>[] = [
    ...(phases ? [eb("phase", "in", phases)] : []),
    ...(kinds ? [eb("kind", "in", kinds)] : []),
    ...(products ? [eb("product", "in", products)] : []),
    ...(component === undefined ? [] : [eb("component", "=", component)]),
    ...(requester === undefined ? [] : [eb("requester", "=", requester)]),
    ...(waitsFor === undefined ? [] : [sql<SqlBool>`waits_for @> ${[waitsFor]}::text[]`]),
    ...(lane === undefined ? [] : [sql<SqlBool>`lanes @> ${[lane]}::text[]`]),
    ...(life === undefined ? [] : [eb("life", "=", life)]),
    ...(outcome === undefined ? [] : [eb("outcome", "=", outcome)]),
    ...(query === undefined ? [] : [sql<SqlBool>`words @@ ${query}::tsquery`]),
    ...(changedSince ? [eb("changed_at", ">=", changedSince)] : []),
    ...(decidedAfter ? [eb("decided_at", ">", decidedAfter)] : []),
    ...(dueBefore ? [eb("due_at", "<", dueBefore)] : []),
    ...(seenBy
      ? [
          eb.or([
            eb("unit", "is", null),
            ...(seenBy.units.length > 0 ? [eb("unit", "in", seenBy.units)] : []),
            sql<SqlBool>`people @> ${[seenBy.person]}::text[]`,
          ]),
        ]
      : []),
  ];
  return eb.and(conditions);
}

export type CaseFacet = "phase" | "kind" | "product" | "outcome";

/** How many there are of each, by the filter; at most fifty of a kind, the most frequent first. */
export async function countCases(
  db: Kysely<Tables>,
  filter: CaseFilter,
  facets: readonly CaseFacet[],
): Promise<Record<string, Record<string, number>>> {
  const counted: Record<string, Record<string, number>> = {};
  for (const facet of facets) {
    const rows = await db
      .selectFrom("cases")
      .select([facet, (eb) => eb.fn.countAll<number>().as("count")])
      .where((eb) => filtered(eb, filter))
      .where(facet, "is not", null)
      .groupBy(facet)
      .orderBy("count", "desc")
      .limit(50)
      .execute();
    counted[facet] = Object.fromEntries(rows.map((row) => [String(row[facet]), Number(row.count)]));
  }
  return counted;
}
