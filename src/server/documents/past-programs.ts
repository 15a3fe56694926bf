// Versions of the program as they were, loaded: those that were in force on this server, and those of the repository that it comes from.
import { type FolderHistory, folderHistory } from "#facts";
import { keeping } from "#kit";
import { loadProgram, type Program } from "#program";
import { filesDigest, filesOf, layDown, listPrograms, type ProgramFiles } from "#store";
import type { Deps } from "../deps.ts";
import { loadOptions } from "../judging/load-options.ts";
import { inFolder } from "../uploads/folder.ts";
import { isDocument } from "./documents.ts";

export interface PastVersion {
  readonly id: string;
  /** `server`: put in force here; `git`: a commit of the repository that the program comes from. */
  readonly source: "server" | "git";
  readonly at: string;
  /** Id of a person, or the name of a commit's author. */
  readonly by?: string;
  readonly why?: string;
  readonly origin?: string;
  files(): Promise<ProgramFiles>;
}

type Need = Pick<Deps, "database" | "home" | "programFolder">;

const MOST = 30;
/** Commits whose texts are kept: two programs' histories. */
const KEPT_COMMITS = 2 * MOST;
const texts = keeping<ProgramFiles>(KEPT_COMMITS);
const DOCUMENT = /\.(?:md|ya?ml)$/;

/** The newest first. */
export async function serverVersions({ database: { sql } }: Need): Promise<readonly PastVersion[]> {
  const versions = await listPrograms(sql, MOST);
  return versions.map(({ id, at, by, why, origin }) => ({
    id,
    source: "server",
    at: at.toISOString(),
    ...(by === undefined ? {} : { by }),
    ...(why === undefined ? {} : { why }),
    ...(origin === undefined ? {} : { origin }),
    files: async () => documents((await filesOf(sql, id)) ?? {}),
  }));
}

/** Of the folder that the server was started with; nothing where it lies in no repository. */
export async function gitVersions({ programFolder }: Need): Promise<readonly PastVersion[]> {
  const history = programFolder && (await folderHistory(programFolder.location, { most: MOST }).catch(() => undefined));
  if (!history) return [];
  return history.commits.map(({ commit, at, author, subject }) => ({
    id: commit,
    source: "git",
    at,
    by: author,
    why: subject,
    files: () => textsOf(history, commit),
  }));
}

/** Read from git once: what a commit holds never changes. */
function textsOf({ folder, filesAt }: FolderHistory, commit: string): Promise<ProgramFiles> {
  return texts(`${commit}:${folder}`, () => filesAt(commit, (path) => isDocument(path) && DOCUMENT.test(path)));
}

function documents(files: ProgramFiles): ProgramFiles {
  return Object.fromEntries(Object.entries(files).filter(([path]) => isDocument(path) && DOCUMENT.test(path)));
}

/** As many as two pages of history look at. */
const KEPT = 64;
const kept = keeping<Program | undefined>(KEPT);

/** The program of a version, each loaded once; undefined where it cannot be read by this version of Allmend. */
export function programOf({ home }: Pick<Deps, "home">, files: ProgramFiles): Promise<Program | undefined> {
  return kept(filesDigest(files), () => load(home, files));
}

function load(home: string, files: ProgramFiles): Promise<Program | undefined> {
  return inFolder(home, "past", async (folder) => {
    await layDown(folder, files);
    const { program, partial } = await loadProgram(folder, loadOptions());
    return program ?? partial;
  });
}
