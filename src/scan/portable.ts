// Results hold no path of the machine that made them: the same inputs give the same bytes wherever they lie.
import { sep } from "node:path";
import type { Problem } from "#kit";
import type { Program } from "#program";

/** Problems of a program's documents, with its folder under the name that the result gives it. */
export function portableProblems(problems: readonly Problem[], program: Program, name: string): Problem[] {
  const inside = `${program.location}${sep}`;
  return problems.map((problem) =>
    problem.file.startsWith(inside) ? { ...problem, file: `${name}/${problem.file.slice(inside.length).split(sep).join("/")}` } : problem,
  );
}
