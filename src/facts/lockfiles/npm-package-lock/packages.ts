// The entries of a package-lock become packages and what is ours. https://docs.npmjs.com/cli/configuring-npm/package-lock-json#packages
import { npmSource, splitNpmName } from "../shared/npm.ts";
import { baseName, folderOf } from "../shared/paths.ts";
import { type LockedPackage, type OwnPackage, type Reading, Unreadable } from "../types.ts";
import { Edges, MODULES, maxLevels } from "./edges.ts";
import type { LockEntry } from "./entry.ts";

export interface PackagesInput {
  readonly entries: readonly LockEntry[];
  /** Name of the root, where its own entry has none. */
  readonly rootName: string | undefined;
  /** Whether the folder of a location outside `node_modules` is a package of this repository. */
  isOurs(location: string): boolean;
}

/** What was read, with the locations of the workspaces and linked folders that are ours. */
export interface PackagesReading extends Reading {
  readonly folders: readonly string[];
}

interface Placed {
  readonly entry: LockEntry;
  /** Where the last `node_modules/` of the location starts, -1 outside of all. */
  readonly at: number;
  /** The name that the location gives it. */
  readonly name: string;
}

/** Everything below `node_modules` is a package; the root, workspaces and linked folders of the repository are ours. */
export function readPackages(input: PackagesInput): PackagesReading {
  const { ours, others, links } = sorted(input);
  const edges = new Edges();
  for (const { entry, at, name } of others) if (at >= 0) edges.add(holderOf(entry.location, at), name, entry.location);
  if (links.length > 0) addLinks(edges, links, others);
  const direct = new Set<string>();
  const own: OwnPackage[] = [];
  for (const { entry, name } of ours) {
    const asks = entry.developmentAsks.length > 0 ? [...new Set([...entry.asks, ...entry.developmentAsks])] : entry.asks;
    const dependsOn = edges.targets(entry.location, asks);
    for (const target of dependsOn) direct.add(target);
    const described = ownPackage(entry, entry.location === "" ? (input.rootName ?? "") : name, dependsOn);
    if (described.name !== "") own.push(described);
  }
  const packages: LockedPackage[] = [];
  // Without its root a file does not say what was asked for.
  const knowsDirect = ours.length > 0;
  for (const place of others) packages.push(lockedPackage(place, edges, knowsDirect ? direct.has(place.entry.location) : undefined));
  return { packages, own, folders: ours.map(({ entry }) => entry.location) };
}

function sorted({ entries, isOurs }: PackagesInput): { readonly ours: Placed[]; readonly others: Placed[]; readonly links: Placed[] } {
  const ours: Placed[] = [];
  const others: Placed[] = [];
  const links: Placed[] = [];
  for (const entry of entries) {
    const { location } = entry;
    if (location.length > 2 * maxLevels) checkDepth(entry);
    const at = location.lastIndexOf(MODULES);
    const place: Placed = { entry, at, name: at < 0 ? folderName(location) : location.slice(at + MODULES.length) };
    if (entry.link) links.push(place);
    else if (location === "" || (at < 0 && isOurs(location))) ours.push(place);
    else others.push(place);
  }
  return { ours, others, links };
}

/** Names are looked up along the folders of a location: one that no machine could have made is refused before that becomes slow. */
function checkDepth({ location, line }: LockEntry): void {
  if (location.length < 4000 && location.split("/").length <= maxLevels) return;
  throw new Unreadable(`Not a package-lock: a location of more than ${maxLevels} folders`, line);
}

function addLinks(edges: Edges, links: readonly Placed[], others: readonly Placed[]): void {
  const targets = new Set(others.map((place) => place.entry.location));
  for (const { entry, at, name } of links) {
    const target = entry.resolved;
    edges.add(holderOf(entry.location, at), name, target !== undefined && targets.has(target) ? target : "");
  }
}

function ownPackage(entry: LockEntry, fallback: string, dependsOn: readonly string[]): OwnPackage {
  const { namespace, name } = splitNpmName(entry.name ?? fallback);
  const listed = entry.location !== "" && entry.version !== undefined ? true : undefined;
  return { type: "npm", namespace, name, version: entry.version, license: entry.license, listed, dependsOn };
}

function lockedPackage({ entry, at, name: folder }: Placed, edges: Edges, direct: boolean | undefined): LockedPackage {
  const { namespace, name } = splitNpmName(entry.name ?? folder);
  return {
    key: entry.location,
    type: "npm",
    namespace,
    name,
    version: entry.version ?? "",
    scope: entry.scope,
    direct,
    line: entry.line,
    license: entry.license,
    dependsOn: edges.targets(entry.location, entry.asks),
    source: at >= 0 ? npmSource(entry.resolved) : { kind: "path", address: entry.location },
    integrity: entry.integrity,
  };
}

/** What holds the `node_modules` that a location ends in. */
function holderOf(location: string, at: number): string {
  return at <= 0 ? "" : location.slice(0, at - 1);
}

/** The name that npm gives a folder outside `node_modules`: its own, with the scope if its parent folder is one. */
function folderName(location: string): string {
  const parent = baseName(folderOf(location));
  return parent.startsWith("@") ? `${parent}/${baseName(location)}` : baseName(location);
}
