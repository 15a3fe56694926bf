// Lockfile version 1: `dependencies`, nested as folders are, brought into the shape of version 2.
// https://docs.npmjs.com/cli/configuring-npm/package-lock-json#dependencies
import { type DataObject, entriesOf, objectField, textField } from "../shared/data.ts";
import { splitDescriptor } from "../shared/npm.ts";
import { Unreadable } from "../types.ts";
import { MODULES, maxLevels } from "./edges.ts";

export interface Flattened {
  /** By location, as `packages` of version 2 has them. */
  readonly packages: DataObject;
  /** Of the entries, in their order. */
  readonly lines: readonly (number | undefined)[];
}

/** `root`: the manifest beside the lockfile, which version 1 does not repeat; `lines`: by entry. */
export function flattenDependencies(dependencies: DataObject, root: DataObject | undefined, lines: WeakMap<object, number>): Flattened {
  const packages: Record<string, unknown> = Object.create(null);
  const byLocation = new Map<string, number | undefined>();
  if (root) packages[""] = root;
  const visit = (entries: DataObject, prefix: string, depth: number): void => {
    if (depth > maxLevels) throw new Unreadable(`Dependencies nested deeper than ${maxLevels} levels`);
    for (const [name] of entriesOf(entries)) {
      const entry = objectField(entries, name);
      if (!entry) continue;
      const location = `${prefix}${MODULES}${name}`;
      for (const [place, modernEntry] of Object.entries(modern(location, entry))) {
        packages[place] = modernEntry;
        byLocation.set(place, lines.get(entry));
      }
      const nested = objectField(entry, "dependencies");
      if (nested) visit(nested, `${location}/`, depth + 1);
    }
  };
  visit(dependencies, "", 0);
  return { packages, lines: Object.keys(packages).map((location) => byLocation.get(location)) };
}

/** One entry as version 2 would write it; a linked folder becomes two, the link and its target. */
function modern(location: string, entry: DataObject): DataObject {
  const version = textField(entry, "version") ?? "";
  const common = { ...entry, dependencies: objectField(entry, "requires") };
  if (version.startsWith("file:") && !/\.(?:tgz|tar\.gz|tar)$/.test(version)) {
    const folder = version.slice("file:".length).replace(/^\.\//, "");
    const name = location.slice(location.lastIndexOf(MODULES) + MODULES.length);
    return { [location]: { link: true, resolved: folder }, [folder]: { ...common, name, version: undefined } };
  }
  if (version.startsWith("npm:")) {
    const alias = splitDescriptor(version.slice("npm:".length));
    return { [location]: { ...common, name: alias.name, version: alias.rest } };
  }
  // A place instead of a version: git, a tarball, a file. What version lies there, this file does not say.
  if (/[:/]/.test(version)) return { [location]: { ...common, version: undefined, resolved: version } };
  return { [location]: common };
}
