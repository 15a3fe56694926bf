// Which lockfile speaks for which manifest: what a manifest asks for is pinned there, and would otherwise be counted twice.
import { folderOf } from "../lockfiles/shared/paths.ts";
import type { LockfileFormat } from "../lockfiles/types.ts";

export interface Covering {
  readonly path: string;
  readonly format: LockfileFormat | undefined;
  /** Of a lockfile that was read: the folders of its workspace; undefined where it does not name them. */
  readonly members?: readonly string[] | undefined;
}

/** For each file the index of the lockfile that covers it: in its own folder, above it where that one speaks for a workspace, or wherever it names it. */
export function coveredBy(files: readonly Covering[]): readonly (number | undefined)[] {
  const lockfiles = new Map<string, number[]>();
  const add = (folder: string, index: number): void => {
    const known = lockfiles.get(folder);
    if (known) known.push(index);
    else lockfiles.set(folder, [index]);
  };
  files.forEach(({ path, format }, index) => {
    if (format?.covers) add(folderOf(path), index);
  });
  // Members may lie beside the lockfile's folder instead of below it (Rush keeps its own in common/config).
  files.forEach(({ format, members }, index) => {
    if (format?.covers?.whole) for (const member of members ?? []) add(member, index);
  });
  return files.map(({ path, format }) => {
    if (!format || lockfiles.size === 0) return undefined;
    const folder = folderOf(path);
    for (let above: string | undefined = folder; above !== undefined; above = parentOf(above)) {
      const found = lockfiles.get(above)?.find((index) => covers(files[index] as Covering, format, folder));
      if (found !== undefined) return found;
    }
    return undefined;
  });
}

function covers({ path, format, members }: Covering, covered: LockfileFormat, folder: string): boolean {
  if (!format?.covers?.formats.includes(covered.id)) return false;
  return folder === folderOf(path) || (format.covers.whole === true && (members === undefined || members.includes(folder)));
}

function parentOf(folder: string): string | undefined {
  return folder === "" ? undefined : folderOf(folder);
}
