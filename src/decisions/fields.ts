// What a case is asked, and whether what was answered will do.
import { parsePurl, readExpression } from "#kit";
import { type CaseField, type CaseKind, type Condition, type FieldValue, type FieldValues, isBounds } from "#program";
import { refuse, type Refusal } from "./types.ts";

/** Whether every field named has the value, or one of the values, that the condition wants. */
export function holds(condition: Condition | undefined, fields: FieldValues): boolean {
  return Object.entries(condition ?? {}).every(([id, wanted]) => {
    const given = fields[id];
    if (isBounds(wanted)) {
      const { "at-least": least = -Infinity, "at-most": most = Infinity } = wanted;
      return typeof given === "number" && given >= least && given <= most;
    }
    const values = given === undefined ? [] : Array.isArray(given) ? given : [given];
    const accepted = Array.isArray(wanted) ? wanted : [wanted];
    return values.some((value) => accepted.includes(value as string));
  });
}

/** The fields that are asked, given what was answered. */
export function askedFields(kind: CaseKind, fields: FieldValues): readonly CaseField[] {
  return kind.fields.filter(({ when }) => holds(when, fields));
}

/** Fields that are asked, must be answered, and are not. */
export function missingFields(kind: CaseKind, fields: FieldValues): readonly string[] {
  return askedFields(kind, fields).flatMap(({ id, required }) => (required && isEmpty(fields[id]) ? [id] : []));
}

function isEmpty(value: FieldValue | undefined): boolean {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

/** The first field that is none, or that holds what its type does not allow. */
export function wrongField(kind: CaseKind, fields: FieldValues): Refusal | undefined {
  for (const [id, value] of Object.entries(fields)) {
    const field = kind.fields.find((candidate) => candidate.id === id);
    if (!field) return refuse("field-unknown", `a case "${kind.kind}" has no field "${id}"`, [id]);
    const wanted = isEmpty(value) ? undefined : expected(field, value);
    if (wanted !== undefined) return refuse("field-wrong", `field "${id}" must be ${wanted}`, [id]);
  }
  return undefined;
}

const longest = 20_000;

/** What a value should have been; undefined where it will do. */
function expected(field: CaseField, value: FieldValue): string | undefined {
  const options = Object.keys(field.options);
  switch (field.type) {
    case "boolean":
      return typeof value === "boolean" ? undefined : "true or false";
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? undefined : "a number";
    case "choice":
      return options.includes(String(value)) && !Array.isArray(value) ? undefined : `one of ${options.join(", ")}`;
    case "choices":
      return Array.isArray(value) && value.every((each) => options.includes(each)) ? undefined : `some of ${options.join(", ")}`;
    default:
      if (typeof value !== "string") return "a text";
      if (value.length > longest) return `a text of at most ${longest} characters`;
      return textForms[field.type]?.(value);
  }
}

const textForms: Readonly<Partial<Record<CaseField["type"], (text: string) => string | undefined>>> = {
  date: (text) => (isDay(text) ? undefined : "a day as YYYY-MM-DD"),
  moment: (text) =>
    /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))
      ? undefined
      : "a moment with its time zone, as 2026-07-01T12:00:00Z",
  purl: (text) => (parsePurl(text) ? undefined : "a package URL, as pkg:npm/name@1.2.3"),
  license: (text) => (readExpression(text).error ? "an SPDX licence expression" : undefined),
  url: (text) => (/^https?:\/\/[^\s]+$/.test(text) ? undefined : "an address that begins with https://"),
};

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
