// The program that a command works with: --program, else PATH's allmend/, else the one where the user stands, else the starter pack.
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Cache, TextBefore } from "#facts";
import { AllmendError, type Problem } from "#kit";
import { fill, type Language } from "#look";
import { documentsDigest, loadProgram, locateProblem, type Program, withoutLooseEnds } from "#program";
import { language, packageRoot, packsFolder, say, userPath } from "./environment.ts";
import { problemLine } from "./tell-problem.ts";
import { programStamp } from "./stamp.ts";
import { cliWords } from "./words.ts";

export interface FoundProgram {
  readonly location: string;
  /** Whether it is the starter pack, because there is no program of one's own. */
  readonly fallback: boolean;
}

/** What stands in where there is no program. */
export const starterProgram = join(packsFolder, "starter");

/** Allmend's own. */
const checkoutProgram = join(packageRoot, "allmend");

export function findProgram(given: string | undefined, paths: readonly string[]): FoundProgram {
  if (given !== undefined) return { location: programFolder(userPath(given)), fallback: false };
  for (const path of paths) {
    const folder = join(path, "allmend");
    if (!existsSync(join(folder, "organization.yaml"))) continue;
    refuseOutside(folder, path);
    return { location: folder, fallback: false };
  }
  const here = programFolder(userPath("."));
  // Who stands in a checkout of Allmend and looks at something else does not mean Allmend's own program.
  const isOurs = here !== checkoutProgram || paths.length === 0;
  if (isOurs && existsSync(join(here, "organization.yaml"))) return { location: here, fallback: false };
  return { location: starterProgram, fallback: true };
}

/**
 * For commands that write beside the program: the one that is named, else the one where the user stands. Who stands in a checkout of Allmend tries it out:
 * the program that lies there is Allmend's own, and only written to where somebody names it.
 */
export function findOwnProgram(given: string | undefined): FoundProgram {
  const found = findProgram(given, []);
  return given === undefined && found.location === checkoutProgram ? { ...found, fallback: true } : found;
}

