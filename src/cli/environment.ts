// Where the user stands, where state is kept, how things are said: everything a command asks of its surroundings.
import { mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type Cache, type CacheFolder, cacheFolders, mavenFolders, openCache } from "#facts";
import { AllmendError, printableLines } from "#kit";

export const packageRoot = dirname(dirname(import.meta.dirname));
export const packsFolder = join(packageRoot, "packs");

export function version(): string {
  return (JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string }).version;
}

/** Paths resolve against where the user stands; npm changes the working folder and tells the old one. */
export function userPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** `ALLMEND_HOME`: cache, last results, shadow git folders. Nothing is ever written into a scanned repository. */
export function home(...parts: readonly string[]): string {
  return join(process.env.ALLMEND_HOME ? userPath(process.env.ALLMEND_HOME) : join(homedir(), ".allmend"), ...parts);
}

export function homeFolder(...parts: readonly string[]): string {
  const folder = home(...parts);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new AllmendError("home-not-writable", "input", `${folder} cannot be written`, {
      hint: "Set ALLMEND_HOME to a folder that can.",
      cause,
    });
  }
  return folder;
}

/** What was read before, unless `--no-cache`. */
export async function ownCache(flags: { readonly cache: boolean }): Promise<Cache | undefined> {
  return flags.cache ? await openCache(homeFolder("cache")) : undefined;
}

/** Caches of packages that are read: `--caches`, else `ALLMEND_CACHES`, else the usual ones of this user. */
export async function packageCaches(given: string | undefined): Promise<CacheFolder[]> {
  return cacheFolders(given ?? process.env.ALLMEND_CACHES, { home: homedir(), variables: process.env });
}

/** Of these the Maven repositories, in which the parents of a POM lie. */
export function mavenCaches(given: string | undefined): string[] {
  const folders = mavenFolders(given ?? process.env.ALLMEND_CACHES, { home: homedir(), variables: process.env });
  return folders.map(userPath);
}

export type Language = "en" | "de";

/** `--lang`, else the environment's, else English. */
export function language(given: string | undefined): Language {
  const wanted = given ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? "en";
  if (given !== undefined && given !== "en" && given !== "de") {
    throw new AllmendError("unknown-language", "input", `there is no language "${given}"`, { hint: "Use en or de." });
  }
  return wanted.toLowerCase().startsWith("de") ? "de" : "en";
}

/** The moment for which a run answers: `--now`, else the clock, to the second. What names no zone is UTC, on every machine. */
export function moment(given: string | undefined): string {
  const date = given === undefined ? new Date() : parseMoment(given);
  if (date === undefined || Number.isNaN(date.getTime())) {
    throw new AllmendError("bad-now", "input", `"${given}" is no date`, { hint: "Write it as 2026-11-23 or 2026-11-23T08:00:00Z." });
  }
  return `${date.toISOString().slice(0, 19)}Z`;
}

const ISO = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/** Undefined for what is no ISO 8601 date, and for days that no calendar has: `Date` alone would take 31 February for 3 March. */
function parseMoment(text: string): Date | undefined {
  const [, day, time = "00:00", zone = "Z"] = ISO.exec(text) ?? [];
  if (day === undefined) return undefined;
  const midnight = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== day) return undefined;
  return new Date(`${day}T${time}${zone}`);
}

/** Writes all of it, however slow the reader is; what comes in pieces, piece by piece. */
export async function print(text: string | Iterable<string>): Promise<void> {
  for (const piece of typeof text === "string" ? [text] : text) {
    await new Promise<void>((done, fail) => process.stdout.write(piece, (error) => (error ? fail(error) : done())));
  }
}

/** To people, on standard error: names in it may be hostile. */
export function say(text: string): void {
  process.stderr.write(`${printableLines(text)}\n`);
}
