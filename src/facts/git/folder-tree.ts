// A plain folder as a Tree, read from disk: no symbolic link is followed, nothing but regular files is opened.
import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { compareText, type Problem } from "#kit";
import type { FactProblemCode } from "../problem-codes.ts";
import { fileBytes } from "../sboms/source.ts";
import { decodeText } from "../text.ts";
import type { Tree, TreeFile } from "../tree.ts";
import { readRegular } from "./inside.ts";
import { looksBare, skippedFolders } from "./layout.ts";
import { onOneLine, textOfName } from "./names.ts";

export interface FolderTreeOptions {
  /** Largest file that is read, in bytes; default 100 MB. */
  readonly maxFileBytes?: number;
  /** Most files that are listed; default 200,000. */
  readonly maxFiles?: number;
  /** Deepest folder that is entered; default 64 levels. */
  readonly maxDepth?: number;
}

/** Opens a plain folder. Repositories below it are subjects of their own and left out, as are installed packages and caches. Never throws. */
export async function openFolderTree(path: string, id: string, options: FolderTreeOptions = {}): Promise<Tree> {
  const walk = new FolderWalk(path, id, options);
  walk.run();
  const maxFileBytes = options.maxFileBytes ?? 100_000_000;
  const problems = walk.problems;
  const report = (file: string, code: FactProblemCode, message: string): undefined => {
    if (problems.some((problem) => problem.file === `${id}:${file}` && problem.code === code)) return;
    problems.push({ code, severity: "warning", file: `${id}:${file}`, message });
  };
  const read = async (file: string): Promise<Uint8Array | undefined> => {
    const place = walk.places.get(file);
    if (place === undefined) return undefined;
    const bytes = readRegular(place, maxFileBytes);
    if (typeof bytes !== "string") return bytes;
    if (bytes === "too-large") return report(file, "file-too-large", `Not read: larger than ${maxFileBytes} bytes.`);
    return report(file, "file-unreadable", "It cannot be read from the disk.");
  };
  return {
    id,
    kind: "folder",
    location: path,
    files: walk.files.sort((a, b) => compareText(a.path, b.path)),
    read,
    stream: (file) => {
      const place = walk.places.get(file);
      return place && fileBytes(place, (why) => report(file, "file-unreadable", `It cannot be read from the disk (${why}).`));
    },
    text: async (file) => {
      const bytes = await read(file);
      return bytes && decodeText(bytes);
    },
    problems,
    close: async () => {},
  };
}

interface Step {
  readonly place: Buffer;
  readonly path: string;
  readonly depth: number;
}

const SLASH = Buffer.from("/");

/** Lists a folder breadth first, within bounds. Paths are bytes on the way, so that names of any kind can be opened again. */
class FolderWalk {
  readonly files: TreeFile[] = [];
  readonly problems: Problem[] = [];
  /** Where the regular files are on disk. */
  readonly places = new Map<string, Buffer>();
  readonly #root: Step;
  readonly #id: string;
  readonly #maxFiles: number;
  readonly #maxDepth: number;
  readonly #skipped = new Set<string>();
  readonly #steps: Step[];
  #tooDeep = 0;
  #special = 0;

  constructor(folder: string, id: string, options: FolderTreeOptions) {
    this.#root = { place: Buffer.from(folder), path: "", depth: 0 };
    this.#steps = [this.#root];
    this.#id = id;
    this.#maxFiles = options.maxFiles ?? 200_000;
    this.#maxDepth = options.maxDepth ?? 64;
  }

  run(): void {
    for (let next = 0; next < this.#steps.length && this.files.length < this.#maxFiles; next += 1) this.#enter(this.#steps[next] as Step);
    if (this.files.length >= this.#maxFiles) {
      this.#tell("folder-too-large", `Only the first ${this.#maxFiles} files are read.`);
    }
    if (this.#tooDeep > 0) {
      this.#tell("folder-too-deep", `${this.#tooDeep} folders lie deeper than ${this.#maxDepth} levels and were not entered.`);
    }
    if (this.#special > 0) this.#tell("special-files", `${this.#special} entries are neither files nor folders; left out.`);
    if (this.#skipped.size > 0) {
      const names = [...this.#skipped].sort(compareText).join(", ");
      this.problems.push({
        code: "folders-left-out",
        severity: "note",
        file: this.#id,
        message: `Installed packages and caches are left out: ${names}.`,
      });
    }
  }

  #tell(code: FactProblemCode, message: string): void {
    this.problems.push({ code, severity: "warning", file: this.#id, message });
  }

  #enter(step: Step): void {
    let entries: Dirent<Buffer>[];
    try {
      entries = readdirSync(step.place, { withFileTypes: true, encoding: "buffer" });
    } catch {
      this.#tell("folder-unreadable", `The folder ${onOneLine(step.path) || "."} cannot be listed.`);
      return;
    }
    const names = new Set(entries.map((entry) => entry.name.toString("latin1")));
    // A repository of its own (a clone, or a linked work tree) is not a part of this folder.
    if (step !== this.#root && (names.has(".git") || looksBare(names))) return;
    for (const entry of entries) {
      if (this.files.length >= this.#maxFiles) return;
      this.#take(step, entry);
    }
  }

  #take(step: Step, entry: Dirent<Buffer>): void {
    const name = textOfName(entry.name);
    const path = step.path === "" ? name : `${step.path}/${name}`;
    if (name === ".git") return;
    const place = Buffer.concat([step.place, SLASH, entry.name]);
    if (entry.isFile()) this.#takeFile(path, place);
    else if (entry.isSymbolicLink()) this.files.push({ path, kind: "symlink" });
    else if (!entry.isDirectory()) this.#special += 1;
    else if (skippedFolders.has(name)) this.#skipped.add(name);
    else if (step.depth >= this.#maxDepth) this.#tooDeep += 1;
    else this.#steps.push({ place, path, depth: step.depth + 1 });
  }

  #takeFile(path: string, place: Buffer): void {
    this.places.set(path, place);
    try {
      this.files.push({ path, kind: "file", size: lstatSync(place).size });
    } catch {
      this.files.push({ path, kind: "file" });
    }
  }
}
