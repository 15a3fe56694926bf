// Paths inside a repository: forward slashes, no leading slash, never out of it.

/** The folder of a path: `a/b.txt` gives `a`, `b.txt` gives the empty string (the root). */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** The last segment of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** `relative` as seen from `folder`, made plain (`.` and `..` resolved); undefined where it leaves the repository or is absolute. The empty string is the root itself. */
export function resolveInside(folder: string, relative: string): string | undefined {
  const plain = relative.replaceAll("\\", "/");
  if (plain.startsWith("/") || /^[A-Za-z]:/.test(plain)) return undefined;
  const segments = folder === "" ? [] : folder.split("/");
  for (const segment of plain.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join("/");
}

/** Joins a folder and a name; the empty folder is the root. */
export function inFolder(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** The folder and those above it, nearest first; the last is the root (the empty string). */
export function* foldersUp(folder: string): Generator<string> {
  let current = folder;
  for (;;) {
    yield current;
    if (current === "") return;
    current = folderOf(current);
  }
}

const VENDORED = new Set([
  "node_modules",
  "vendor",
  "vendored",
  "third_party",
  "third-party",
  "thirdparty",
  ".symlinks",
  ".pub-cache",
  "ephemeral",
  "pods",
]);

/** Whether a path leads to where copies of other people's code are kept: not ours, though it lies in the repository. */
export function isVendored(path: string): boolean {
  return path
    .toLowerCase()
    .split(/[\\/]/)
    .some((segment) => VENDORED.has(segment));
}

/** Folders in the tree that a file in `folder` names as `relatives`, other than its own; those that leave the tree are dropped. */
export function foldersInside(folder: string, relatives: Iterable<string>): string[] {
  const inside = new Set<string>();
  for (const relative of relatives) {
    const path = resolveInside(folder, relative);
    if (path !== undefined && path !== folder) inside.add(path);
  }
  return [...inside];
}

// Two readers grew up with these names.
export { nameOf as baseName, resolveInside as pathFrom };
