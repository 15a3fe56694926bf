// Dependency specifiers of Python (PEP 508): `name[extra] >=1,<2 ; python_version < "3.9"` and `name @ https://…`.
import { gitSource, pathSource, urlSource } from "../addresses.ts";
import type { LockedPackage } from "../../types.ts";
import { pinnedVersion, versionInFileName } from "./names.ts";

export interface Requirement {
  /** As written. */
  readonly name: string;
  readonly extras: readonly string[];
  /** Without spaces at its ends; empty where any version does. */
  readonly specifier: string;
  /** For `name @ address`. */
  readonly url: string | undefined;
  readonly marker: string | undefined;
}

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/;
const CLAUSE = /^(?:===?|~=|!=|<=?|>=?)\s*[^\s;()]+$/;

/** Reads one specifier; undefined where it is none. The version clauses need not be valid PEP 440: old files hold much else. */
export function parseRequirement(text: string): Requirement | undefined {
  const plain = text.trim();
  const name = NAME.exec(plain.slice(0, 300))?.[0];
  if (name === undefined) return undefined;
  let rest = plain.slice(name.length).trimStart();
  let extras: readonly string[] = [];
  if (rest.startsWith("[")) {
    const end = rest.indexOf("]");
    if (end < 0) return undefined;
    extras = rest
      .slice(1, end)
      .split(",")
      .map((extra) => extra.trim())
      .filter((extra) => extra !== "");
    rest = rest.slice(end + 1).trimStart();
  }
  if (rest.startsWith("@")) return withAddress(name, extras, rest.slice(1).trim());
  const semicolon = rest.indexOf(";");
  const marker = semicolon < 0 ? undefined : rest.slice(semicolon + 1).trim();
  const specifier = unwrapped((semicolon < 0 ? rest : rest.slice(0, semicolon)).trim());
  if (specifier !== "" && !isSpecifier(specifier)) return undefined;
  return { name, extras, specifier, url: undefined, marker: marker || undefined };
}

/** `name @ address ; marker`: the marker of an address needs a space before its semicolon. */
function withAddress(name: string, extras: readonly string[], text: string): Requirement | undefined {
  const end = text.search(/\s/);
  const url = end < 0 ? text : text.slice(0, end);
  if (url === "") return undefined;
  const rest = end < 0 ? "" : text.slice(end).trim();
  if (rest !== "" && !rest.startsWith(";")) return undefined;
  return { name, extras, specifier: "", url, marker: rest.slice(1).trim() || undefined };
}

/** Clauses between commas; one comma too many at the end is forgiven. */
function isSpecifier(text: string): boolean {
  const clauses = text.split(",").map((clause) => clause.trim());
  if (clauses.length > 1 && clauses.at(-1) === "") clauses.pop();
  return clauses.every((clause) => CLAUSE.test(clause));
}

function unwrapped(specifier: string): string {
  return specifier.startsWith("(") && specifier.endsWith(")") ? specifier.slice(1, -1).trim() : specifier;
}

/** Version, range and source of a requirement, in the contract's terms. */
export function pinOf(requirement: Requirement): Pick<LockedPackage, "version" | "range" | "source"> {
  if (requirement.url !== undefined) return pinOfAddress(requirement.url, requirement.name);
  const version = pinnedVersion(requirement.specifier);
  if (version !== undefined) return { version };
  return requirement.specifier === "" ? { version: "" } : { version: "", range: requirement.specifier };
}

/** What an address pins: a commit for version control, the version in a file name for archives. */
export function pinOfAddress(address: string, name: string): Pick<LockedPackage, "version" | "source"> {
  const plain = address.replace(/#.*$/s, "");
  if (/^git\+/i.test(plain)) {
    const { repository, reference } = splitReference(plain);
    return { version: "", source: gitSource(repository, reference) };
  }
  if (/^(?:hg|svn|bzr)\+/i.test(plain)) return { version: "", source: urlSource(plain) };
  const version = versionInFileName(plain, name) ?? "";
  return { version, source: /^(?:https?|ftp):/i.test(plain) ? urlSource(plain) : pathSource(plain.replace(/^file:(?:\/\/)?/i, "")) };
}

/** `git+https://host/path@reference` in its two parts. */
export function splitReference(address: string): { repository: string; reference: string | undefined } {
  const path = address.indexOf("/", address.indexOf("://") + 3);
  const at = address.lastIndexOf("@");
  if (path < 0 || at < path) return { repository: address, reference: undefined };
  return { repository: address.slice(0, at), reference: address.slice(at + 1) };
}
