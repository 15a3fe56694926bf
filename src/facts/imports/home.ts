// What was imported on this machine and stands beside no program: lines in ALLMEND_HOME, one file for each import, and the databases.
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "#kit";
import { currentDatabase } from "../vulnerabilities/database/read.ts";
import type { CurrentDatabase } from "../vulnerabilities/database/format.ts";
import { type ImportedLine, isImportedKind } from "./kinds.ts";
import type { PlacedLine } from "./imported.ts";

export interface HomeImports {
  readonly lines: readonly PlacedLine[];
  readonly database?: { readonly folder: string; readonly current: CurrentDatabase };
  readonly problems: readonly Problem[];
}

const LINES = "lines";
export const DATABASE = "advisories";

/** Reads the folder of imports; an absent one holds nothing. Files are named without a path of this machine. */
export async function readHomeImports(folder: string): Promise<HomeImports> {
  const lines: PlacedLine[] = [];
  const problems: Problem[] = [];
  for (const name of (await readdir(join(folder, LINES)).catch(() => [])).sort()) {
    if (!name.endsWith(".jsonl")) continue;
    const file = `home:imports/${name}`;
    const text = await readFile(join(folder, LINES, name), "utf8");
    for (const [index, line] of text.split("\n").entries()) {
      if (line === "") continue;
      const read = lineOf(line);
      if (read) lines.push({ ...read, position: { file, line: index + 1 } });
      else problems.push({ code: "import-line", severity: "error", file, line: index + 1, message: "the line is no record of an import" });
    }
  }
  const database = join(folder, DATABASE);
  const current = await currentDatabase(database);
  return { lines, problems, ...(current ? { database: { folder: database, current } } : {}) };
}

function lineOf(text: string): ImportedLine | undefined {
  try {
    const value = JSON.parse(text) as Partial<ImportedLine>;
    const whole =
      typeof value.kind === "string" && isImportedKind(value.kind) && typeof value.at === "string" && typeof value.data === "object";
    return whole ? (value as ImportedLine) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes the lines of one import whole; gives the file's name. */
export async function writeHomeLines(folder: string, name: string, lines: readonly ImportedLine[]): Promise<string> {
  const path = join(folder, LINES, `${name}.jsonl`);
  await mkdir(join(folder, LINES), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, lines.map((line) => `${JSON.stringify(line)}\n`).join(""), { mode: 0o600 });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return path;
}
