// Finding what there is to scan below a folder. Reads names and small git files only; runs nothing; never looks above the folder.
import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { AllmendError, compareText, type Problem } from "#kit";
import type { FactProblemCode } from "../problem-codes.ts";
import { isSbomName } from "../sboms/detect.ts";
import type { FoundRepository, GitLayout } from "./found.ts";
import { isInside } from "./inside.ts";
import { fetchedFolders, isTracked, type Layout, layoutOfBare, layoutOfWorkTree, looksBare, skippedFolders } from "./layout.ts";
import { onOneLine } from "./names.ts";

export interface Discovery {
  /** Sorted by id. */
  readonly repositories: readonly FoundRepository[];
  readonly problems: readonly Problem[];
}

export interface DiscoveryLimits {
  /** Deepest folder that is entered, in levels below the scanned one; default 16. */
  readonly maxDepth?: number;
  /** Most directory entries that are looked at; default 2,000,000. */
  readonly maxEntries?: number;
}

/**
 * Repositories below `root`: work trees, bare repositories, linked work trees, in groups of any depth, also near the top of each other's work trees, and first-level
 * folders without git that hold manifests. Where there is no repository at all, the folder itself is the subject. Throws `folder-not-found`
 * (blame `input`) where `root` is no folder.
 */
export async function findRepositories(root: string, limits: DiscoveryLimits = {}): Promise<Discovery> {
  const search = new Search(realFolder(root), limits);
  await search.run();
  return { repositories: search.subjects().sort((a, b) => compareText(a.id, b.id)), problems: search.problems };
}

function realFolder(path: string): string {
  try {
    const real = realpathSync.native(path);
    if (statSync(real).isDirectory()) return real;
  } catch {
    // said below
  }
  throw new AllmendError("folder-not-found", "input", `${path} is not a folder that can be read`, {
    hint: "Give the folder that holds the repositories, or one repository.",
  });
}

interface Step {
  readonly folder: string;
  readonly depth: number;
  /** The work tree that it is a part of. */
  readonly within?: { readonly folder: string; readonly depth: number; readonly layout: GitLayout | undefined };
}

/** How deep below the top of a work tree clones are looked for. */
const NESTED_DEPTH = 2;

class Search {
  readonly problems: Problem[] = [];
  readonly #root: string;
  readonly #found: FoundRepository[] = [];
  /** First-level folders without git that hold something to read. */
  readonly #plain = new Set<string>();
  /** Files that lie in no repository. */
  readonly #loose: string[] = [];
  readonly #looseManifests: string[] = [];
  readonly #maxDepth: number;
  readonly #maxEntries: number;
  #entries = 0;
  #tooDeep = 0;

  constructor(root: string, limits: DiscoveryLimits) {
    this.#root = root;
    this.#maxDepth = limits.maxDepth ?? 16;
    this.#maxEntries = limits.maxEntries ?? 2_000_000;
  }

