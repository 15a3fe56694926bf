// What nobody signed in for is taken so often from one address, and so often from all of them together: the desk is of people.
import type { FastifyRequest } from "fastify";
import type { App } from "../deps.ts";

const TEN_MINUTES = 600_000;

/** In ten minutes. Gives the minutes for which nothing more is taken; undefined where it is. */
export function limitsOn(
  app: App,
  name: string,
  { each, all }: { readonly each: number; readonly all: number },
): (request: FastifyRequest) => Promise<number | undefined> {
  const made = () => [
    app.createRateLimit({ max: each, timeWindow: TEN_MINUTES, keyGenerator: ({ ip }) => `${name} ${ip}` }),
    app.createRateLimit({ max: all, timeWindow: TEN_MINUTES, keyGenerator: () => name }),
  ];
  let limits: ReturnType<typeof made> | undefined;
  return async (request) => {
    for (const limit of (limits ??= made())) {
      const now = await limit(request);
      if (!now.isAllowed && now.isExceeded) return Math.ceil(now.ttlInSeconds / 60);
    }
    return undefined;
  };
}
