// Every refusal over HTTP: application/problem+json (RFC 9457) with a code that stays as it is.
import { z } from "zod";
import {
  advicesDe,
  caseReasonDe,
  fill,
  type Language,
  type RefusalSentence,
  refusalSentencesDe,
  refusalsDe,
  wrongInputDe,
  wrongPartsDe,
} from "#look";
import type { ServerProblemCode } from "../problem-codes.ts";

export class HttpProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly extra: Readonly<Record<string, unknown>>;
  /** The same in German, as whoever refused says it. */
  german: {
    readonly title?: string;
    readonly detail?: string;
    readonly fields?: readonly WrongPart[];
    readonly problems?: readonly object[];
  } = {};

  constructor(status: number, code: string, title: string, detail?: string, extra: object = {}, cause?: unknown) {
    super(detail === undefined ? title : `${title}: ${detail}`, { cause });
    this.name = "HttpProblem";
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.extra = { ...extra };
  }
}

export interface WrongPart {
  readonly path: string;
  readonly message: string;
  /** Where the table of parts cannot have it: what it says depends on what was sent. */
  readonly german?: string | undefined;
}

/** What a schema finds wrong, outside of what the address itself checks. */
export function partOf(path: string, issue: Pick<z.core.$ZodIssue, "code" | "message">): WrongPart {
  return { path, message: issue.message, german: wrongInputDe({ keyword: issue.code, params: { ...issue } }) };
}

/** A sentence with its places filled, or what others said, word by word. */
export interface Filled {
  readonly en: string;
  readonly de: string;
}

export type Told = RefusalSentence | Filled;

/** A sentence with its places filled: numbers as they are, names as they were sent. */
export function filled(sentence: RefusalSentence, values: Readonly<Record<string, string | number>>): Filled {
  const texts = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  return { en: fill(sentence, texts, "en"), de: fill(refusalSentencesDe[sentence], texts, "de") };
}

/** What a parser, a machine or another server said; in German, where it is known, by its reason. */
export function verbatim(said: string, german = said): Filled {
  return { en: said, de: german };
}

/** What is wrong with one part: `body/name: is missing`. */
export function wrongPart(part: WrongPart): Filled {
  return { en: `${part.path}: ${part.message}`, de: `${part.path}: ${germanOf(part)}` };
}

interface Extra {
  readonly fields?: readonly WrongPart[] | readonly string[];
  readonly [more: string]: unknown;
}

/** To be thrown. `extra` stands beside the fixed members, such as who was first, or which fields are wrong. */
export function problem(status: number, code: ServerProblemCode, title: Told, detail?: Told, extra: Extra = {}): HttpProblem {
  const parts = extra.fields?.filter((field) => typeof field !== "string") ?? [];
  const fields = parts.length > 0 ? { fields: parts.map(({ path, message }) => ({ path, message })) } : {};
  const refusal = new HttpProblem(status, code, spoken(title, "en"), detail && spoken(detail, "en"), { ...extra, ...fields });
  refusal.german = {
    title: spoken(title, "de"),
    ...(detail ? { detail: spoken(detail, "de") } : {}),
    ...(parts.length > 0 ? { fields: parts.map((part) => ({ path: part.path, message: germanOf(part) })) } : {}),
  };
  return refusal;
}

function germanOf({ message, german }: WrongPart): string {
  return german ?? wrongPartsDe[message] ?? message;
}

function spoken(what: Told, language: Language): string {
  if (typeof what !== "string") return what[language];
  return language === "de" ? refusalSentencesDe[what] : what;
}

export const problemSchema = z
  .looseObject({
    type: z.string().describe("`urn:allmend:problem:CODE`."),
    title: z.string().describe("What is wrong, in a sentence."),
    status: z.int(),
    code: z.string().describe("Stays the same from version to version: docs/reference/errors.md."),
    detail: z.string().optional().describe("What is wrong here, and what to do."),
    instance: z.string().optional().describe("Id of the request, as in the server's log: `urn:allmend:request:ID`."),
    fields: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe("What is wrong with which part of the input."),
  })
  .meta({ id: "Problem", description: "Why a request was refused (RFC 9457)." });

export type ProblemBody = z.output<typeof problemSchema>;

/** What is wrong, in the language of whoever asked; what another room refused by its code. */
export function titleIn(language: Language, { code, title, german }: Pick<HttpProblem, "code" | "title" | "german">): string {
  return language === "de" ? (german.title ?? refusalsDe[code] ?? title) : title;
}

/** What is particular to the place that refused, and what to do. Where a general title took the place of its own sentence, that one is not lost. */
export function detailIn(
  language: Language,
  refusal: Pick<HttpProblem, "code" | "title" | "detail" | "extra" | "german">,
): string | undefined {
  const { code, title, detail, extra, german } = refusal;
  if (language === "en") return detail;
  const particular = (code.startsWith("case-") ? caseReasonDe(extra) : undefined) ?? german.detail;
  if (particular !== undefined || german.title !== undefined) return particular;
  return advicesDe[code] ?? detail ?? (titleIn(language, refusal) === title ? undefined : title);
}

export function bodyOf(refusal: HttpProblem, requestId: string, language: Language = "en"): ProblemBody {
  const { status, code, extra } = refusal;
  const detail = detailIn(language, refusal);
  return {
    ...extra,
    ...(language === "de" && refusal.german.fields ? { fields: [...refusal.german.fields] } : {}),
    ...(language === "de" && refusal.german.problems ? { problems: refusal.german.problems } : {}),
    type: `urn:allmend:problem:${code}`,
    title: titleIn(language, refusal),
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    instance: `urn:allmend:request:${requestId}`,
  };
}
