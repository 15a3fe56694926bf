// The one way to the server: typed by its own description, and every refusal is a failure that can be said to people.
import createClient, { type Middleware } from "openapi-fetch";
import { failureOf } from "./failure.ts";
import type { paths } from "./schema.generated.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Set by whoever reads `/api/me`: what changes something carries it (cross-site request forgery). */
let csrf: string | undefined;

export function rememberCsrf(token: string | undefined): void {
  csrf = token;
}

const honest: Middleware = {
  onRequest({ request }) {
    request.headers.set("accept-language", document.documentElement.lang);
    if (!SAFE.has(request.method) && csrf !== undefined) request.headers.set("x-allmend-csrf", csrf);
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return undefined;
    const body: unknown = await response.json().catch(() => undefined);
    throw failureOf(response.status, body);
  },
};

export const api = createClient<paths>({ baseUrl: "/", credentials: "same-origin" });
api.use(honest);

/** The data of an answer; what is no success was thrown before. */
export async function data<T>(answer: Promise<{ data?: T }>): Promise<T> {
  const { data: value } = await answer;
  return value as T;
}

/** For a body that is a file: it goes as it is. */
export function asItIs(body: unknown): unknown {
  return body;
}
