// The npm and JSR packages of a deno.lock with their edges.
import { asArray, asObject, asText, type DataObject, entriesOf, type Positioned, textField } from "../shared/data.ts";
import { packageIdentity } from "../shared/deno.ts";
import type { NpmEdges } from "../shared/npm-scopes.ts";
import { npmSource, splitDescriptor } from "../shared/npm.ts";
import { type LockedPackage, Unreadable } from "../types.ts";
import type { Specifiers } from "./specifiers.ts";

export interface DenoEntry extends NpmEdges {
  readonly locked: Omit<LockedPackage, "scope">;
}

/** Entries of one registry; keys get its name before them, since both may hold the same name. */
export function denoEntries(
  type: "npm" | "jsr",
  packages: DataObject | undefined,
  document: Positioned,
  specifiers: Specifiers,
): readonly DenoEntry[] {
  const versions = versionsByName(packages);
  return entriesOf(packages).map(([key, value]) => {
    const line = document.lineOf(packages, key);
    const data = asObject(value);
    const { name, rest } = splitDescriptor(key);
    // Peers stand behind the version: `a@1.0.0_b@2.0.0`.
    const identity = packageIdentity(type, name, rest.split("_", 1)[0] ?? "");
    if (!data || !identity) throw new Unreadable(`Not a deno.lock: "${key}" is no package`, line, "name@version: {…}");
    const keyOf = (ask: Ask): string => (type === "jsr" ? (specifiers.keyOf(ask[1]) ?? "") : npmKey(ask, versions));
    return {
      locked: {
        key: `${type}:${key}`,
        ...identity,
        line,
        integrity: textField(data, "integrity"),
        source: npmSource(textField(data, "tarball")),
      },
      required: asksIn(data["dependencies"]).map(keyOf),
      optional: asksIn(data["optionalDependencies"]).map(keyOf),
    };
  });
}

/** The name that is asked for, and how it is written. */
type Ask = readonly [name: string, written: string];

/** Up to version 3 an object (`{name: "name@1.0.0"}`), later a list (`["name", "other@1.0.0", "alias@npm:real@1.0.0"]`). */
function asksIn(group: unknown): readonly Ask[] {
  const list = asArray(group);
  if (list) return list.flatMap((item): Ask[] => (typeof item === "string" ? [[splitDescriptor(item).name, item]] : []));
  return entriesOf(group).flatMap(([name, value]): Ask[] => {
    const written = asText(value);
    return written === undefined ? [] : [[name, written]];
  });
}

function npmKey([, written]: Ask, versions: ReadonlyMap<string, string>): string {
  const real = /@npm:(.+)$/.exec(written)?.[1] ?? written;
  return `npm:${versions.get(real) ?? real}`;
}

/** Keys of names that occur with one version only: they are asked for by name alone. */
function versionsByName(packages: DataObject | undefined): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [key] of entriesOf(packages)) {
    const { name } = splitDescriptor(key);
    if (!keys.has(name)) keys.set(name, key);
  }
  return keys;
}
