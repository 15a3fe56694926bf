// Which package an SBOM's entry is: by its package URL, otherwise by its name and version.
import { type Purl, readPurl } from "#kit";
import type { LockedPackage } from "../lockfiles/types.ts";
import type { SbomPackage } from "./types.ts";

export type Identity = Pick<LockedPackage, "type" | "namespace" | "name" | "version" | "qualifiers" | "subpath" | "source">;

/** What goes by name and version, as `pkg:generic/…`, because it has no package URL or none that can be read. */
export interface Nameless {
  readonly broken: string[];
  without: number;
}

/**
 * Files that were looked at, and lockfiles that a scanner names as "applications", are no packages: nobody can use or license them. They have neither a
 * version nor a package URL. What has no name cannot be spoken of.
 */
export function isPackage(item: SbomPackage): boolean {
  if (item.name === "" && item.purl === "") return false;
  // A copy of another package of the document, with nothing that tells it from a folder: the other one is listed.
  if (item.derived === true && item.purl === "" && item.version === "") return false;
  // An algorithm, a key, a certificate: what uses it is a package, and listed.
  if (item.kind === "cryptographic-asset" && item.purl === "") return false;
  return item.purl !== "" || item.version !== "" || item.licenses.length > 0 || !(item.kind === "file" || looksLikeLockfile(item));
}

function looksLikeLockfile(item: SbomPackage): boolean {
  return item.kind === "application" && /(^|\/)[\w.-]{1,100}\.(lock|json|toml|ya?ml|xml|mod|sum|txt)$/.test(item.name.slice(-200));
}

/** Qualifiers that say where a package was found or got from, not which package it is. */
const annotations = new Set([
  "checksum",
  "checksums",
  "download_url",
  "file_name",
  "package-id",
  "packaging",
  "repository_url",
  "upstream",
  "vcs_url",
]);

/** The parts of the package URL that identify, and where it comes from. Counts into `nameless` what has none. */
export function identityOf(item: SbomPackage, nameless?: Nameless): Identity {
  const purl = item.purl === "" ? undefined : readPurl(item.purl);
  if (purl === undefined) {
    if (nameless && item.purl !== "") nameless.broken.push(item.purl);
    else if (nameless) nameless.without++;
    return {
      type: "generic",
      ...(item.group === "" ? {} : { namespace: item.group }),
      name: item.name || item.purl,
      version: item.version,
    };
  }
  const qualifiers = identifying(purl.qualifiers);
  const source = purl.qualifiers ? sourceOf(purl.qualifiers) : undefined;
  return {
    type: purl.type,
    ...(purl.namespace === undefined ? {} : { namespace: purl.namespace }),
    name: purl.name,
    version: purl.version ?? item.version,
    ...(qualifiers === undefined ? {} : { qualifiers }),
    ...(source === undefined ? {} : { source }),
  };
}

function identifying(qualifiers: Purl["qualifiers"]): Purl["qualifiers"] {
  if (qualifiers === undefined) return undefined;
  const entries = Object.entries(qualifiers).filter(([key, value]) => !annotations.has(key) && !(key === "type" && value === "jar"));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function sourceOf(qualifiers: NonNullable<Purl["qualifiers"]>): LockedPackage["source"] {
  const { repository_url: registry, vcs_url: repository, download_url: address } = qualifiers;
  if (registry !== undefined) return { kind: "registry", address: registry };
  if (repository !== undefined) return { kind: "git", address: repository };
  return address === undefined ? undefined : { kind: "url", address };
}
