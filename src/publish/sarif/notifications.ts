// What could not be read, and what this file leaves out, as notifications of the run that it concerns.
import { fill, type Language, problemIn, wordsOf } from "#look";
import type { Problem } from "#kit";
import type { ScanResult } from "#scan";
import { message } from "./message.ts";

const MOST = 200;
const LONGEST = 1000;

/** `problems`: of this run's repository, and those of no repository. */
export function notifications(problems: readonly Problem[], leftOut: number, language: Language): object[] {
  const inWords = problems.slice(0, MOST).map((problem) => problemIn(problem, language));
  const told = inWords.map((problem) => ({
    level: problem.severity === "error" ? "error" : "warning",
    message: { text: message(`${problem.file}${problem.line === undefined ? "" : `:${problem.line}`}: ${problem.message}`, LONGEST) },
    descriptor: { id: problem.code },
  }));
  if (problems.length > MOST)
    told.push(notice("problems-left-out", fill(wordsOf(language).report.moreExamples, { count: problems.length - MOST }, language)));
  if (leftOut > 0) told.push(notice("results-left-out", fill(wordsOf(language).sarif.leftOut, { count: leftOut }, language)));
  return told;
}

/** Problems name a repository and a path in it; what belongs to no repository of the result is told in every run, so that nobody misses it. */
export function problemsByRepository(result: ScanResult): (repository: string | undefined) => readonly Problem[] {
  const ids = new Set(result.repositories.map((repository) => repository.id));
  const found = new Map<string, Problem[]>([["", []]]);
  for (const problem of result.problems) {
    if (problem.severity === "note") continue;
    const owner = ownerOf(problem.file, ids);
    const list = found.get(owner);
    if (list) list.push(problem);
    else found.set(owner, [problem]);
  }
  const general = found.get("") ?? [];
  return (repository) => (repository === undefined ? general : [...(found.get(repository) ?? []), ...general]);
}

/** The repository that `repository:path` names; empty where it is none. */
function ownerOf(file: string, ids: ReadonlySet<string>): string {
  for (let colon = file.indexOf(":"); colon > 0; colon = file.indexOf(":", colon + 1)) {
    if (ids.has(file.slice(0, colon))) return file.slice(0, colon);
  }
  return ids.has(file) ? file : "";
}

function notice(id: string, text: string): { level: string; message: { text: string }; descriptor: { id: string } } {
  return { level: "warning", message: { text }, descriptor: { id } };
}
