// A folder that is read with care: regular files below it, no symbolic links, bounded sizes. What cannot be read is not there.
import { lstatSync, readdirSync, type Stats } from "node:fs";
import { isAbsolute, join } from "node:path";
import { readBeginning, readRegular, realInside } from "../git/inside.ts";
import { decodeText } from "../text.ts";

/** Largest metadata file and largest licence text, in bytes. */
const LARGEST = 4_000_000;
/** What is read of a licence text that is larger. */
const BEGINNING = 1_000_000;
/** Most names of one folder that are looked at. */
const MOST_NAMES = 200_000;

export interface Entries {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

const NOTHING: Entries = { files: [], folders: [] };

export class Place {
  /** Absolute real path. */
  readonly root: string;
  /** By folder: whether no link on the way leads out; absent where links are the user's own business. */
  readonly #inside: Map<string, boolean> | undefined;

  /** `trusted`: a folder of the user, who may have put parts of it elsewhere by links. */
  constructor(root: string, trusted: boolean) {
    this.root = root;
    this.#inside = trusted ? undefined : new Map();
  }

  /** A folder of this one, as a place; undefined where there is none or a link leads out. */
  within(path: string): Place | undefined {
    const full = this.#full(path);
    const real = full === undefined ? undefined : realInside(this.root, full);
    return real === undefined ? undefined : new Place(real, this.#inside === undefined);
  }

  /** Names of regular files and of folders, sorted; links are neither. */
  list(path: string): Entries {
    if (!this.hasFolder(path)) return NOTHING;
    try {
      const entries = readdirSync(join(this.root, path), { withFileTypes: true }).slice(0, MOST_NAMES);
      const files: string[] = [];
      const folders: string[] = [];
      for (const entry of entries) {
        if (entry.isFile()) files.push(entry.name);
        else if (entry.isDirectory()) folders.push(entry.name);
      }
      return { files: files.sort(), folders: folders.sort() };
    } catch {
      return NOTHING;
    }
  }

  /** Size and time of a regular file; undefined where there is none. */
  stamp(path: string): string | undefined {
    const found = this.#status(path);
    return found?.isFile() ? `${found.size} ${found.mtimeMs}` : undefined;
  }

  /** Bytes of a regular file; undefined where there is none. */
  size(path: string): number | undefined {
    const found = this.#status(path);
    return found?.isFile() ? found.size : undefined;
  }

  /** Whether there is a folder (and no link to one). */
  hasFolder(path: string): boolean {
    return this.#status(path)?.isDirectory() === true;
  }

  bytes(path: string, limit: number = LARGEST): Uint8Array | undefined {
    const full = this.#full(path);
    const read = full === undefined || !this.#isInside(path) ? "missing" : readRegular(full, limit);
    return typeof read === "string" ? undefined : read;
  }

  /** The first bytes of a file that is too large to be read whole; undefined where it is not. */
  beginning(path: string): Uint8Array | undefined {
    const full = this.#full(path);
    if (full === undefined || !this.#isInside(path) || readRegular(full, LARGEST) !== "too-large") return undefined;
    const read = readBeginning(full, BEGINNING);
    return typeof read === "string" ? undefined : read;
  }

  text(path: string): string | undefined {
    const bytes = this.bytes(path);
    return bytes && decodeText(bytes);
  }

  /** Most of what is asked for is not there: the way is looked at only where something is. */
  #status(path: string): Stats | undefined {
    const full = this.#full(path);
    try {
      const found = full === undefined ? undefined : lstatSync(full, { throwIfNoEntry: false });
      return found && this.#isInside(path) ? found : undefined;
    } catch {
      return undefined;
    }
  }

  /** Parts come from purls and folders: none may lead out. */
  #full(path: string): string | undefined {
    const plain = path.split("/").every((part) => part !== ".." && !part.includes("\0")) && !isAbsolute(path) && !path.includes("\\");
    return plain ? join(this.root, path) : undefined;
  }

  /** Whether no link on the way to a path leads out of the place. */
  #isInside(path: string): boolean {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    if (!this.#inside || folder === "") return true;
    const known = this.#inside.get(folder);
    if (known !== undefined) return known;
    const inside = realInside(this.root, join(this.root, folder)) !== undefined;
    this.#inside.set(folder, inside);
    return inside;
  }
}

/** Whether a part of a purl may be one segment of a path: a plain name, not hidden, nothing that leads elsewhere. */
export function isSegment(text: string): boolean {
  return /^(?!\.)[\w.+~!@-]{1,200}$/.test(text);
}
