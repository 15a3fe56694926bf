// Every form of secret that is known: one line for each file.
import { sha256 } from "#kit";
import type { SecretRule } from "../types.ts";
import { clouds } from "./clouds.ts";
import { forges } from "./forges.ts";
import { keys } from "./keys.ts";
import { services } from "./services.ts";

const VERSION = 2;

export const secretRules: readonly SecretRule[] = [...clouds, ...forges, ...services, ...keys];

/** Another one where any rule is another: what was searched by other rules is searched again. Count VERSION up when `../allowed.ts` or `../search.ts` decide otherwise. */
export const rulesStamp: string = sha256(
  JSON.stringify([
    VERSION,
    ...secretRules.map(({ id, keywords, pattern, before, entropy, generic }) => [id, keywords, pattern.source, before, entropy, generic]),
  ]),
).slice(0, 16);
