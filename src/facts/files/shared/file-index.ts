// The files of a tree arranged for look-ups: by folder and by name, without regard to case.
import type { Tree, TreeFile } from "../../tree.ts";
import { isDocument } from "./document.ts";

/** Folders in which a code host looks for community files, most telling first. */
const COMMUNITY_FOLDERS = ["", ".github", "docs"] as const;
const MAX_TEXT_BYTES = 1024 * 1024;

export interface Entry extends TreeFile {
  /** Last part of the path. */
  readonly name: string;
}

export class FileIndex {
  readonly tree: Tree;
  /** Paths of all folders, as written. */
  readonly folders = new Set<string>();
  readonly #byFolder = new Map<string, TreeFile[]>();
  readonly #byName = new Map<string, TreeFile[]>();

  constructor(tree: Tree) {
    this.tree = tree;
    for (const file of tree.files) {
      const lower = file.path.toLowerCase();
      const slash = lower.lastIndexOf("/");
      append(this.#byFolder, slash < 0 ? "" : lower.slice(0, slash), file);
      append(this.#byName, lower.slice(slash + 1), file);
      let folder = parentOf(file.path);
      while (folder !== "" && !this.folders.has(folder)) {
        this.folders.add(folder);
        folder = parentOf(folder);
      }
    }
  }

  /** Files and links directly in this folder (any case). */
  in(folder: string): readonly Entry[] {
    return (this.#byFolder.get(folder.toLowerCase()) ?? []).map(entryOf);
  }

  /** Files with this name anywhere (any case), shallowest first. */
  named(...names: readonly string[]): readonly Entry[] {
    const found = names.flatMap((name) => this.#byName.get(name.toLowerCase()) ?? []);
    return found.map(entryOf).sort((a, b) => depth(a.path) - depth(b.path));
  }

  /** The file at this path (any case). */
  at(path: string): Entry | undefined {
    const slash = path.lastIndexOf("/");
    const name = path.slice(slash + 1).toLowerCase();
    return this.in(slash < 0 ? "" : path.slice(0, slash)).find((entry) => entry.name.toLowerCase() === name && !isEmpty(entry));
  }

  /** The best document (no program, not empty) whose name matches, in these folders in their order. */
  document(pattern: RegExp, folders: readonly string[] = COMMUNITY_FOLDERS): Entry | undefined {
    for (const folder of folders) {
      const found = this.in(folder).filter((entry) => isDocument(entry.name) && !isEmpty(entry) && pattern.test(entry.name));
      if (found.length > 0) return found.sort(plainestFirst)[0];
    }
    return undefined;
  }

  /** Its text, at most 1 MB of it; undefined where it cannot be read. */
  async text(file: { readonly path: string; readonly size?: number } | undefined, limit = MAX_TEXT_BYTES): Promise<string | undefined> {
    if (file === undefined || (file.size !== undefined && file.size > limit)) return undefined;
    const text = await this.tree.text(file.path);
    return text?.slice(0, limit);
  }
}

function append(map: Map<string, TreeFile[]>, key: string, file: TreeFile): void {
  const list = map.get(key);
  if (list) list.push(file);
  else map.set(key, [file]);
}

function entryOf(file: TreeFile): Entry {
  return { ...file, name: file.path.slice(file.path.lastIndexOf("/") + 1) };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

function isEmpty(entry: Entry): boolean {
  return entry.kind === "submodule" || entry.size === 0;
}

export function depth(path: string): number {
  let count = 0;
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) count += 1;
  return count;
}

/** `README.md` before `README.rst` before `README.de.md`. */
function plainestFirst(a: Entry, b: Entry): number {
  const rank = (entry: Entry) => entry.name.split(".").length * 2 + (/\.(?:md|markdown)$/i.test(entry.name) ? 0 : 1);
  return rank(a) - rank(b) || a.name.length - b.name.length || (a.name < b.name ? -1 : 1);
}
