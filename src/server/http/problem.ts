// Every refusal over HTTP: application/problem+json (RFC 9457) with a code that stays as it is.
import { z } from "zod";
import { caseReasonsDe, fill, type Language, refusalsDe } from "#look";
import type { ServerProblemCode } from "../problem-codes.ts";

export class HttpProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly extra: Readonly<Record<string, unknown>>;
  /** The same in German, where whoever refused knows it; else by the reason of a case. */
  german: { readonly detail?: string; readonly fields?: { path: string; message: string }[] } = {};

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

/** To be thrown. `extra` stands beside the fixed members, such as who was first, or which fields are wrong. */
export function problem(status: number, code: ServerProblemCode, title: string, detail?: string, extra?: object): HttpProblem {
  return new HttpProblem(status, code, title, detail, extra);
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

/** What is wrong, in the language of whoever asked; in English the sentence of the very place that refused. */
export function titleIn(language: Language, { code, title }: Pick<HttpProblem, "code" | "title">): string {
  return language === "de" && Object.hasOwn(refusalsDe, code) ? (refusalsDe[code] ?? title) : title;
}

/** What is particular to the place that refused: its own sentence, where a general one took that one's place and there is no other. */
export function detailIn(
  language: Language,
  refusal: Pick<HttpProblem, "code" | "title" | "detail"> & Partial<Pick<HttpProblem, "extra" | "german">>,
): string | undefined {
  const german = language === "de" ? (refusal.german?.detail ?? reasonDe(refusal.extra)) : undefined;
  if (german !== undefined) return german;
  return refusal.detail ?? (titleIn(language, refusal) === refusal.title ? undefined : refusal.title);
}

/** Why a case did not take it; names of fields are those of its document. */
function reasonDe({ reason, fields }: HttpProblem["extra"] = {}): string | undefined {
  const sentence = typeof reason === "string" && Object.hasOwn(caseReasonsDe, reason) ? caseReasonsDe[reason] : undefined;
  return sentence && fill(sentence, { fields: Array.isArray(fields) ? fields.map(String).join(", ") : "" }, "de");
}

export function bodyOf(refusal: HttpProblem, requestId: string, language: Language = "en"): ProblemBody {
  const { status, code, extra } = refusal;
  const detail = detailIn(language, refusal);
  return {
    ...extra,
    ...(language === "de" && refusal.german.fields ? { fields: refusal.german.fields } : {}),
    type: `urn:allmend:problem:${code}`,
    title: titleIn(language, refusal),
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    instance: `urn:allmend:request:${requestId}`,
  };
}
