// Lockfile version 1: `dependencies`, nested as folders are, brought into the shape of version 2.
// https://docs.npmjs.com/cli/configuring-npm/package-lock-json#dependencies
import { asObject, type DataObject, entriesOf } from "../shared/data.ts";
import { splitDescriptor } from "../shared/npm.ts";
import { Unreadable } from "../types.ts";
import { MODULES, maxLevels } from "./edges.ts";
import { entryFrom, type LockEntry } from "./entry.ts";

/** All entries in the order of the file, each at the location that its nesting means; otherwise as they are. `lines`: by entry. */
export function flattenDependencies(dependencies: DataObject, lines: WeakMap<object, number>): readonly LockEntry[] {
  const flat: LockEntry[] = [];
  const visit = (entries: DataObject, prefix: string, depth: number): void => {
    if (depth > maxLevels) throw new Unreadable(`Dependencies nested deeper than ${maxLevels} levels`);
    for (const [name, value] of entriesOf(entries)) {
      const data = asObject(value);
      if (!data) throw new Unreadable(`Not a package-lock: the entry "${name}" is not an object`, undefined, "an object");
      const location = `${prefix}${MODULES}${name}`;
      const { version, resolved, integrity, dev, optional, requires } = data;
      flat.push(entryFrom(location, { version, resolved, integrity, dev, optional, dependencies: requires }, lines.get(data)));
      const nested = asObject(data["dependencies"]);
      if (nested) visit(nested, `${location}/`, depth + 1);
    }
  };
  visit(dependencies, "", 0);
  return flat;
}

/** Entries as version 2 would have them, below the root that the manifest beside the lockfile describes. */
export function modernised(entries: readonly LockEntry[], root: DataObject | undefined): readonly LockEntry[] {
  const modern = root ? [entryFrom("", root, undefined)] : [];
  for (const entry of entries) {
    // Only what is no plain version needs another look.
    if (/[:/]/.test(entry.version ?? "")) modern.push(...placed(entry, entry.version ?? ""));
    else modern.push(entry);
  }
  return modern;
}

/** An alias, or a place instead of a version; a linked folder becomes two entries, the link and its target. */
function placed(entry: LockEntry, version: string): readonly LockEntry[] {
  if (version.startsWith("file:") && !/\.(?:tgz|tar\.gz|tar)$/.test(version)) {
    const folder = version.slice("file:".length).replace(/^\.\//, "");
    const name = entry.location.slice(entry.location.lastIndexOf(MODULES) + MODULES.length);
    return [
      { ...entry, link: true, resolved: folder },
      { ...entry, location: folder, name, version: undefined, resolved: undefined },
    ];
  }
  if (version.startsWith("npm:")) {
    const alias = splitDescriptor(version.slice("npm:".length));
    return [{ ...entry, name: alias.name, version: alias.rest }];
  }
  // Git, a tarball, a file. What version lies there, this file does not say.
  return [{ ...entry, version: undefined, resolved: version }];
}
