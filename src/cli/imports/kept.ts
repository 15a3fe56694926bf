// Imported data as runs and questions find it: on this machine, and beside the program of the last run.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type HomeImports, isImportedKind, readHomeImports } from "#facts";
import type { Program, RecordEntry } from "#program";
import { home, homeFolder } from "../environment.ts";

export async function homeImports(): Promise<HomeImports> {
  return readHomeImports(home("imports"));
}

function besideProgram(program: Program): readonly RecordEntry[] {
  return program.records.filter((record) => isImportedKind(record.kind));
}

/** Results tell what was imported as what it says; questions about components that no run has seen need the whole. */
export async function rememberImports(program: Program): Promise<void> {
  await writeFile(join(homeFolder("last"), "imports.json"), JSON.stringify(besideProgram(program)), { mode: 0o600 });
}

/** For questions about the last run: this machine's imports, with those that stood beside the program then. */
export async function importsForQuestions(): Promise<HomeImports> {
  const own = await homeImports();
  return { ...own, lines: [...own.lines, ...(await lastImports())] };
}

async function lastImports(): Promise<readonly RecordEntry[]> {
  try {
    return JSON.parse(await readFile(join(home("last"), "imports.json"), "utf8")) as readonly RecordEntry[];
  } catch {
    return [];
  }
}
