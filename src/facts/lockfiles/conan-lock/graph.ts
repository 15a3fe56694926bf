// The graph of a lockfile of Conan 1: nodes with references, and what they require, by id (before 0.3 by reference and id).
import { arrayField, asText, type DataObject, entriesOf, objectField, type Positioned, textField } from "../shared/data.ts";
import type { EntryProblems } from "../shared/entry-problems.ts";
import { scopesByReach } from "../shared/graph.ts";
import type { LockedPackage, OwnPackage, Reading } from "../types.ts";
import { conanIdentity, conanReference } from "./reference.ts";

interface Node {
  readonly id: string;
  readonly reference: string | undefined;
  /** The consumer: a conanfile of ours. */
  readonly isOwn: boolean;
  readonly requires: readonly string[];
  readonly builds: readonly string[];
  readonly line: number | undefined;
}

export function readGraph(nodes: DataObject, lineOf: Positioned["lineOf"], problems: EntryProblems): Reading {
  const all = entriesOf(nodes).map(([id, value]) => nodeOf(id, value, lineOf(nodes, id)));
  const required = new Set(all.flatMap((node) => [...node.requires, ...node.builds]));
  const isRoot = (node: Node): boolean => node.isOwn || (node.reference === undefined && !required.has(node.id));
  const roots = all.filter(isRoot);
  const edges = new Map(all.map((node) => [node.id, node.requires]));
  const production =
    roots.length > 0 ? roots.flatMap((root) => root.requires) : all.filter((node) => !required.has(node.id)).map((node) => node.id);
  const scopes = scopesByReach({ production, development: all.flatMap((node) => node.builds) }, edges);
  const direct = new Set(roots.flatMap((root) => [...root.requires, ...root.builds]));
  const packages: LockedPackage[] = [];
  for (const node of all) {
    if (isRoot(node)) continue;
    const reference = node.reference === undefined ? undefined : conanReference(node.reference);
    if (!reference) {
      problems.bad(`${JSON.stringify((node.reference ?? "").slice(0, 100))} is no reference of Conan.`, node.line, "name/version");
      continue;
    }
    packages.push({
      key: node.id,
      ...conanIdentity(reference),
      scope: scopes.get(node.id) ?? "production",
      ...(roots.length > 0 ? { direct: direct.has(node.id) } : {}),
      ...(node.line === undefined ? {} : { line: node.line }),
      dependsOn: [...node.requires, ...node.builds],
    });
  }
  const known = new Set(packages.map((entry) => entry.key));
  const linked = packages.map((entry) => ({ ...entry, dependsOn: (entry.dependsOn ?? []).filter((key) => known.has(key)) }));
  return { packages: linked, own: roots.flatMap((root) => ownOf(root, known)) };
}

function nodeOf(id: string, value: unknown, line: number | undefined): Node {
  return {
    id,
    reference: textField(value, "ref") ?? textField(value, "pref"),
    isOwn: textField(value, "path") !== undefined,
    requires: [...idsOf(value, "requires"), ...idsOf(value, "python_requires")],
    builds: idsOf(value, "build_requires"),
    line,
  };
}

function idsOf(value: unknown, key: string): readonly string[] {
  const list = arrayField(value, key) ?? Object.values(objectField(value, key) ?? {});
  return list.map(asText).filter((id) => id !== undefined);
}

/** A consumer without a name (a conanfile.txt) is ours, but no package. */
function ownOf(root: Node, known: ReadonlySet<string>): readonly OwnPackage[] {
  const reference = root.reference === undefined ? undefined : conanReference(root.reference);
  const dependsOn = [...root.requires, ...root.builds].filter((key) => known.has(key));
  if (reference) return [{ type: "conan", name: reference.name, version: reference.version, dependsOn }];
  return dependsOn.length > 0 ? [{ type: "conan", name: "conanfile", dependsOn }] : [];
}
