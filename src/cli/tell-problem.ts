// Problems as commands print them, in the language of the user.
import { formatProblem, formatProblemAs, type Problem } from "#kit";
import { problemIn } from "#look";
import type { Language } from "./environment.ts";

const severitiesDe: Readonly<Record<Problem["severity"], string>> = { error: "Fehler", warning: "Warnung", note: "Hinweis" };

/** One line: file, line and column, what is wrong, what was expected, what to do. */
export function problemLine(problem: Problem, spoken: Language): string {
  if (spoken === "en") return formatProblem(problem);
  return formatProblemAs(problemIn(problem, spoken), { expected: "Erwartet", severity: severitiesDe[problem.severity] });
}
