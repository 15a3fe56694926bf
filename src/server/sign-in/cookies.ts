// The two cookies: of a session, and of a sign-in that is under way. On https they are bound to this host and this scheme (`__Host-`).
import type { CookieSerializeOptions } from "@fastify/cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ServerConfig } from "../config.ts";

type Kind = "session" | "sign-in";

function nameOf(kind: Kind, { url }: ServerConfig): string {
  const name = kind === "session" ? "allmend" : "allmend-sign-in";
  return url.protocol === "https:" ? `__Host-${name}` : name;
}

/** Lax and not Strict: a link in an e-mail must find its reader signed in. What changes anything asks for more (see csrf.ts). */
function options({ url }: ServerConfig): CookieSerializeOptions {
  return { path: "/", httpOnly: true, sameSite: "lax", secure: url.protocol === "https:" };
}

export function readCookie(request: FastifyRequest, kind: Kind, config: ServerConfig): string | undefined {
  const value = request.cookies[nameOf(kind, config)];
  return value === undefined || value.length > 100 ? undefined : value;
}

export function setCookie(reply: FastifyReply, kind: Kind, secret: string, seconds: number, config: ServerConfig): void {
  reply.setCookie(nameOf(kind, config), secret, { ...options(config), maxAge: seconds });
}

export function dropCookie(reply: FastifyReply, kind: Kind, config: ServerConfig): void {
  reply.clearCookie(nameOf(kind, config), options(config));
}