/** What is scanned does not say by a link which other folder of this machine is read. */
function refuseOutside(folder: string, path: string): void {
  const way = relative(realpathSync(path), realpathSync(folder));
  if (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return;
  throw new AllmendError("program-outside", "input", `${folder} is a link that leads outside ${path}; the program behind it is not read`, {
    hint: "If it is yours, name it with --program.",
  });
}

/** Where nobody named a program and there is none, an answer about the starter pack must not look like one about a program of one's own. */
export function sayFallback(found: FoundProgram, language: Language): void {
  if (found.fallback) say(cliWords(language).noProgramHere);
}

/** DIR itself, or the allmend/ in it. */
export function programFolder(folder: string): string {
  const inside = join(folder, "allmend");
  return !existsSync(join(folder, "organization.yaml")) && existsSync(join(inside, "organization.yaml")) ? inside : folder;
}

export interface LoadedProgram {
  readonly program: Program | undefined;
  /** What could be read of one with errors. */
  readonly partial?: Program;
  /** Everything that is wrong with it, expressions included; sorted by file and line. */
  readonly problems: readonly Problem[];
}

/** With a cache, documents that were read before are not read again; only programs without an error are kept. */
export async function readProgram(found: FoundProgram, cache?: Cache): Promise<LoadedProgram> {
  const before = found.fallback ? undefined : await beforeStrategy(found.location);
  if (!cache) return readDocuments(found, before);
  const key = ["program", programStamp(), found.location, await documentsDigest(found.location), JSON.stringify(before ?? null)];
  const known = (await cache.get(key)) as LoadedProgram | undefined;
  if (known) return known;
  const loaded = await readDocuments(found, before);
  const fine = loaded.program !== undefined && loaded.problems.every(({ severity }) => severity !== "error");
  // What JSON would not give back as it is, is not kept.
  if (fine && isDeepStrictEqual(JSON.parse(JSON.stringify(loaded)), loaded)) await cache.put(key, loaded);
  return loaded;
}

/** How the organisation was written down before there was a strategy, where the documents lie in a repository. */
async function beforeStrategy(location: string): Promise<TextBefore | undefined> {
  if (!existsSync(join(location, "strategy.md"))) return undefined;
  const { textBefore } = await import("#facts");
  return textBefore(location, "organization.yaml", "strategy.md");
}

async function readDocuments(found: FoundProgram, before: TextBefore | undefined): Promise<LoadedProgram> {
  const [{ measureIds }, { checkRules }] = await Promise.all([import("#measures"), import("#policy")]);
  const options = { packsFolder, measures: measureIds(), ...(before ? { before } : {}) };
  const loaded = await loadProgram(found.location, options);
  // Expressions are checked even where a document has errors, so that one run shows them all.
  const rules = loaded.partial ? checkRules(loaded.partial).map((problem) => locateProblem(found.location, problem)) : [];
  const problems = [...loaded.problems, ...rules];
  problems.sort(compareProblems);
  if (loaded.program || !loaded.partial) return { program: loaded.program, problems };
  return { program: undefined, partial: loaded.partial, problems };
}

/**
 * For reports that tell how the office stands: where documents have errors, what is left of the program when they are cut out. Every error is named here and stands in
 * the report; nothing is gated on it.
 */
export async function programToTell(
  found: FoundProgram,
  paths: readonly string[],
  cache: Cache | undefined,
  spoken: Language,
): Promise<{ readonly program: Program; readonly problems: readonly Problem[]; readonly whole: boolean }> {
  const { program, partial, problems } = await readProgram(found, cache);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (!partial && (!program || errors.length > 0)) return { ...(await requireProgram(found, paths, cache, spoken)), whole: true };
  if (errors.length === 0 && program) return { program: isPack(found) ? named(program, paths) : program, problems, whole: true };
  for (const problem of errors) say(problemLine(problem, spoken));
  say(fill(cliWords(spoken).reportsTheRest, { location: found.location, errors: errors.length }, spoken));
  const { withoutBrokenRules } = await import("#policy");
  const rest = withoutLooseEnds(withoutBrokenRules((program ?? partial) as Program));
  return { program: isPack(found) ? named(rest, paths) : rest, problems, whole: false };
}

/** For commands that cannot go on with a broken program: prints every error and refuses. */
export async function requireProgram(
  found: FoundProgram,
  paths: readonly string[] = [],
  cache?: Cache,
  spoken: Language = language(undefined),
): Promise<{ program: Program; problems: readonly Problem[] }> {
  const { program, problems } = await readProgram(found, cache);
  const errors = problems.filter((problem) => problem.severity === "error");
  if (program && errors.length === 0) return { program: isPack(found) ? named(program, paths) : program, problems };
  for (const problem of problems) say(problemLine(problem, spoken));
  throw new AllmendError(
    "program-invalid",
    "input",
    `the program in ${found.location} has ${errors.length} ${errors.length === 1 ? "error" : "errors"}`,
    {
      hint: 'Nothing was judged. Mend them; "allmend validate" lists them again.',
    },
  );
}

/** A pack alone, and not the program of an organisation. */
function isPack({ location, fallback }: FoundProgram): boolean {
  return fallback || (!existsSync(join(location, "organization.yaml")) && existsSync(join(location, "pack.yaml")));
}

/** The name under which a result knows its program: no path of this machine, so that the same inputs give the same bytes wherever they lie. */
export function programName(location: string): string {
  const name = basename(location);
  return dirname(location) === packsFolder ? `pack:${name}` : name;
}

/** Without a program of its own, an organisation is called like the folder that holds it. */
function named(program: Program, paths: readonly string[]): Program {
  const name = paths.map((path) => basename(path)).join(", ");
  return name === "" ? program : { ...program, organization: { ...program.organization, name } };
}

function compareProblems(a: Problem, b: Problem): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** For commands that keep something: there must be a program to keep it in. */
export function noProgramOfYourOwn(): AllmendError {
  return new AllmendError("no-program", "input", "there is no program of your own in which it could be recorded", {
    hint: 'Write one with "allmend init", or name it with --program.',
  });
}
