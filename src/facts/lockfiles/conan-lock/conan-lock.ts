// conan.lock: of Conan 1 a graph of nodes, of Conan 2 lists of references.
import { arrayField, asText, field, objectField } from "../shared/data.ts";
import { EntryProblems } from "../shared/entry-problems.ts";
import { parseJsonLines } from "../shared/json.ts";
import { type LockedPackage, type LockfileFormat, type Reading, type Scope, type SourceFile, Unreadable } from "../types.ts";
import { readGraph } from "./graph.ts";
import { conanIdentity, conanReference } from "./reference.ts";

export const conanLock: LockfileFormat = {
  id: "conan-lock",
  ecosystem: "conan",
  kind: "lockfile",
  names: ["conan.lock"],
  matches: (path) => /(?:^|\/)conan\.lock$/.test(path),
  read: readLock,
};

/** What the lists of Conan 2 are for: all but `requires` serve the build. */
const LISTS: readonly (readonly [string, Scope])[] = [
  ["requires", "production"],
  ["build_requires", "development"],
  ["python_requires", "development"],
  ["config_requires", "development"],
];

function readLock(file: SourceFile): Reading {
  const document = parseJsonLines(file.text);
  const problems = new EntryProblems(file.path);
  const nodes = objectField(field(document.value, "graph_lock"), "nodes");
  const isLists = LISTS.some(([name]) => arrayField(document.value, name) !== undefined);
  if (!nodes && !isLists && field(document.value, "version") === undefined) {
    throw new Unreadable("Not a lockfile of Conan: it has neither nodes nor requirements", 1, '"graph_lock" or "requires"');
  }
  const reading = nodes ? readGraph(nodes, document.lineOf, problems) : readLists(document.value, document.lineOf, problems);
  const list = problems.list();
  return { ...reading, ...(list ? { problems: list } : {}) };
}

function readLists(value: unknown, lineOf: (container: unknown, key: number) => number | undefined, problems: EntryProblems): Reading {
  const packages = new Map<string, LockedPackage>();
  for (const [name, scope] of LISTS) {
    const list = arrayField(value, name) ?? [];
    for (const [index, item] of list.entries()) {
      // An entry may be a pair of reference and packages.
      const text = asText(item) ?? asText(Array.isArray(item) ? item[0] : undefined) ?? "";
      const reference = conanReference(text);
      const line = lineOf(list, index);
      if (!reference) problems.bad(`${JSON.stringify(text.slice(0, 100))} is no reference of Conan.`, line, "name/version");
      else if (!packages.has(text))
        packages.set(text, { key: text, ...conanIdentity(reference), scope, ...(line === undefined ? {} : { line }) });
    }
  }
  return { packages: [...packages.values()] };
}
