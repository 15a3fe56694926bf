// Who changes something with a session shows that it is our own page that asks: the browser says from where (Origin, Sec-Fetch-Site), and the page sends a
// token that only it can read. Tokens for programs need none of it: no browser sends them by itself.
import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { ServerConfig } from "../config.ts";
import { filled, problem } from "../http/problem.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);
export const CSRF_HEADER = "x-allmend-csrf";

/** Made from the session's secret, so that it is kept nowhere and ends with it. */
export function csrfToken(sessionSecret: string): string {
  return createHash("sha256").update(`csrf:${sessionSecret}`).digest("base64url");
}

export function refuseForgery(request: FastifyRequest, sessionSecret: string, config: ServerConfig): void {
  if (SAFE.has(request.method)) return;
  refuseOtherOrigins(request, config);
  if (!equal(String(request.headers[CSRF_HEADER] ?? ""), csrfToken(sessionSecret))) {
    throw problem(
      403,
      "wrong-origin",
      "This request does not come from the portal",
      filled("Send the token of /api/me as {header}.", { header: CSRF_HEADER }),
    );
  }
}

/** Browsers send Origin with everything that is no GET; what sends none is no browser. */
export function refuseOtherOrigins({ headers }: FastifyRequest, { url }: ServerConfig): void {
  const { origin } = headers;
  const site = headers["sec-fetch-site"];
  const fine =
    (origin === undefined || origin === url.origin || isThisMachine(origin, url)) && (site === undefined || site === "same-origin");
  if (!fine) throw problem(403, "wrong-origin", "This request comes from a page of another site");
}

/** On this machine localhost and 127.0.0.1 are the same server. */
function isThisMachine(origin: string, url: URL): boolean {
  if (!LOOPBACK.has(url.hostname) || !URL.canParse(origin)) return false;
  const other = new URL(origin);
  return LOOPBACK.has(other.hostname) && other.port === url.port && other.protocol === url.protocol;
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

function equal(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