  async run(): Promise<void> {
    const steps: Step[] = [{ folder: this.#root, depth: 0 }];
    for (let next = 0; next < steps.length; next += 1) {
      const step = steps[next] as Step;
      if (this.#entries > this.#maxEntries) {
        this.#tell(
          "search-stopped",
          "warning",
          step.folder,
          `The search stopped here after ${this.#maxEntries} entries; what lies behind was not seen.`,
        );
        break;
      }
      steps.push(...this.#enter(step));
      // Other work (a progress bar, a stop signal) gets its turn.
      if (next % 500 === 499) await new Promise((resolve) => setImmediate(resolve));
    }
    await this.#findManifests();
    if (this.#tooDeep > 0) {
      this.#tell(
        "search-too-deep",
        "note",
        this.#root,
        `${this.#tooDeep} folders lie deeper than ${this.#maxDepth} levels and were not searched.`,
      );
    }
  }

  subjects(): FoundRepository[] {
    const root = this.#root;
    if (this.#found.length === 0) return [{ id: this.#idOf(root), kind: "folder", location: root, root }];
    const rootId = this.#idOf(root);
    const folders = [...this.#plain].map((name) => folderAt(root, join(root, name), onOneLine(name)));
    const rootIsRepository = this.#found.some((found) => found.location === root);
    if (!rootIsRepository && this.#looseManifests.length > 0) {
      const names = this.#looseManifests.slice(0, 5).map(onOneLine).join(", ");
      this.#tell(
        "files-of-no-repository",
        "note",
        root,
        `Not read, because they stand beside the repositories and belong to none: ${names}.`,
      );
    }
    const all = [...this.#found, ...folders];
    const taken = all.some((found) => found.location !== root && found.id === rootId);
    return taken ? all.map((found) => (found.location === root ? { ...found, id: "." } : found)) : all;
  }

  #idOf(folder: string): string {
    if (folder !== this.#root) return onOneLine(relative(this.#root, folder).split(sep).join("/"));
    const name = basename(folder) === ".git" ? basename(dirname(folder)) : basename(folder);
    return onOneLine(name) || ".";
  }

  #tell(code: FactProblemCode, severity: Problem["severity"], folder: string, message: string): void {
    const file = onOneLine(relative(this.#root, folder).split(sep).join("/")) || ".";
    this.problems.push({ code, severity, file, message });
  }

  /** Looks at one folder; answers the folders below it that are to be looked at. */
  #enter(step: Step): Step[] {
    const entries = this.#list(step.folder);
    if (!entries) return [];
    this.#entries += entries.length;
    const names = new Set(entries.map((entry) => entry.name));
    const layout = names.has(".git") ? layoutOfWorkTree(this.#root, step.folder) : undefined;
    if (!layout && looksBare(names) && !this.#isContent(step)) {
      const bare = layoutOfBare(this.#root, step.folder);
      if (bare) {
        this.#take(step.folder, bare);
        return [];
      }
    }
    if (layout) this.#take(step.folder, layout);
    if (!layout && !step.within && step.depth > 0 && isProgram(names)) return [];
    // Where git is refused it is a work tree all the same: its folders are no repositories of their own.
    const known = layout && !("refused" in layout) ? layout : undefined;
    const within = layout ? { folder: step.folder, depth: step.depth, layout: known } : step.within;
    if (!within && !layout) this.#noteFiles(step, entries);
    return this.#below(step, entries, within);
  }

  #list(folder: string): Dirent[] | undefined {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "unknown";
      this.#tell("folder-unreadable", "warning", folder, `The folder cannot be listed (${code}); what is in it was not seen.`);
      return undefined;
    }
  }

  /** A folder that looks like a bare repository but is tracked by the work tree around it: test data. */
  #isContent(step: Step): boolean {
    if (!step.within) return false;
    const path = relative(step.within.folder, join(step.folder, "HEAD")).split(sep).join("/");
    const { layout } = step.within;
    return layout !== undefined && isTracked(this.#rootOf(layout), layout, path);
  }

  #rootOf({ common }: GitLayout): string {
    return isInside(this.#root, common) ? this.#root : common;
  }

  #take(folder: string, layout: Layout): void {
    const id = this.#idOf(folder);
    const name = folder.slice(dirname(this.#root).length);
    if (onOneLine(name) !== name) {
      this.#tell(
        "odd-name",
        "note",
        folder,
        "Its name holds characters that command a terminal or turn text round; they are written as escapes.",
      );
    }
    if ("refused" in layout) {
      this.#tell(
        "git-pointer-refused",
        "warning",
        folder,
        `Its git directory is not read: ${layout.refused}. Its files are read from the disk instead.`,
      );
      this.#found.push(folderAt(this.#root, folder, id));
      return;
    }
    this.#found.push({ id, kind: "git", location: folder, root: this.#rootOf(layout), git: layout });
  }

  #noteFiles(step: Step, entries: readonly Dirent[]): void {
    for (const entry of entries) if (entry.isFile()) this.#loose.push(join(step.folder, entry.name));
  }

  /** Which of the files outside of repositories name components. The formats are loaded for this alone: most folders hold nothing but repositories. */
  async #findManifests(): Promise<void> {
    if (this.#loose.length === 0) return;
    const { formatsFor } = await import("../lockfiles/registry.ts");
    const paths = this.#loose.map((file) => relative(this.#root, file).split(sep).join("/"));
    const formats = await formatsFor(paths);
    for (const [index, path] of paths.entries()) {
      const [first, ...rest] = path.split("/");
      if (first === undefined || (rest.length > 0 && this.#plain.has(first))) continue;
      if (formats[index] === undefined && !isSbomName(path)) continue;
      if (rest.length > 0) this.#plain.add(first);
      else this.#looseManifests.push(first);
    }
  }

  #below(step: Step, entries: readonly Dirent[], within: Step["within"]): Step[] {
    const steps: Step[] = [];
    // Clones in another's work tree lie near its top (libs/name); to walk every work tree to its ground would cost more than reading what git knows
    // of it. The scanned folder itself is walked: it may be a repository that only versions its program.
    if (within && within.folder !== this.#root && step.depth - within.depth >= NESTED_DEPTH) return steps;
    for (const entry of entries) {
      if (entry.name === ".git" || skippedFolders.has(entry.name) || (within && fetchedFolders.has(entry.name))) continue;
      const folder = join(step.folder, entry.name);
      if (entry.isSymbolicLink()) {
        if (!within) this.#noteLink(folder);
      } else if (!entry.isDirectory()) {
        continue;
      } else if (entry.name.includes("\ufffd") && !lstatSync(folder, { throwIfNoEntry: false })) {
        this.#tell("odd-name", "warning", folder, "Its name is not UTF-8, so the folder cannot be entered.");
      } else if (step.depth >= this.#maxDepth) {
        this.#tooDeep += 1;
      } else {
        steps.push({ folder, depth: step.depth + 1, ...(within ? { within } : {}) });
      }
    }
    return steps;
  }

  #noteLink(path: string): void {
    try {
      if (!statSync(path).isDirectory()) return;
    } catch {
      return; // leads nowhere, or in a circle
    }
    this.#tell("link-not-followed", "note", path, "A symbolic link to a folder; links are not followed.");
  }
}

/** The documents of a program stand beside the repositories that it speaks of; they are none. */
function isProgram(names: ReadonlySet<string>): boolean {
  return names.has("organization.yaml") && ["policies", "strategy.md", "licenses.yaml"].some((name) => names.has(name));
}

function folderAt(root: string, location: string, id: string): FoundRepository {
  return { id, kind: "folder", location, root };
}
