// The small parts that every document is made of: ids, texts in languages, dates, durations. Each says what it expects, for people.
import { z } from "zod";
import { type Phrase, phrase } from "#kit";
import { languages } from "../model.ts";

/** What a value should look like, in a few words: `expected` of a problem. Kept apart from `.meta`, which goes into the JSON Schema. */
export const expectations = z.registry<{ readonly expected: Phrase }>();

/** Marks a schema with the words that a message uses for it. */
export function expecting<T extends z.ZodType>(expected: Phrase | string, schema: T): T {
  expectations.add(schema, { expected: inPlace(expected) });
  return schema;
}

function inPlace(words: Phrase | string): Phrase {
  return typeof words === "string" ? { text: words, values: [] } : words;
}

const idPattern = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** Letters, digits, `-`, `_`, `.`; at most 80 of them. `what` names the thing: "a team id". */
export function id(what = "an id") {
  return expecting(phrase`${inPlace(what)} (letters, digits, "-", "_", "."; at most 80)`, z.string().max(80).regex(idPattern));
}

/** A text that is not empty. */
export function text(expected = "a text") {
  return expecting(
    expected,
    z
      .string()
      .max(20_000)
      .refine((value) => value.trim() !== "", { error: "is empty" }),
  );
}

/** A text, or one for each language. */
export const localText = expecting(
  "a text, or one for each language: { en: …, de: … }",
  z
    .union([
      text(),
      z
        .strictObject({ en: text().optional(), de: text().optional() })
        .refine((value) => Object.keys(value).length > 0, { error: "holds no language" }),
    ])
    .meta({ id: "text", description: "A text in the document's language, or one for each language: { en: …, de: … }." }),
);

export const language = expecting(phrase`one of ${languages.join(", ")}`, z.enum(languages));

/** Days in a month of a year, so that 2026-02-30 is seen. */
function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** A calendar day, `2026-07-01`. */
export function date(what = "a day") {
  return expecting(
    phrase`${inPlace(what)} as YYYY-MM-DD`,
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
      .refine(isDay, { error: "is no day of the calendar" }),
  );
}

/** A span of time: `30d`, `2h`, `6m` (months), `1y`. */
export const duration = expecting("a span of time such as 30d, 2h, 6m, 1y", z.string().regex(/^\d{1,6}(\.\d{1,3})?(min|h|d|w|m|y)$/));

/** Text that may look like a number in YAML (`2026.2`, `0`, `80%`): the reader hands it over as written. */
export function written(expected: string) {
  return expecting(expected, z.union([z.string().min(1).max(200), z.number()]).transform(String));
}

/** A closed set of words. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values);
}

/** `schema: allmend.<name>/1`, optional in every document. */
export function schemaVersion(name: string) {
  return expecting(`allmend.${name}/1`, z.literal(`allmend.${name}/1`))
    .optional()
    .describe("Version of this document's form.");
}

/** A map from ids to something. */
export function byId<T extends z.ZodType>(what: string, value: T) {
  return z.record(id(what), value);
}

/** A sum of money. */
export const money = expecting(
  "{ amount: …, currency: CHF }",
  z.strictObject({ amount: z.number().min(0), currency: expecting("a currency such as CHF", z.string().regex(/^[A-Z]{3}$/)) }),
);
