// A program that somebody sends: its files, checked like a folder on disk, with the same errors.
import { posix } from "node:path";
import { z } from "zod";
import { type Language, problemIn } from "#look";
import type { LoadOptions, Program } from "#program";
import type { Problem } from "#kit";
import { layDown, type ProgramFiles } from "#store";
import { filled, type HttpProblem, problem, type Told, verbatim } from "../http/problem.ts";
import { LARGE, type ReadProgram, readProgramApart, readProgramIn } from "./read-program.ts";

const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Inside the folder, in folders that documents live in, nothing hidden. */
export function isInside(path: string): boolean {
  const parts = path.split("/");
  return (
    path.length <= 300 && parts.length <= 6 && posix.normalize(path) === path && parts.every((part) => SEGMENT.test(part) && part !== "..")
  );
}

/** Documents of a program at most: more would take minutes to lay down. */
const MOST_FILES = 5000;

export const programFiles = z
  .record(z.string().refine(isInside, { error: "is no path inside a program's folder" }), z.string())
  .refine((files) => "organization.yaml" in files, { error: "organization.yaml is missing: it is what makes a folder a program" })
  .refine((files) => Object.keys(files).length <= MOST_FILES, { error: `more than ${MOST_FILES} documents are no program` })
  .describe("Text by path, relative to the program's folder: `organization.yaml`, `policies/compliance.md`, …");

export const told = z
  .object({
    code: z.string(),
    severity: z.enum(["error", "warning", "note"]),
    file: z.string(),
    line: z.int().optional(),
    column: z.int().optional(),
    message: z.string(),
    expected: z.string().optional(),
    hint: z.string().optional(),
  })
  .meta({ id: "DocumentProblem" });

/** What is wrong with documents, in the language of whoever asked. */
export function toldIn(language: Language, problems: readonly Problem[]): z.output<typeof told>[] {
  return problems.map((problem) => {
    const { phrases: _phrases, ...words } = problemIn(problem, language);
    return words;
  });
}

/** A refusal of documents, which names each problem with its file and line. */
export function refusedDocuments(title: Told, problems: readonly Problem[]): HttpProblem {
  const first = problems.find(({ severity }) => severity === "error");
  const place = first && [first.file, first.line].filter((part) => part !== undefined).join(":");
  const detail = first && verbatim(`${place}: ${first.message}`, `${place}: ${problemIn(first, "de").message}`);
  const told = problems.slice(0, 500);
  const refusal = problem(422, "program-invalid", title, detail, { problems: toldIn("en", told) });
  refusal.german = { ...refusal.german, problems: toldIn("de", told) };
  return refusal;
}

export interface CheckedProgram {
  readonly program: Program;
  /** What is no error. */
  readonly problems: readonly Problem[];
}

/** Lays the files down in a folder, loads and checks them. Throws a problem where they cannot lie in one. */
export async function readProgramFiles(files: ProgramFiles, folder: string, options: LoadOptions): Promise<ReadProgram> {
  const both = fileAndFolder(files);
  if (both !== undefined) {
    throw problem(
      422,
      "input-invalid",
      filled("“{path}” is a document and a folder at once", { path: both }),
      "Give one of the two another name.",
    );
  }
  await layDown(folder, files);
  const isLarge = Object.values(files).reduce((sum, text) => sum + text.length, 0) > LARGE;
  const { problems, program } = await (isLarge ? readProgramApart({ folder, options }) : readProgramIn(folder, options));
  return { problems: problems.map((each) => inside(each, folder)), ...(program ? { program } : {}) };
}

function fileAndFolder(files: ProgramFiles): string | undefined {
  const folders = Object.keys(files).flatMap((path) =>
    path
      .split("/")
      .slice(0, -1)
      .map((_, at, parts) => parts.slice(0, at + 1).join("/")),
  );
  return folders.find((folder) => Object.hasOwn(files, folder));
}

/** The same; throws a problem that names every error with its file and line. */
export async function checkedProgram(files: ProgramFiles, folder: string, options: LoadOptions): Promise<CheckedProgram> {
  const { program, problems } = await readProgramFiles(files, folder, options);
  if (!program) throw refusedDocuments("The program has errors; nothing was changed", problems);
  return { program, problems };
}

/** Where the folder lies here is nobody's business. */
function inside(problem: Problem, folder: string): Problem {
  const file = problem.file.startsWith(folder) ? problem.file.slice(folder.length).replace(/^\//, "") : problem.file;
  return { ...problem, file };
}
