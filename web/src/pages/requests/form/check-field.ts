// Whether an answer will do, while it is typed; the server has the last word.
import type { requestFormWords } from "@allmend/look/words/portal/request-form";
import { type Field, isEmpty, type Value } from "../kinds.ts";

type Words = (typeof requestFormWords)["en"];

/** What is wrong with it; nothing where it will do. `sent`: what is missing counts, too. */
export function flawOf(field: Field, value: Value | undefined, words: Words, sent: boolean): string | undefined {
  if (value === undefined || isEmpty(value)) return field.required && sent ? words.required : undefined;
  const text = String(value);
  switch (field.type) {
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? undefined : words.wrong.number;
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? undefined : words.wrong.date;
    case "moment":
      return Number.isNaN(Date.parse(text)) ? words.wrong.moment : undefined;
    case "purl":
      if (!/^pkg:[a-z0-9.+-]+\/\S+$/i.test(text)) return words.wrong.purl;
      return /.@[^@/]+$/.test(text) ? undefined : words.wrong.version;
    case "license":
      return /^[A-Za-z0-9.+():\s-]+$/.test(text) ? undefined : words.wrong.license;
    case "url":
      return /^https?:\/\/\S+$/.test(text) ? undefined : words.wrong.url;
    case "choice":
    case "product":
    case "team":
      return Object.keys(field.options).length === 0 || Object.hasOwn(field.options, text) ? undefined : words.wrong.choice;
    default:
      return undefined;
  }
}

/** A text of an address as a field holds it; nothing where the field cannot hold it. */
export function readValue({ type, options }: Field, text: string): Value | undefined {
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : undefined;
  if (type === "number") return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (type === "choices") return text.split(",").filter((each) => Object.hasOwn(options, each));
  if (type === "choice" && !Object.hasOwn(options, text)) return undefined;
  return text;
}
