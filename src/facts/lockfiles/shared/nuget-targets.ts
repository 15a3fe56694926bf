// What project.assets.json and *.deps.json share: targets and libraries, with names as `Name/1.0.0`.
import { type DataObject, entriesOf, field, objectField, type Positioned, textField } from "./data.ts";
import type { Edges } from "./graph.ts";

export interface NugetLibrary {
  /** `name@version`, the name in lower case. */
  readonly key: string;
  readonly name: string;
  readonly version: string;
  /** `package`, `project`, `reference`, `runtimepack`. */
  readonly kind: string;
  readonly sha512: string | undefined;
  readonly line: number | undefined;
}

export interface NugetTargets {
  /** By key. */
  readonly libraries: ReadonlyMap<string, NugetLibrary>;
  readonly edges: Edges;
  /** Keys by lower-case name, for each target. */
  readonly byTarget: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Reads `libraries` and `targets`; entries whose name has no version are left out. */
export function nugetTargets(document: Positioned): NugetTargets {
  const libraries = new Map<string, NugetLibrary>();
  const listed = field(document.value, "libraries");
  for (const [id, value] of entriesOf(listed)) {
    const library = libraryOf(id, value, document.lineOf(listed, id));
    if (library) libraries.set(library.key, library);
  }
  const edges = new Map<string, Set<string>>();
  const byTarget = new Map<string, ReadonlyMap<string, string>>();
  for (const [target, entries] of entriesOf(field(document.value, "targets"))) {
    const keys = new Map<string, string>();
    for (const [id] of entriesOf(entries)) {
      const named = splitId(id);
      if (named) keys.set(named.name.toLowerCase(), keyOf(named));
    }
    byTarget.set(target, keys);
    for (const [id, value] of entriesOf(entries)) link(edges, id, objectField(value, "dependencies"), keys);
  }
  return { libraries, edges: new Map([...edges].map(([from, to]) => [from, [...to]])), byTarget };
}

function libraryOf(id: string, value: unknown, line: number | undefined): NugetLibrary | undefined {
  const named = splitId(id);
  if (!named) return undefined;
  const hash = textField(value, "sha512");
  const plain = hash?.replace(/^sha512-/, "");
  return { key: keyOf(named), ...named, kind: textField(value, "type") ?? "package", sha512: plain === "" ? undefined : plain, line };
}

function link(edges: Map<string, Set<string>>, id: string, dependencies: DataObject | undefined, keys: ReadonlyMap<string, string>): void {
  const named = splitId(id);
  if (!named || !dependencies) return;
  const from = edges.get(keyOf(named)) ?? new Set<string>();
  for (const name of Object.keys(dependencies)) {
    const to = keys.get(name.toLowerCase());
    if (to !== undefined) from.add(to);
  }
  edges.set(keyOf(named), from);
}

function splitId(id: string): { readonly name: string; readonly version: string } | undefined {
  const slash = id.lastIndexOf("/");
  return slash <= 0 || slash === id.length - 1 ? undefined : { name: id.slice(0, slash), version: id.slice(slash + 1) };
}

function keyOf(named: { readonly name: string; readonly version: string }): string {
  return `${named.name.toLowerCase()}@${named.version}`;
}
