// The program that everything is judged by: the one in force, with what the server's records add.
import type { Program } from "#program";
import type { Database } from "#store";
import type { Deps } from "../deps.ts";
import { type StoredPrograms, storedPrograms } from "../office/stored-program.ts";

const stored = new WeakMap<Database, StoredPrograms>();

export async function judgedProgram({ database, program }: Pick<Deps, "database" | "program">): Promise<Program> {
  const adding = stored.get(database) ?? storedPrograms();
  stored.set(database, adding);
  return adding(database.sql, (await program()).program);
}
