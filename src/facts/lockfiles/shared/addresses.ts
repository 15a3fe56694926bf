// Addresses that lockfiles name: made fit to be shown. A password never leaves the file it stands in.
import { withoutTrailing } from "#kit";
import type { LockedPackage } from "../types.ts";

type Source = NonNullable<LockedPackage["source"]>;

/** Parameters of an address that are keys to it: `?private_token=…`, `&X-Amz-Signature=…`. */
const SECRET = /^(?:.*[-_])?(?:token|signature|sig|key|apikey|password|passwd|secret|credential)$/i;

/** An address without user name, password and secret parameters: `https://token@host/x` gives `https://host/x`; `git@host:x` stays. */
export function withoutCredentials(address: string): string {
  const plain = address.replace(/^([a-z][a-z0-9+.-]{0,30}:\/\/)([^/?#]*)@/i, (whole, scheme: string, user: string) => {
    return /^(?:ssh|git\+ssh):/i.test(scheme) && /^[\w.-]+$/.test(user) ? whole : scheme;
  });
  const question = plain.indexOf("?");
  return question < 0 ? plain : plain.slice(0, question) + publicQuery(plain.slice(question));
}

function publicQuery(query: string): string {
  const hash = query.indexOf("#");
  const end = hash < 0 ? query.length : hash;
  const kept = query
    .slice(1, end)
    .split("&")
    .filter((pair) => !SECRET.test(pair.slice(0, 100).split("=", 1)[0] ?? ""));
  return `${kept.length > 0 ? "?" : ""}${kept.join("&")}${query.slice(end)}`;
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;

/** Whether a text is a full git object id. */
export function isCommit(text: string | undefined): text is string {
  return text !== undefined && COMMIT.test(text);
}

/** A git source; `reference` counts only where it is a full commit id. `git+` in front of the address is dropped. */
export function gitSource(address: string, reference?: string): Source {
  const plain = withoutCredentials(address.replace(/^git\+/i, ""));
  return isCommit(reference) ? { kind: "git", address: plain, commit: reference.toLowerCase() } : { kind: "git", address: plain };
}

export function urlSource(address: string): Source {
  return { kind: "url", address: withoutCredentials(address) };
}

export function pathSource(address: string): Source {
  return { kind: "path", address };
}

/** A registry that is not one of the usual ones; undefined for those and for none. Compared without scheme, trailing slash and case of the host. */
export function registrySource(address: string | undefined, usual: readonly string[]): Source | undefined {
  if (address === undefined || address === "") return undefined;
  const plain = withoutCredentials(address);
  const bare = withoutTrailing(plain.toLowerCase().replace(/^[a-z+]+:\/\//, ""), "/");
  return usual.includes(bare) ? undefined : { kind: "registry", address: plain };
}
