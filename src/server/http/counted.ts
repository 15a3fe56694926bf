// Counts over everything that is known: made once for each change of it, not for each person who looks.
import type { FastifyReply } from "fastify";
import type { Database } from "#store";
import type { Deps } from "../deps.ts";

/** Answers of a server at most; the oldest go first. Each has a few kB. */
const MOST = 500;

const kept = new WeakMap<Database, Map<string, Promise<unknown>>>();

/**
 * Makes the answer, or gives the one that was made for the same question. Call it after `hasAlready`, whose tag names the address, the units that may be seen, and
 * what was known: another tag is another answer.
 */
export function countedOnce<T>({ database }: Pick<Deps, "database">, reply: FastifyReply, make: () => Promise<T>): Promise<T> {
  const answers = kept.get(database) ?? new Map<string, Promise<unknown>>();
  kept.set(database, answers);
  const tag = String(reply.getHeader("etag"));
  const before = answers.get(tag);
  if (before) return before as Promise<T>;
  const made = make();
  answers.set(tag, made);
  made.catch(() => answers.delete(tag));
  const [oldest] = answers.keys();
  if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
  return made;
}
