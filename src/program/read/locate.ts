// Where a problem stands, for people: documents are read by their name in the program, and shown with its folder.
import { join } from "node:path";
import type { Problem } from "#kit";

/** A problem whose file is named as documents name each other, with its file as the user named the folder. */
export function locateProblem(folder: string, problem: Problem): Problem {
  return problem.file.startsWith("pack:") ? problem : { ...problem, file: join(folder, problem.file) };
}
