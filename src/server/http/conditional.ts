// Answers that a client has already are not made again: a list is the same until something that it is made of changes.
import type { FastifyReply, FastifyRequest } from "fastify";
import { shortHash } from "#kit";
import { generation } from "#store";
import type { Deps } from "../deps.ts";

/** Whether the client has this answer already: then 304 was sent. Otherwise the answer that follows is marked, so that it can ask so next time. */
export async function hasAlready(request: FastifyRequest, reply: FastifyReply, { database }: Pick<Deps, "database">): Promise<boolean> {
  const units = request.caller?.units ?? [];
  const tag = `W/"${await generation(database.sql)}-${shortHash(request.url, units === "all" ? "all" : `units ${units.join(" ")}`)}"`;
  reply.header("etag", tag).header("cache-control", "private, no-cache").header("vary", "authorization, cookie");
  if (!matches(request.headers["if-none-match"], tag)) return false;
  await reply.code(304).send();
  return true;
}

function matches(given: string | undefined, tag: string): boolean {
  return given !== undefined && (given === "*" || given.split(",").some((each) => each.trim() === tag));
}
