// Every page of the portal with somebody who has it: each is looked at in both themes, both languages and on a phone.
import type { Who } from "./office.ts";

export interface Address {
  readonly path: string;
  readonly who: Who;
}

export const addresses: readonly Address[] = [
  { path: "/", who: "developer" },
  { path: "/", who: "executive" },
  { path: "/no-such-page", who: "viewer" },
];
