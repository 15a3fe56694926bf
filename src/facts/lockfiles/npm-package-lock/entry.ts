// One entry of a package-lock, however it was read.
import { asObject, asText, type DataObject } from "../shared/data.ts";
import { declaredLicense } from "../shared/npm-license.ts";
import type { Scope } from "../types.ts";

export interface LockEntry {
  /** Where npm installs it: `node_modules/a/node_modules/b`, `packages/ours`; empty for the root. */
  readonly location: string;
  readonly line: number | undefined;
  /** Only where it is not the one that the location gives. */
  readonly name: string | undefined;
  readonly version: string | undefined;
  readonly resolved: string | undefined;
  readonly integrity: string | undefined;
  readonly license: string | undefined;
  /** A link to the location that `resolved` names. */
  readonly link: boolean;
  readonly scope: Scope;
  /** Names that it asks for, to run. */
  readonly asks: readonly string[];
  /** Names that it asks for only to be developed. */
  readonly developmentAsks: readonly string[];
}

const NO_NAMES: readonly string[] = [];
const RUNTIME: ReadonlySet<string> = new Set(["dependencies", "optionalDependencies", "peerDependencies"]);
const DEVELOPMENT: ReadonlySet<string> = new Set(["devDependencies"]);

/** An entry that is still being read. */
export type OpenEntry = { -readonly [K in keyof LockEntry]: LockEntry[K] };

export function openEntry(location: string, line: number): OpenEntry {
  return {
    location,
    line,
    name: undefined,
    version: undefined,
    resolved: undefined,
    integrity: undefined,
    license: undefined,
    link: false,
    scope: "production",
    asks: NO_NAMES,
    developmentAsks: NO_NAMES,
  };
}

/** The entry behind a location of `packages`. */
export function entryFrom(location: string, data: DataObject, line: number | undefined): LockEntry {
  const license = data["license"];
  return {
    location,
    line,
    name: asText(data["name"]),
    version: asText(data["version"]),
    resolved: asText(data["resolved"]),
    integrity: asText(data["integrity"]),
    license: typeof license === "string" ? license : declaredLicense(data),
    link: data["link"] === true,
    scope: scopeFrom(data["dev"] === true, data["optional"] === true || data["devOptional"] === true),
    asks: namesIn(data, RUNTIME),
    developmentAsks: namesIn(data, DEVELOPMENT),
  };
}

/** Only development brings it in; or only optional dependencies do (those of production or of both: then production installs it too). */
export function scopeFrom(development: boolean, optional: boolean): Scope {
  return development ? "development" : optional ? "optional" : "production";
}

function namesIn(data: DataObject, groups: ReadonlySet<string>): readonly string[] {
  const found: string[][] = [];
  for (const key of Object.keys(data)) {
    const names = groups.has(key) ? asObject(data[key]) : undefined;
    if (names) found.push(Object.keys(names));
  }
  return joinedNames(found);
}

/** The names of several groups; what stands in two of them is one edge. */
export function joinedNames(groups: readonly string[][]): readonly string[] {
  const [first = NO_NAMES] = groups;
  return groups.length < 2 ? first : [...new Set(groups.flat())];
}
