// K-26: how many of ours look after each project that we depend on, as far as its history and its file of maintainers tell.
import { aboutUpstreams } from "./by-upstream.ts";
import type { Formula } from "./types.ts";

export const rolesHeld: Formula = {
  measure: "contribution.roles-held",
  compute: (input) =>
    aboutUpstreams(input, ({ ours }) => ({ value: ours?.maintainers ?? null, ...(ours ? { estimate: true } : { reason: "no-source" }) })),
};
