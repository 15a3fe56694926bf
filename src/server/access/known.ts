// The caller of a route that only somebody known reaches.
import type { FastifyRequest } from "fastify";
import { problem } from "../http/problem.ts";
import type { Caller } from "./caller.ts";

export function known({ caller }: Pick<FastifyRequest, "caller">): Caller {
  if (!caller) throw problem(401, "not-signed-in", "Nobody is signed in");
  return caller;
}
