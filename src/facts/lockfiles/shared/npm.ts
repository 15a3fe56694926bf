// What all readers of the npm world share: names, where a package comes from, and whether a folder is one of ours.
import { upTo } from "#kit";
import type { LockedPackage, ReadContext } from "../types.ts";
import { folderOf, pathFrom } from "./paths.ts";

export type Source = NonNullable<LockedPackage["source"]>;

/** `@scope/name` in its two parts. */
export function splitNpmName(full: string): { readonly namespace: string | undefined; readonly name: string } {
  if (full.charCodeAt(0) !== 64) return { namespace: undefined, name: full };
  const slash = full.indexOf("/");
  return slash < 0 ? { namespace: undefined, name: full } : { namespace: full.slice(0, slash), name: full.slice(slash + 1) };
}

/** `name@rest` at the first `@` that does not start a scope; the rest is empty where there is none. */
export function splitDescriptor(descriptor: string): { readonly name: string; readonly rest: string } {
  const at = descriptor.indexOf("@", 1);
  return at < 0 ? { name: descriptor, rest: "" } : { name: descriptor.slice(0, at), rest: descriptor.slice(at + 1) };
}

/** A version of the registry: `1.2.3`, `1.2.3-rc.1+build`. */
export function isExactVersion(text: string): boolean {
  return /^v?\d+\.\d+\.\d+(?:[-+][\w.+-]*)?$/.test(text);
}

// The registry that npm and yarn use unless told otherwise, under both of its names.
const NPM = "https://registry.npmjs.org/";
const YARN = "https://registry.yarnpkg.com/";
const COMMIT = /^[0-9a-f]{7,64}$/;

/** Where an address (`resolved`, a git descriptor, a path) points; undefined for the usual registry and for nothing. */
export function npmSource(address: string | undefined): Source | undefined {
  if (!address || address.startsWith(NPM) || address.startsWith(YARN)) return undefined;
  if (/^(?:file|link|portal):/.test(address)) return { kind: "path", address: address.slice(address.indexOf(":") + 1) };
  if (/^\.{0,2}\//.test(address)) return { kind: "path", address };
  const git = gitSource(address);
  if (git) return git;
  if (!/^https?:\/\//.test(address)) return { kind: "path", address };
  return webSource(withoutCredentials(address));
}

/** Git addresses in all the ways that npm, yarn, pnpm and bun write them; undefined for what is none. */
export function gitSource(address: string): Source | undefined {
  const host = /^(github|gitlab|bitbucket):([\w.-]+\/[\w.-]+?)(?:\.git)?(?:#(.*))?$/.exec(address);
  if (host) return gitAt(`https://${host[1]}.${host[1] === "bitbucket" ? "org" : "com"}/${host[2]}`, host[3]);
  const archive = archiveSource(address);
  if (archive) return archive;
  const [repository = "", fragment] = splitFragment(address);
  const isGit = /^git(?:\+[a-z]+)?:|^ssh:|^git@/.test(address) || (/^https?:/.test(address) && repository.endsWith(".git"));
  return isGit ? gitAt(withoutCredentials(repository.replace(/^git\+/, "")), fragment) : undefined;
}

function splitFragment(address: string): [string, string | undefined] {
  const hash = address.indexOf("#");
  return hash < 0 ? [address, undefined] : [address.slice(0, hash), address.slice(hash + 1)];
}

function gitAt(address: string, fragment: string | undefined): Source {
  const commit = fragment?.replace(/^commit[=:]/, "");
  return commit && COMMIT.test(commit) ? { kind: "git", address, commit } : { kind: "git", address };
}

/** The archives in which code hosts hand out one commit. */
function archiveSource(address: string): Source | undefined {
  const found =
    /^https:\/\/codeload\.github\.com\/([\w.-]+\/[\w.-]+)\/(?:legacy\.)?tar\.gz\/([0-9a-f]{40})$/.exec(address) ??
    /^https:\/\/(?:www\.)?github\.com\/([\w.-]+\/[\w.-]+)\/(?:archive|tarball)\/([0-9a-f]{40})(?:\.tar\.gz|\.tgz)?$/.exec(address);
  return found ? { kind: "git", address: `https://github.com/${found[1]}`, commit: found[2] ?? "" } : undefined;
}

/** Without `user:secret@`. The user of an ssh address stays: it is part of the address. */
function withoutCredentials(address: string): string {
  return address.replace(/^(https?:\/\/)[^/@]*@/, "$1").replace(/^(ssh:\/\/[^/@:]*):[^/@]*@/, "$1@");
}

/** Another registry keeps its packages as `…/name/-/name-1.0.0.tgz`; everything else is a file somewhere. */
function webSource(address: string): Source {
  const layout = address.indexOf("/-/");
  const plain = upTo(address, "?#");
  if (layout < 0 || !/\.(?:tgz|tar\.gz)$/.test(plain)) return { kind: "url", address: plain };
  return { kind: "registry", address: address.slice(0, layout).replace(/\/(?:@[^/]+\/|%40[^/]+%2f)?[^/]+$/i, "/") };
}

/** The name that a registry address (`…/@scope/name/-/name-1.0.0.tgz`) gives what it serves; undefined for other addresses. */
export function nameInAddress(address: string | undefined): string | undefined {
  const layout = address?.indexOf("/-/") ?? -1;
  if (!address || layout < 0 || !/^https?:/.test(address)) return undefined;
  const [name = "", scope = ""] = address.slice(0, layout).replace(/%2f/i, "/").replace(/%40/, "@").split("/").reverse();
  return scope.startsWith("@") ? `${scope}/${name}` : name;
}

/** Whether a folder, relative to the one that holds this lockfile, is a package that the repository itself holds. */
export function isOurs(lockfile: string, folder: string, context: ReadContext): boolean {
  const inside = pathFrom(folderOf(lockfile), folder);
  return inside !== undefined && context.has(inside === "" ? "package.json" : `${inside}/package.json`);
}
