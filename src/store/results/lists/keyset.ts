// Long lists, a page at a time, from where the last page ended: as quick at the end as at the beginning, and nothing twice when something is added.
import { type RawBuilder, sql } from "kysely";
import { AllmendError } from "#kit";

export interface Page {
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface Paged<Item> {
  readonly items: readonly Item[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** What a list is sorted by, upwards; the last key differs between all items. `type` is one of PostgreSQL. */
export interface Key {
  readonly name: string;
  readonly by: RawBuilder<unknown>;
  readonly type: "smallint" | "integer" | "text";
}

type Values = readonly (string | number)[];

export function orderBy(keys: readonly Key[]): RawBuilder<unknown> {
  return sql.join(keys.map(({ by }) => by));
}

/** Selects the keys, so that the cursor can be made of a row. */
export function selectKeys(keys: readonly Key[]): RawBuilder<unknown> {
  return sql.join(keys.map(({ name, by }) => sql`${by} as ${sql.ref(`key_${name}`)}`));
}

/** Throws AllmendError `bad-cursor`. */
export function afterCursor(keys: readonly Key[], after: string | undefined): RawBuilder<unknown> {
  if (after === undefined) return sql`true`;
  const values = decoded(after);
  if (values.length !== keys.length || !values.every((value, index) => fits(value, keys[index]?.type))) throw badCursor();
  return sql`(${orderBy(keys)}) > (${sql.join(keys.map(({ type }, index) => sql`${values[index]}::${sql.raw(type)}`))})`;
}

/** One more row than the page holds was asked for: it tells whether there is another page. */
export function paged<Row extends object, Item>(
  rows: readonly Row[],
  { limit }: Page,
  keys: readonly Key[],
  item: (row: Row) => Item,
): Paged<Item> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const items = rows.slice(0, limit).map(item);
  if (!last) return { items };
  const values = keys.map(({ name }) => (last as Readonly<Record<string, string | number>>)[`key_${name}`] ?? "");
  return { items, next: Buffer.from(JSON.stringify(values)).toString("base64url") };
}

function fits(value: string | number, type: Key["type"] | undefined): boolean {
  return type === "text"
    ? typeof value === "string" && !value.includes("\u0000")
    : Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
}

function decoded(text: string): Values {
  try {
    const values: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (Array.isArray(values) && values.every((value) => typeof value === "string" || typeof value === "number")) return values;
  } catch {
    // Said below.
  }
  throw badCursor();
}

function badCursor(): AllmendError {
  return new AllmendError("bad-cursor", "input", "this is no place in the list", {
    hint: "Send back what stood as `next` on the page before.",
  });
}
