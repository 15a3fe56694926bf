// The program that the server goes by: versions are kept in the database, so that every server and worker goes by the same one.
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { AllmendError, formatProblem } from "#kit";
import { measureIds } from "#measures";
import { checkRules } from "#policy";
import { type LoadedProgram as LoadedDocuments, type LoadOptions, loadProgram } from "#program";
import type { Transaction } from "kysely";
import {
  append,
  type Database,
  filesDigest,
  inForce,
  type NewProgram,
  type ProgramFiles,
  programLoader,
  putInForce,
  type Tables,
} from "#store";
import type { Brought, LoadedProgram, Logger } from "./deps.ts";
import { LARGE, loadApart } from "./uploads/read-program.ts";

export interface ProgramOptions {
  readonly database: Database;
  readonly home: string;
  readonly packsFolder: string;
}

export function programInForce({ database, home, packsFolder }: ProgramOptions): () => Promise<LoadedProgram> {
  const load = programLoader({ folder: join(home, "programs"), packsFolder, measures: measureIds(), load: loadBySize });
  return async () => {
    const current = await load(database.sql);
    if (!current) {
      throw new AllmendError("no-program-in-force", "upstream", "no program is in force on this server", {
        hint: "Start it with --program DIR.",
      });
    }
    const { program } = current.loaded;
    if (!program) {
      throw new AllmendError("program-in-force-broken", "conflict", "the program in force has errors for this version of Allmend", {
        hint: "Start the server with --program DIR, or send another one.",
      });
    }
    return { program, digest: current.digest };
  };
}

/** A large one in a thread: the server answers others meanwhile. */
async function loadBySize(folder: string, options: LoadOptions): Promise<LoadedDocuments> {
  const files = Object.values(await programFilesBelow(folder));
  const isLarge = files.reduce((sum, text) => sum + text.length, 0) > LARGE;
  return isLarge ? loadApart({ folder, options }) : loadProgram(folder, options);
}

/** Puts the program of a folder in force. One with errors is refused: nobody would know by what the server goes. */
export async function bringProgram(
  options: ProgramOptions & { readonly clock: () => Date; readonly by: string; readonly log: Logger },
  { location, always }: Brought,
): Promise<void> {
  const { database, packsFolder, clock, by, log } = options;
  const before = await inForce(database.sql);
  if (!always && before) return;
  const files = await programFilesBelow(location);
  // What came into force was checked then: a server that starts again answers sooner.
  if (before?.id === filesDigest(files)) return;
  const { program, partial, problems } = await loadProgram(location, { packsFolder, measures: measureIds() });
  const errors = [...problems, ...(partial ? checkRules(partial) : [])].filter(({ severity }) => severity === "error");
  if (!program || errors.length > 0) {
    throw new AllmendError("program-invalid", "input", `the program in ${location} has ${errors.length} errors`, {
      hint: errors.slice(0, 5).map(formatProblem).join("\n"),
    });
  }
  const at = clock();
  const { id, changed } = await database.sql
    .transaction()
    .execute((tx) => enforce(tx, { files, digest: program.digest, at, by, origin: location }));
  if (changed) log.info({ program: id }, "a program came into force");
}

/** Puts a version in force, with its line in the record where another was in force before. `personal`: what of it can be forgotten. */
export async function enforce(
  tx: Transaction<Tables>,
  version: NewProgram & { readonly by: string },
  personal?: Readonly<Record<string, unknown>>,
): Promise<{ readonly id: string; readonly changed: boolean }> {
  const put = await putInForce(tx, version);
  const { files, digest, at, by, why } = version;
  if (put.changed) {
    await append(tx, {
      at: at.toISOString(),
      by,
      what: "program.in-force",
      subject: `program:${put.id}`,
      policy: digest,
      data: { files: Object.keys(files).length },
      ...(why ? { why } : {}),
      ...(personal ? { personal } : {}),
    });
  }
  return put;
}

const DOCUMENTS = /\.(?:md|yaml|yml|json|jsonl|csv|txt)$/;
const MOST_FILES = 5000;
const MOST_BYTES = 64 * 1024 * 1024;

/** The documents of a program's folder by path, as a server keeps them. Throws AllmendError `program-invalid` where it takes no folder so large. */
export async function programFilesBelow(folder: string): Promise<ProgramFiles> {
  const files: Record<string, string> = {};
  let bytes = 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    // Links are not followed: a program is what lies in its folder.
    if (!entry.isFile() || !DOCUMENTS.test(name) || name.split("/").some((part) => part.startsWith(".") || part === "node_modules"))
      continue;
    bytes += (await stat(path)).size;
    if (bytes > MOST_BYTES || Object.keys(files).length >= MOST_FILES) {
      throw new AllmendError("program-invalid", "input", `the program in ${folder} is larger than a server takes`, {
        hint: `At most ${MOST_FILES} documents and ${MOST_BYTES / 1024 / 1024} MB.`,
      });
    }
    files[name] = await readFile(path, "utf8");
  }
  return files;
}
