// SBOM packages in the shape that lockfile readers give, so that the inventory joins both.
import { parsePurl, type Problem } from "#kit";
import type { LockedPackage, OwnPackage, Reading, Scope } from "../lockfiles/types.ts";
import { quoted } from "./collector.ts";
import { declaredText } from "./declared-text.ts";
import { identityOf, isPackage, type Nameless } from "./identity.ts";
import { readIfSbom, readSbom } from "./read.ts";
import type { ByteSource } from "./source.ts";
import type { SbomFormatId, SbomLimits, SbomPackage, SbomReading } from "./types.ts";

/** What the inventory needs of an SBOM: a lockfile's `Reading`, and the format for the manifest's entry (`kind: "sbom"`). */
export interface SbomManifest extends Reading {
  readonly format: SbomFormatId;
}

/** Reads an SBOM for the inventory. Throws `Unreadable` as `readSbom` does, nothing else for any bytes. */
export async function readSbomManifest(source: ByteSource, path: string, limits: Partial<SbomLimits> = {}): Promise<SbomManifest> {
  return consumed(await readSbom(source, path, limits), path);
}

/** The same for a file that may be something else: undefined where its first bytes say so. */
export async function sbomManifestIfAny(
  source: ByteSource,
  path: string,
  limits: Partial<SbomLimits> = {},
): Promise<SbomManifest | undefined> {
  const reading = await readIfSbom(source, path, limits);
  return reading && consumed(reading, path);
}

/** Nobody else holds the list of packages: it may shrink while the other grows. */
function consumed({ packages, ...document }: SbomReading, path: string): SbomManifest {
  return locked(document, packages as (SbomPackage | undefined)[], path);
}

/** The packages of a reading under the names of their package URLs. */
export function lockedFromSbom({ packages, ...document }: SbomReading, path: string): SbomManifest {
  return locked(document, [...packages], path);
}

/** Empties `from` while it goes. */
function locked(document: Omit<SbomReading, "packages">, from: (SbomPackage | undefined)[], path: string): SbomManifest {
  const keys = from.map((item) => (item && isPackage(item) ? item.key : undefined));
  const direct = directPackages(document.own);
  const nameless: Nameless = { broken: [], without: 0 };
  const packages: LockedPackage[] = [];
  for (const [index, item] of from.entries()) {
    from[index] = undefined;
    if (item && keys[index] !== undefined) packages.push(lockedPackage(item, direct?.has(index), document, keys, nameless));
  }
  const own = document.own.filter((item) => item.name !== "").map((item) => ownPackage(item, document, keys));
  return { format: document.format, packages, own, problems: [...document.problems, ...extraProblems(keys, nameless, path)] };
}

type Keys = readonly (string | undefined)[];

function lockedPackage(
  item: SbomPackage,
  direct: boolean | undefined,
  document: Pick<SbomReading, "licenseNames">,
  keys: Keys,
  nameless: Nameless,
): LockedPackage {
  const { type, namespace, name, version, qualifiers, source } = identityOf(item, nameless);
  const hash = item.hashes[0];
  const range = item.range !== undefined && parsePurl(item.purl)?.version === undefined ? item.range : undefined;
  return {
    key: item.key,
    type,
    namespace,
    name,
    bareName: isBare(item, namespace, name) ? true : undefined,
    // With a range, a version beside it is only the lowest of it.
    version: range === undefined ? version : "",
    range,
    scope: scopeOf(item),
    direct,
    line: item.line,
    license: declaredText(item.licenses, document.licenseNames, type),
    dependsOn: item.dependsOn && keysOf(item.dependsOn, keys),
    source,
    qualifiers,
    integrity: hash && `${hash.algorithm.toLowerCase().replace(/^sha-/, "sha")}:${hash.value}`,
  };
}

/** Whether the document itself says the name alone: not the namespace that its package URL has. */
function isBare(item: SbomPackage, namespace: string | undefined, name: string): boolean {
  return namespace !== undefined && item.group === "" && item.name === name;
}

function scopeOf(item: SbomPackage): Scope {
  return item.scope === "excluded" ? "development" : item.scope === "optional" ? "optional" : "production";
}

/** What our own packages ask for by name; undefined where the document does not say. */
function directPackages(own: readonly SbomPackage[]): ReadonlySet<number> | undefined {
  const asked = new Set<number>();
  for (const item of own) for (const index of item.dependsOn ?? []) asked.add(index);
  return asked.size === 0 ? undefined : asked;
}

function keysOf(indexes: readonly number[], keys: Keys): readonly string[] {
  return indexes.map((index) => keys[index]).filter((key) => key !== undefined);
}

function ownPackage(item: SbomPackage, document: Pick<SbomReading, "licenseNames">, keys: Keys): OwnPackage {
  const { type, namespace, name, version } = identityOf(item);
  const license = declaredText(item.licenses, document.licenseNames, type);
  return {
    type,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    ...(version === "" ? {} : { version }),
    ...(license === undefined ? {} : { license }),
    ...(item.dependsOn === undefined ? {} : { dependsOn: keysOf(item.dependsOn, keys) }),
  };
}

function extraProblems(keys: Keys, { broken, without }: Nameless, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  const left = keys.filter((key) => key === undefined).length;
  if (left > 0) {
    const message = `${left} of ${keys.length} entries are no packages (files, keys, copies of others) or have no name: they are not counted as components`;
    problems.push({ code: "sbom-not-a-package", severity: "note", file: path, message });
  }
  if (without > 0) {
    const message = `${without} of ${keys.length} components have no package URL: they go by name and version (pkg:generic)`;
    problems.push({ code: "sbom-no-purl", severity: "note", file: path, message, hint: "Ask for an SBOM with package URLs." });
  }
  if (broken.length > 0) {
    const message = `${broken.length} package URLs cannot be read (the first is ${quoted(broken[0] ?? "")}): name and version are used (pkg:generic)`;
    problems.push({ code: "sbom-broken-purl", severity: "warning", file: path, message, hint: "Ask for an SBOM with valid package URLs." });
  }
  return problems;
}
