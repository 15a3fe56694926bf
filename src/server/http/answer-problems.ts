// Whatever is thrown becomes a refusal that says what to do; what is ours to mend says nothing but where it stands in the log.
import type { FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { AllmendError, type Blame } from "#kit";
import { escapeHtml, type WrongInput, wordsOf, wrongInputDe } from "#look";
import type { App } from "../deps.ts";
import { languageOf, sendPage, wantsPage } from "./page.ts";
import type { PortalPage } from "./portal.ts";
import { bodyOf, detailIn, HttpProblem, problem, titleIn, verbatim, wrongPart } from "./problem.ts";

/** `page` answers addresses that are pages of the portal. */
export function answerProblems(app: App, page: PortalPage): void {
  app.setErrorHandler((error, request, reply) => send(asProblem(error), error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    const shown = page(request, reply);
    if (shown) return shown;
    return send(problem(404, "no-such-route", "There is nothing at this address"), undefined, request, reply);
  });
}

function send(refusal: HttpProblem, cause: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (refusal.status >= 500) request.log.error({ err: cause, code: refusal.code }, refusal.title);
  else request.log.info({ code: refusal.code, detail: refusal.detail }, refusal.title);
  if (refusal.status === 401) reply.header("www-authenticate", 'Bearer realm="allmend"');
  if (refusal.status === 503) reply.header("retry-after", "5");
  if (request.routeOptions.config.page && wantsPage(request)) return refusalPage(refusal, request, reply.code(refusal.status));
  const language = languageOf(request);
  // Sent as it is: the schema of the answer that the route would have given does not apply.
  return reply
    .code(refusal.status)
    .type("application/problem+json")
    .serializer((body) => JSON.stringify(body))
    .header("content-language", language)
    .send(bodyOf(refusal, request.id, language));
}

function refusalPage(refusal: HttpProblem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request);
  const words = wordsOf(language).server.enter;
  const detail = detailIn(language, refusal);
  return sendPage(reply, language, words.failed, [
    `<p>${escapeHtml(titleIn(language, refusal))}.</p>`,
    ...(detail === undefined ? [] : [`<p>${escapeHtml(detail)}</p>`]),
    `<p><a href="/">${escapeHtml(words.again)}</a></p>`,
  ]);
}

const STATUS: Readonly<Record<Blame, number>> = {
  input: 422,
  "not-found": 404,
  "not-allowed": 403,
  conflict: 409,
  upstream: 503,
  bug: 500,
};

function asProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return invalidInput(error.validation, error.validationContext);
  if (error instanceof AllmendError && error.blame !== "bug") {
    return new HttpProblem(STATUS[error.blame], error.code, error.message, error.hint, {}, error);
  }
  return (
    databaseGone(error) ??
    noText(error) ??
    ofFastify(error) ??
    problem(500, "fault", "A fault of ours; it is in the log of the server under this request")
  );
}

type Wrong = WrongInput & { readonly instancePath: string; readonly message?: string | undefined };

function invalidInput(issues: readonly Wrong[], where: string | undefined): HttpProblem {
  const fields = issues.slice(0, 50).map((issue) => {
    const { instancePath, message = "is not valid" } = issue;
    return { path: `${where ?? "body"}${instancePath}`, message, german: wrongInputDe(issue) };
  });
  const [first] = fields;
  return problem(422, "input-invalid", "What was sent is not what is expected here", first && wrongPart(first), { fields });
}

/** Classes of PostgreSQL errors that pass: 08 connection, 53 resources (disk full is 53100), 57 operator intervention, 58 system. */
const PASSING = /^(?:08|53|57|58)/;
const NETWORK = new Set(["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "ENOTFOUND", "EHOSTUNREACH"]);

function databaseGone(error: unknown): HttpProblem | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = (error as { code?: unknown }).code;
  const gone =
    (typeof code === "string" && code.length === 5 && PASSING.test(code)) ||
    (typeof code === "string" && NETWORK.has(code)) ||
    /^(?:Connection terminated|timeout exceeded when trying to connect|Client (?:was closed|has encountered)|PGlite is closed)/.test(
      error.message,
    );
  // Both 503, and the way out is another one.
  if (code === "53100")
    return problem(503, "database-gone", "The disk of the database is full", "Nothing was changed. Make room, then try again.");
  return gone ? problem(503, "database-gone", "The database does not answer", "Nothing was changed. Try again in a moment.") : undefined;
}

/** PostgreSQL keeps no NUL and no half of a character, neither as text nor within JSON; a schema may have let one through. */
const NO_TEXT = new Set(["22021", "22P05"]);
const HALF = "invalid input syntax for type json";

function noText(error: unknown): HttpProblem | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: unknown };
  if (!NO_TEXT.has(String(code)) && !(code === "22P02" && error.message.startsWith(HALF))) return undefined;
  return problem(422, "input-invalid", "What was sent is not what is expected here", "It holds characters that are no text, such as NUL.");
}

const KNOWN: Readonly<Record<string, () => HttpProblem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => problem(413, "body-too-large", "What was sent is too large for this address"),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => problem(415, "media-type", "This address does not take that media type", "Send application/json."),
  FST_ERR_CTP_INVALID_JSON_BODY: () => problem(400, "body-unreadable", "What was sent is no JSON"),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => problem(400, "body-unreadable", "What was sent is empty, JSON was expected"),
};

function ofFastify(error: unknown): HttpProblem | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code !== undefined && Object.hasOwn(KNOWN, code)) return KNOWN[code]?.();
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return problem(statusCode, "request-refused", "The request breaks a rule of HTTP", verbatim(error.message));
  return undefined;
}
