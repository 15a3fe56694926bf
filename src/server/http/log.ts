// The log of the server, as JSON lines. Who asked and what came of it; no query, no body, no header, and no secret however it got into a message.
import { pino, type DestinationStream } from "pino";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "../deps.ts";

/** What looks like a secret, wherever it stands: our tokens, bearer tokens, JSON web tokens, passwords in addresses, codes in queries. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/allmend_[A-Za-z0-9_-]{8,}/g, "allmend_[secret]"],
  [/\b(Bearer|Basic) [A-Za-z0-9._~+/=-]{8,}/gi, "$1 [secret]"],
  [/\beyJ[A-Za-z0-9_-]{10,}/g, "[secret]"],
  [/:\/\/([^\s:/@"]{0,100}):[^\s/@"]{1,200}@/g, "://$1:[secret]@"],
  [/\b((?:code|state|token|access_token|id_token|client_secret|password)=)[^&\s"]{1,2000}/gi, "$1[secret]"],
];

export function withoutSecrets(line: string): string {
  return SECRETS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
}

export interface LogOptions {
  readonly level?: string;
  /** Standard error where absent. */
  readonly to?: DestinationStream;
}

export function createLog({ level = "info", to = process.stderr }: LogOptions = {}): Logger {
  const sink: DestinationStream = { write: (line) => void to.write(withoutSecrets(line)) };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, sink) as unknown as Logger;
}

const serializers = {
  req: (request: FastifyRequest) => ({
    id: request.id,
    method: request.method,
    route: request.routeOptions?.url ?? "unknown",
    from: request.ip,
  }),
  res: (reply: FastifyReply) => ({ status: reply.statusCode }),
  err: (error: unknown) => errorForLog(error),
};

/** Message and stack only: what libraries hang on errors (headers, queries with their values) stays out. */
function errorForLog(error: unknown, depth = 0): object {
  if (!isLikeError(error)) return { message: String(error) };
  const { name, message, stack, cause, code } = error;
  return { name, code, message, stack, ...(cause === undefined || depth > 3 ? {} : { cause: errorForLog(cause, depth + 1) }) };
}

/** The queue of jobs tells of its errors as copies, which are no Error any more. */
function isLikeError(error: unknown): error is Error & { readonly code?: unknown } {
  return error instanceof Error || (typeof error === "object" && error !== null && typeof (error as Error).message === "string");
}
