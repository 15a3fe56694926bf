// A git repository at HEAD as a Tree: everything comes from its object store, through a git that knows nothing else of it.
import { AllmendError, type Problem } from "#kit";
import type { FactProblemCode } from "../problem-codes.ts";
import { decodeText } from "../text.ts";
import type { Tree, TreeFile } from "../tree.ts";
import type { FoundRepository } from "./found.ts";
import { type Head, readHead, someBranches } from "./head.ts";
import { listFiles } from "./listing.ts";
import { onOneLine } from "./names.ts";
import { placeOf, shallowFile } from "./place.ts";
import { readOrigin } from "./read-origin.ts";
import { ReadCache } from "./read-cache.ts";
import { RepositoryObjects } from "./repository-objects.ts";

export interface GitTreeOptions {
  /** Folder for shadow git directories; default: one of this process under the system's temporary folder. */
  readonly scratch?: string;
  /** Largest file that is read, in bytes; default 100 MB. */
  readonly maxFileBytes?: number;
  /** Most files that are listed; default 1,000,000. */
  readonly maxFiles?: number;
  /** Ends git and all reading. */
  readonly signal?: AbortSignal;
}

/**
 * Opens a found git repository at HEAD. An unborn one is a tree without files and a note. Throws `AllmendError` (`git-head-unreadable`,
 * `git-objects-refused`, `git-commit-unreadable`, blame `input`) where there is nothing that may be read.
 */
export async function openGitTree(found: FoundRepository, options: GitTreeOptions = {}): Promise<Tree> {
  const git = found.git;
  const head = readHead(found);
  if (!git || !head) throw new AllmendError("git-head-unreadable", "bug", `${found.id} is no git repository`);
  if (head.state === "unreadable") throw unreadable(head.reason);
  const shallow = shallowFile(found) !== undefined;
  const origin = readOrigin(found.root, git.common);
  const base = {
    id: found.id,
    kind: "git" as const,
    location: found.location,
    ...(origin === undefined ? {} : { origin }),
    ...(shallow ? { shallow } : {}),
  };
  if (head.state === "unborn") return emptyTree(base, unbornProblem(found.id, head, someBranches(found.root, git)));

  const place = placeOf(found, head.commit, options);
  const maxFileBytes = options.maxFileBytes ?? 100_000_000;
  const objects = new RepositoryObjects(place, maxFileBytes);
  const commit = await objects.read(head.commit);
  const top = commit?.type === "commit" ? treeOf(commit.bytes) : undefined;
  if (!commit || top === undefined) {
    await objects.close();
    throw new AllmendError("git-commit-unreadable", "input", `The commit of HEAD (${head.commit}) is missing or damaged`, {
      hint: "Look at the repository with git fsck, or fetch it again.",
    });
  }
  const listing = await listFiles(objects, top, options.maxFiles ?? 1_000_000);
  const problems: Problem[] = [];
  if (shallow) problems.push(note("git-shallow", found.id, "Only a part of its history is here; its files are all read."));
  if (listing.incomplete !== undefined) {
    problems.push(warning("git-files-incomplete", found.id, `Only ${listing.files.length} of its files are read: ${listing.incomplete}.`));
  }
  if (listing.oddPaths > 0) {
    problems.push(warning("git-odd-paths", found.id, `${listing.oddPaths} entries have paths that no checkout would write; left out.`));
  }
  const missing = listing.files.filter((file) => file.kind === "file" && file.size === undefined).length;
  if (missing > 0) {
    problems.push(
      warning(
        "git-blobs-missing",
        found.id,
        `${missing} of ${listing.files.length} files are not in this copy (a partial clone, or damaged).`,
      ),
    );
  }
  const date = committerDate(commit.bytes);
  return new GitTree(
    { ...base, commit: head.commit, ...(date === undefined ? {} : { commitDate: date }), files: listing.files },
    objects,
    maxFileBytes,
    problems,
  );
}

interface TreeBase {
  readonly id: string;
  readonly kind: "git";
  readonly location: string;
  readonly origin?: string;
  readonly shallow?: boolean;
  readonly commit?: string;
  readonly commitDate?: string;
  readonly files: readonly TreeFile[];
}

