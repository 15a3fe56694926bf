// Every reason for which the server refuses something, and what stops it from starting.
import type { ProblemMeaning } from "#kit";

/** Codes of this room: docs/reference/errors.md is made from it. */
export const serverProblems = {
  "not-signed-in": {
    means: "Nobody is known by this session or token: there is none, it has ended, or it was revoked. HTTP 401.",
    remedy: "Sign in, or send a token as `Authorization: Bearer …`.",
  },
  "not-allowed": {
    means: "The caller is known and may not do this. HTTP 403.",
    remedy: "Ask an administrator for the role; `permission` in the answer says what is missing.",
  },
  "not-there": {
    means: "Something does not exist, or belongs to a unit that the caller does not see. HTTP 404.",
    remedy: "Check the id; ask an administrator if it should be yours.",
  },
  "no-such-route": { means: "There is nothing at this address. HTTP 404.", remedy: "`/api/openapi.json` lists all addresses." },
  "input-invalid": {
    means: "What was sent is not what the address expects. HTTP 422.",
    remedy: "`fields` in the answer says what is wrong with which part.",
  },
  "body-too-large": { means: "What was sent is larger than the address takes. HTTP 413.", remedy: "Send less." },
  "body-unreadable": { means: "What was sent is no JSON. HTTP 400.", remedy: "Send a JSON document as UTF-8." },
  "media-type": { means: "The address does not take that media type. HTTP 415.", remedy: "Send `application/json`." },
  "request-refused": { means: "The request breaks a rule of HTTP. HTTP 4xx.", remedy: "The title says which." },
  "too-many-requests": {
    means: "More requests came than one caller or address may send. HTTP 429.",
    remedy: "Wait as long as `Retry-After` says.",
  },
  "wrong-host": {
    means: "The server was asked under a name that is not its own. HTTP 421.",
    remedy: "Use the address that it printed, or give it its public one (`url` in server.yaml).",
  },
  fault: { means: "Something broke that is ours to mend. HTTP 500.", remedy: "Report it with the request's id." },
} as const satisfies Readonly<Record<string, ProblemMeaning>>;
export type ServerProblemCode = keyof typeof serverProblems | "database-gone";
