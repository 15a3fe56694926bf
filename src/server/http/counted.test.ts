import type { FastifyReply } from "fastify";
import { expect, it } from "vitest";
import type { Database } from "#store";
import { countedOnce } from "./counted.ts";

function reply(tag: string): FastifyReply {
  return { getHeader: () => tag } as unknown as FastifyReply;
}

it("counts once for each tag, asks again after a failure, and keeps no more than a few hundred", async () => {
  const deps = { database: {} as Database };
  let asked = 0;
  const count = async () => ++asked;
  expect(await Promise.all([countedOnce(deps, reply("1-a"), count), countedOnce(deps, reply("1-a"), count)])).toEqual([1, 1]);
  expect(await countedOnce(deps, reply("2-a"), count)).toBe(2);
  expect(await countedOnce({ database: {} as Database }, reply("2-a"), count)).toBe(3);
  await expect(countedOnce(deps, reply("3-a"), () => Promise.reject(new Error("gone")))).rejects.toThrow("gone");
  expect(await countedOnce(deps, reply("3-a"), count)).toBe(4);
  for (let other = 0; other < 600; other++) await countedOnce(deps, reply(`other-${other}`), async () => other);
  expect(await countedOnce(deps, reply("1-a"), count)).toBe(5);
});