function unreadable(reason: string): AllmendError {
  return new AllmendError("git-head-unreadable", "input", `Not read: ${reason}`, { hint: "Look at the repository with git fsck." });
}

function unbornProblem(id: string, head: Extract<Head, { state: "unborn" }>, branches: readonly string[]): Problem {
  if (branches.length === 0)
    return note("git-unborn", id, `HEAD names ${onOneLine(head.ref)}, which holds no commit: the repository is empty.`);
  const there = branches.map(onOneLine).join(", ");
  return {
    ...warning(
      "git-head-dangling",
      id,
      `HEAD names ${onOneLine(head.ref)}, which does not exist, though other branches do (${there}): nothing was read.`,
    ),
    hint: "Set HEAD to the branch that counts (git symbolic-ref HEAD refs/heads/NAME).",
  };
}

function note(code: FactProblemCode, file: string, message: string): Problem {
  return { code, severity: "note", file, message };
}

function warning(code: FactProblemCode, file: string, message: string): Problem {
  return { code, severity: "warning", file, message };
}

function treeOf(commit: Buffer): string | undefined {
  return /^tree ([0-9a-f]{40}(?:[0-9a-f]{24})?)\n/.exec(commit.toString("latin1", 0, 100))?.[1];
}

/** From the headers of a commit object. */
function committerDate(commit: Buffer): string | undefined {
  const end = commit.indexOf("\n\n");
  const headers = commit.toString("latin1", 0, end < 0 ? commit.length : end);
  const seconds = Number(/^committer .*> (\d{1,12}) [-+]\d{4}$/m.exec(headers)?.[1] ?? Number.NaN);
  return Number.isNaN(seconds) || seconds > 8.64e12 ? undefined : new Date(seconds * 1000).toISOString().replace(".000Z", "Z");
}

function emptyTree(base: Omit<TreeBase, "files">, problem: Problem): Tree {
  return {
    ...base,
    files: [],
    read: async () => undefined,
    text: async () => undefined,
    problems: [problem],
    close: async () => {},
  };
}

class GitTree implements Tree {
  readonly id: string;
  readonly kind = "git";
  readonly location: string;
  readonly origin?: string;
  readonly shallow?: boolean;
  readonly commit?: string;
  readonly commitDate?: string;
  readonly files: readonly TreeFile[];
  readonly problems: Problem[];
  readonly #byPath: ReadonlyMap<string, TreeFile>;
  readonly #objects: RepositoryObjects;
  readonly #maxFileBytes: number;
  readonly #cache = new ReadCache();
  readonly #reported = new Set<string>();

  constructor(base: TreeBase, objects: RepositoryObjects, maxFileBytes: number, problems: Problem[]) {
    this.id = base.id;
    this.location = base.location;
    if (base.origin !== undefined) this.origin = base.origin;
    if (base.shallow !== undefined) this.shallow = base.shallow;
    if (base.commit !== undefined) this.commit = base.commit;
    if (base.commitDate !== undefined) this.commitDate = base.commitDate;
    this.files = base.files;
    this.problems = problems;
    this.#byPath = new Map(base.files.map((file) => [file.path, file]));
    this.#objects = objects;
    this.#maxFileBytes = maxFileBytes;
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const file = this.#byPath.get(path);
    if (file?.kind !== "file" || file.oid === undefined) return undefined;
    if (file.size === undefined) return this.#report(path, "git-blob-missing", "Not in this copy of the repository, so not read.");
    if (file.size > this.#maxFileBytes) {
      return this.#report(path, "file-too-large", `Not read: ${file.size} bytes, the limit is ${this.#maxFileBytes}.`);
    }
    const oid = file.oid;
    const bytes = await this.#cache.get(oid, file.size, async () => (await this.#objects.read(oid))?.bytes);
    return bytes ?? this.#report(path, "git-blob-damaged", "Its object could not be read from the repository.");
  }

  async text(path: string): Promise<string | undefined> {
    const bytes = await this.read(path);
    return bytes && decodeText(bytes);
  }

  async close(): Promise<void> {
    await this.#objects.close();
  }

  #report(path: string, code: FactProblemCode, message: string): undefined {
    if (this.#reported.has(path)) return;
    this.#reported.add(path);
    this.problems.push(warning(code, `${this.id}:${path}`, message));
  }
}
