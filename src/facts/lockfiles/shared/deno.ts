// What deno.json and deno.lock share: specifiers of packages and of modules on the web.
import { upTo } from "#kit";
import type { LockedPackage } from "../types.ts";
import { isExactVersion, splitDescriptor, splitNpmName } from "./npm.ts";

export type Identity = Pick<LockedPackage, "type" | "namespace" | "name" | "version" | "range" | "source">;

/** `npm:chalk@5/path`, `jsr:@std/path@^1`, or the address of a module on a host that serves packages; undefined for everything else. */
export function identityOf(specifier: string): Identity | undefined {
  const registry = /^(npm|jsr):\/?(.+)$/.exec(specifier);
  if (registry?.[1] && registry[2]) return packageIdentity(registry[1], ...nameAndRange(registry[2]));
  return /^https?:\/\//.test(specifier) ? remoteIdentity(specifier) : undefined;
}

/** An npm or JSR package. A scope of JSR is written without its `@`, as JSR's own interface names it. */
export function packageIdentity(type: string, fullName: string, range: string): Identity | undefined {
  const { namespace, name } = splitNpmName(fullName);
  if (name === "" || fullName.startsWith(".")) return undefined;
  const scope = type === "jsr" ? namespace?.slice(1) : namespace;
  const pinned = isExactVersion(range);
  return { type, namespace: scope, name, version: pinned ? range : "", ...(pinned || range === "" ? {} : { range }) };
}

/** Without the path inside of the package: `@std/fs@1/walk` is `@std/fs` and `1`. */
function nameAndRange(text: string): [string, string] {
  const parts = text.split("/");
  const taken = parts.slice(0, text.startsWith("@") ? 2 : 1).join("/");
  const { name, rest } = splitDescriptor(taken);
  return [name, rest];
}

// Hosts that serve npm packages as modules, with what stands before the package name.
const NPM_HOSTS = [
  /^https:\/\/esm\.sh\/(?:stable\/|v\d+\/|\*|gh\/)?(.+)/,
  /^https:\/\/(?:cdn\.)?skypack\.dev\/(?:pin\/)?(.+)/,
  /^https:\/\/unpkg\.com\/(.+)/,
  /^https:\/\/cdn\.jsdelivr\.net\/npm\/(.+)/,
  /^https:\/\/ga\.jspm\.io\/npm:(.+)/,
];

function remoteIdentity(address: string): Identity | undefined {
  const plain = upTo(address, "?#");
  const module = /^https:\/\/deno\.land\/(x\/[^/@]+|std)(?:@([^/]+))?(?:\/|$)/.exec(plain);
  if (module?.[1]) return denoLand(module[1], module[2] ?? "");
  const jsr = /^https:\/\/jsr\.io\/(@[^/]+\/[^/]+)\/([^/]+)/.exec(plain);
  if (jsr?.[1] && jsr[2]) return packageIdentity("jsr", jsr[1], jsr[2]);
  for (const host of NPM_HOSTS) {
    const path = host.exec(plain)?.[1];
    // What is built for a target carries its own settings in the path (`X-…`): no package.
    if (path !== undefined && !plain.includes("/gh/")) return packageIdentity("npm", ...nameAndRange(path));
  }
  return undefined;
}

/** Modules of deno.land have no type of their own among package URLs. */
function denoLand(path: string, version: string): Identity {
  const name = path.startsWith("x/") ? path.slice(2) : path;
  return {
    type: "generic",
    namespace: path.startsWith("x/") ? "deno.land/x" : "deno.land",
    name,
    version,
    source: { kind: "url", address: `https://deno.land/${path}${version === "" ? "" : `@${version}`}` },
  };
}
