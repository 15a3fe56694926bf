// A draft of documents: what is in force with some of its documents as somebody would have them. Nothing of it is kept here.
import { folderHistory } from "#facts";
import { type ChangedFile, changedFilesPatch } from "#publish";
import type { ProgramFiles } from "#store";
import type { Deps } from "../deps.ts";
import { problem } from "../http/problem.ts";
import { filesInForce, textAt } from "./documents.ts";
import { loadOptions } from "../judging/load-options.ts";
import { inFolder } from "../uploads/folder.ts";
import { readProgramFiles } from "../uploads/program-files.ts";
import type { ReadProgram } from "../uploads/read-program.ts";

export interface Draft {
  /** The version that its writer began with. */
  readonly base?: string | undefined;
  /** Text by path; null: the document goes. */
  readonly changes: Readonly<Record<string, string | null>>;
}

export interface DraftFiles {
  /** The version in force. */
  readonly version: string;
  readonly before: ProgramFiles;
  readonly after: ProgramFiles;
}

export async function draftFiles(deps: Pick<Deps, "database">, { changes }: Draft): Promise<DraftFiles> {
  const { version, files: before } = await filesInForce(deps);
  const after = Object.entries({ ...before, ...changes }).filter((entry): entry is [string, string] => entry[1] !== null);
  return { version, before, after: Object.fromEntries(after) };
}

/** What is wrong with a program of these files, and the program where nothing is. */
export function readDraft({ home }: Pick<Deps, "home">, files: ProgramFiles): Promise<ReadProgram> {
  return inFolder(home, "draft", (folder) => readProgramFiles(files, folder, loadOptions()));
}

/** As a patch for the repository that the program lies in; `folder` is where it lies there, as far as it is known. */
export async function draftPatch({ programFolder }: Pick<Deps, "programFolder">, { before, after }: DraftFiles, changes: Draft["changes"]) {
  const folder = programFolder ? ((await folderHistory(programFolder.location, { most: 1 }))?.folder ?? "") : "";
  const files = Object.keys(changes)
    .sort()
    .map((path): ChangedFile => {
      const place = folder === "" ? path : `${folder}/${path}`;
      const [old, now] = [textAt(before, path), textAt(after, path)];
      return { path: place, ...(old === undefined ? {} : { before: old }), ...(now === undefined ? {} : { after: now }) };
    });
  return { patch: changedFilesPatch(files), folder };
}

/** Who puts a draft in force must have seen what it would take the place of, and it must stay. */
export function requirePlace({ programFolder }: Pick<Deps, "programFolder">, { version }: DraftFiles, base: string): void {
  if (programFolder?.always) {
    throw problem(
      409,
      "program-elsewhere",
      "The program of this server lies in a folder",
      "The next start would bring its documents back: take the draft as a patch to where it lies.",
    );
  }
  if (base !== version) {
    throw problem(
      409,
      "program-changed",
      "The program has changed since the draft was begun",
      "Look at the draft against what is in force now.",
    );
  }
}
