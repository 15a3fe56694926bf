// Versions of the program, by the digest of their files, and which one is in force.
import { gunzipSync, gzipSync } from "node:zlib";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Kysely } from "kysely";
import { compareText, sha256 } from "#kit";
import { type LoadedProgram, type LoadOptions, loadProgram } from "#program";
import type { Tables } from "../database/tables.ts";
import { nextGeneration } from "../results/counts.ts";

/** Text by path relative to the program's folder. */
export type ProgramFiles = Readonly<Record<string, string>>;

export interface NewProgram {
  readonly files: ProgramFiles;
  /** Digest of the program as it was loaded. */
  readonly digest: string;
  readonly at: Date;
  readonly by?: string;
  readonly origin?: string;
  readonly why?: string;
}

export interface ProgramVersion {
  /** Digest of its files. */
  readonly id: string;
  readonly digest: string;
  readonly at: Date;
  readonly by?: string;
  readonly origin?: string;
}

/** The same for the same files. */
export function filesDigest(files: ProgramFiles): string {
  const paths = Object.keys(files).sort(compareText);
  return sha256(paths.map((path) => `${path}\u0000${sha256(files[path] ?? "")}`).join("\n"));
}

/** Keeps a version and puts it in force. Gives its id, and whether another was in force before. */
export async function putInForce(
  tx: Kysely<Tables>,
  { files, digest, at, by, origin, why }: NewProgram,
): Promise<{ id: string; changed: boolean }> {
  const id = filesDigest(files);
  const before = await inForce(tx);
  if (before?.id === id) return { id, changed: false };
  const kept = { id, digest, at, by: by ?? null, origin: origin ?? null, files: gzipSync(JSON.stringify(files)) };
  await tx
    .insertInto("programs")
    .values(kept)
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  await tx
    .insertInto("programs_in_force")
    .values({ program: id, at, by: by ?? null, why: why ?? null })
    .execute();
  await nextGeneration(tx);
  return { id, changed: true };
}

/** The version in force; undefined before the first. */
export async function inForce(db: Kysely<Tables>): Promise<ProgramVersion | undefined> {
  const found = await db
    .selectFrom("programs_in_force")
    .innerJoin("programs", "programs.id", "programs_in_force.program")
    .select(["programs.id", "programs.digest", "programs_in_force.at", "programs_in_force.by", "programs.origin"])
    .orderBy("programs_in_force.sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  if (!found) return undefined;
  const { id, digest, at, by, origin } = found;
  return { id, digest, at, ...(by === null ? {} : { by }), ...(origin === null ? {} : { origin }) };
}

export async function filesOf(db: Kysely<Tables>, id: string): Promise<ProgramFiles | undefined> {
  const found = await db.selectFrom("programs").select("files").where("id", "=", id).executeTakeFirst();
  return found && (JSON.parse(gunzipSync(found.files).toString("utf8")) as ProgramFiles);
}

export interface CurrentProgram extends ProgramVersion {
  /** Its documents, loaded; `location` is a folder with them on this machine. */
  readonly loaded: LoadedProgram;
}

export interface CurrentOptions extends LoadOptions {
  /** Folder of this machine where versions are laid down to be read. */
  readonly folder: string;
  /** How a folder is loaded: here, where absent. */
  readonly load?: (folder: string, options: LoadOptions) => Promise<LoadedProgram>;
}

/** Loads the version in force, each version once. Two that ask at once wait for the same loading. */
export function programLoader({
  load = loadProgram,
  ...options
}: CurrentOptions): (db: Kysely<Tables>) => Promise<CurrentProgram | undefined> {
  let last: { readonly id: string; readonly loading: Promise<LoadedProgram> } | undefined;
  return async (db) => {
    const version = await inForce(db);
    if (!version) return undefined;
    if (last?.id !== version.id) {
      const loading = laidDown(db, version.id, options.folder).then((folder) => load(folder, options));
      last = { id: version.id, loading };
      loading.catch(() => (last = undefined));
    }
    return { ...version, loaded: await last.loading };
  };
}

/** The files in a folder of their own. One that was laid down before is used again: its name is the digest of what it holds. */
async function laidDown(db: Kysely<Tables>, id: string, folder: string): Promise<string> {
  const path = join(folder, id);
  if (await stat(path).catch(() => undefined)) return path;
  const files = await filesOf(db, id);
  const making = `${path}.${process.pid}`;
  await rm(making, { recursive: true, force: true });
  await layDown(making, files ?? {});
  // Another process may have been quicker: the content is the same.
  await rename(making, path).catch(() => rm(making, { recursive: true, force: true }));
  return path;
}

/** Writes files below a folder; paths were checked when the version was taken in. */
export async function layDown(folder: string, files: ProgramFiles): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [path, text] of Object.entries(files)) {
    const full = join(folder, path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, text, { mode: 0o600 });
  }
}

/** Which version was in force since when: the newest first. */
export async function listPrograms(db: Kysely<Tables>, limit: number): Promise<readonly (ProgramVersion & { readonly why?: string })[]> {
  const rows = await db
    .selectFrom("programs_in_force")
    .innerJoin("programs", "programs.id", "programs_in_force.program")
    .select(["programs.id", "programs.digest", "programs_in_force.at", "programs_in_force.by", "programs.origin", "programs_in_force.why"])
    .orderBy("programs_in_force.sequence", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ by, origin, why, ...row }) => ({
    ...row,
    ...(by === null ? {} : { by }),
    ...(origin === null ? {} : { origin }),
    ...(why === null ? {} : { why }),
  }));
}
