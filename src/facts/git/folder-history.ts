// The commits that changed a folder, and its files as they were then: the life of documents that live in a repository.
import { folderPlace, output } from "./folder-place.ts";
import { RepositoryObjects } from "./repository-objects.ts";
import type { GitPlace } from "./run.ts";

export interface FolderCommit {
  readonly commit: string;
  /** Its author's time, ISO 8601. */
  readonly at: string;
  readonly author: string;
  /** First line of its message. */
  readonly subject: string;
}

export interface FolderHistory {
  /** The folder inside its repository, forward slashes; empty for the root. */
  readonly folder: string;
  /** The newest first. */
  readonly commits: readonly FolderCommit[];
  /** Text files below the folder as a commit has them, by path inside the folder. */
  filesAt(commit: string, wanted: (path: string) => boolean): Promise<Readonly<Record<string, string>>>;
}

export interface FolderHistoryOptions {
  /** Most commits; default 30. */
  readonly most?: number;
  readonly signal?: AbortSignal;
}

const MOST_BYTES = 64 * 1024 * 1024;
const FIELD = "\u0001";

/** Undefined where the folder lies in no repository, or in one without a commit. */
export async function folderHistory(location: string, options: FolderHistoryOptions = {}): Promise<FolderHistory | undefined> {
  const found = await folderPlace(location, options.signal);
  if (!found) return undefined;
  const { root, place, head, folder } = found;
  return {
    folder,
    commits: await knownCommits(root, place, head, folder, options.most ?? 30),
    filesAt: (commit, wanted) => filesAt(place, commit, folder, wanted),
  };
}

/** What led to a commit never changes: each walk of a long history is made once. */
const KEPT = 16;
const kept = new Map<string, Promise<FolderCommit[]>>();

function knownCommits(root: string, place: GitPlace, head: string, folder: string, most: number): Promise<FolderCommit[]> {
  const key = [root, head, folder, most].join("\n");
  const known = kept.get(key);
  if (known) return known;
  const walk = commitsOf(place, head, folder, most);
  kept.set(key, walk);
  // Nothing may be a walk that failed: it is made again.
  walk.then(
    (commits) => commits.length === 0 && kept.delete(key),
    () => kept.delete(key),
  );
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  return walk;
}

async function commitsOf(place: GitPlace, head: string, folder: string, most: number): Promise<FolderCommit[]> {
  const format = ["%H", "%aI", "%an", "%s"].join("%x01");
  const text = await output(place, ["log", `--max-count=${most}`, `--format=${format}`, "-z", head, "--", folder === "" ? "." : folder]);
  return text.split("\u0000").flatMap((line) => {
    const [commit, at, author = "", subject = ""] = line.trim().split(FIELD);
    return commit === undefined || at === undefined ? [] : [{ commit, at: new Date(at).toISOString(), author, subject }];
  });
}

async function filesAt(place: GitPlace, commit: string, folder: string, wanted: (path: string) => boolean) {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return {};
  const listed = await output(place, ["ls-tree", "-r", "-z", commit, "--", folder === "" ? "." : `${folder}/`]);
  const objects = new RepositoryObjects(place, MOST_BYTES);
  try {
    const files: [string, string][] = [];
    for (const entry of listed.split("\u0000")) {
      const [, oid, path] = /^100(?:644|755) blob ([0-9a-f]+)\t(.+)$/s.exec(entry) ?? [];
      const name = path?.slice(folder === "" ? 0 : folder.length + 1);
      if (oid === undefined || name === undefined || !wanted(name)) continue;
      const content = await objects.read(oid);
      if (content) files.push([name, content.bytes.toString("utf8")]);
    }
    return Object.fromEntries(files);
  } finally {
    await objects.close();
  }
}
