// Lockfile version 2 and 3: `packages`, by location. https://docs.npmjs.com/cli/configuring-npm/package-lock-json#packages
import { asObject, asText, type DataObject, textField } from "../shared/data.ts";
import { npmSource, splitNpmName } from "../shared/npm.ts";
import { baseName, folderOf } from "../shared/paths.ts";
import type { LockedPackage, OwnPackage, Reading, Scope } from "../types.ts";
import { declaredLicense } from "../shared/npm-license.ts";
import { Edges, MODULES } from "./edges.ts";

export interface PackagesInput {
  readonly packages: DataObject;
  /** Name of the root, where its own entry has none. */
  readonly rootName: string | undefined;
  /** Lines of the entries, in their order. */
  readonly lines: readonly (number | undefined)[];
  /** Whether the folder of a location outside `node_modules` is a package of this repository. */
  isOurs(location: string): boolean;
}

interface Placed {
  readonly location: string;
  readonly entry: DataObject;
  readonly line: number | undefined;
  /** Where the last `node_modules/` of the location starts, -1 outside of all. */
  readonly at: number;
  /** The name that the location gives it. */
  readonly name: string;
}

/** Everything below `node_modules` is a package; the root, workspaces and linked folders of the repository are ours. */
export function readPackages(input: PackagesInput): Reading {
  const { ours, others, links } = sorted(input);
  const edges = new Edges();
  for (const { location, at, name } of others) if (at >= 0) edges.add(holderOf(location, at), name, location);
  if (links.length > 0) addLinks(edges, links, others);
  const direct = new Set<string>();
  const own: OwnPackage[] = [];
  for (const place of ours) {
    const dependsOn = edges.from(place.location, place.entry, true);
    for (const target of dependsOn) direct.add(target);
    own.push(ownPackage(place, input.rootName, dependsOn));
  }
  const packages: LockedPackage[] = [];
  // Without its root a file does not say what was asked for.
  const knowsDirect = ours.length > 0;
  for (const place of others) packages.push(lockedPackage(place, edges, knowsDirect ? direct.has(place.location) : undefined));
  return { packages, own };
}

function sorted(input: PackagesInput): { readonly ours: Placed[]; readonly others: Placed[]; readonly links: Placed[] } {
  const ours: Placed[] = [];
  const others: Placed[] = [];
  const links: Placed[] = [];
  let index = -1;
  for (const location of Object.keys(input.packages)) {
    index += 1;
    const entry = asObject(input.packages[location]);
    if (!entry) continue;
    const at = location.lastIndexOf(MODULES);
    const place: Placed = {
      location,
      entry,
      line: input.lines[index],
      at,
      name: at < 0 ? folderName(location) : location.slice(at + MODULES.length),
    };
    if (entry["link"] === true) links.push(place);
    else if (location === "" || (at < 0 && input.isOurs(location))) ours.push(place);
    else others.push(place);
  }
  return { ours, others, links };
}

function addLinks(edges: Edges, links: readonly Placed[], others: readonly Placed[]): void {
  const targets = new Set(others.map((place) => place.location));
  for (const { location, entry, at, name } of links) {
    const target = textField(entry, "resolved");
    edges.add(holderOf(location, at), name, target !== undefined && targets.has(target) ? target : "");
  }
}

function ownPackage({ location, entry, name: folder }: Placed, rootName: string | undefined, dependsOn: readonly string[]): OwnPackage {
  const { namespace, name } = splitNpmName(textField(entry, "name") ?? (location === "" ? (rootName ?? "") : folder));
  return { type: "npm", namespace, name, version: textField(entry, "version"), license: declaredLicense(entry), dependsOn };
}

function lockedPackage({ location, entry, line, at, name: folder }: Placed, edges: Edges, direct: boolean | undefined): LockedPackage {
  const { namespace, name } = splitNpmName(asText(entry["name"]) ?? folder);
  const license = entry["license"];
  return {
    key: location,
    type: "npm",
    namespace,
    name,
    version: asText(entry["version"]) ?? "",
    scope: scopeOf(entry),
    direct,
    line,
    license: typeof license === "string" ? license : declaredLicense(entry),
    dependsOn: edges.from(location, entry, false),
    source: at >= 0 ? npmSource(asText(entry["resolved"])) : { kind: "path", address: location },
    integrity: asText(entry["integrity"]),
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

/** `dev`: only development brings it in; `optional`: only optional dependencies; `devOptional`: both, so production installs it too. */
export function scopeOf(entry: DataObject): Scope {
  if (entry["dev"] === true) return "development";
  return entry["optional"] === true || entry["devOptional"] === true ? "optional" : "production";
}
