// allmend validate [DIR]: every error of a program's documents at once.
import { join } from "node:path";
import type { Command } from "commander";
import { AllmendError, type Problem } from "#kit";
import { fill } from "#look";
import { readBaseline } from "#program";
import { language, print, say } from "../environment.ts";
import { findProgram, readProgram, sayFallback } from "../load-program.ts";
import { type CommonOptions, withCommon } from "../options.ts";
import { problemLine } from "../tell-problem.ts";
import { cliWords } from "../words.ts";

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(command.argument("[dir]", "folder of the program, or one that holds allmend/")).action(
    async (dir: string | undefined, options: CommonOptions) => {
      const found = findProgram(dir ?? options.program, []);
      const loaded = await readProgram(found);
      const { program } = loaded;
      const problems = [...loaded.problems, ...(await baselineProblems(found.location))];
      const errors = problems.filter((problem) => problem.severity === "error").length;
      if (options.json) {
        await print(`${JSON.stringify({ schema: "allmend.problems/1", location: found.location, errors, problems }, undefined, 2)}\n`);
      } else {
        const spoken = language(options.lang);
        for (const problem of problems) await print(`${problemLine(problem, spoken)}\n`);
        const words = cliWords(spoken);
        sayFallback(found, spoken);
        const policies = program?.policies.length ?? 0;
        const rules = program?.policies.reduce((sum, policy) => sum + policy.rules.length, 0) ?? 0;
        const counts = { location: found.location, policies, rules, errors, remarks: problems.length - errors };
        say(fill(errors === 0 ? words.programFine : words.programFaulty, counts, spoken));
      }
      exit(errors === 0 ? 0 : 2);
    },
  );
}

/** The baseline beside the documents, where there is one: a gate would stumble over it later. */
async function baselineProblems(folder: string): Promise<Problem[]> {
  const file = join(folder, "baseline.json");
  try {
    await readBaseline(file);
    return [];
  } catch (error) {
    if (!(error instanceof AllmendError)) return [];
    return [{ code: error.code, severity: "error", file, message: `${error.message}.`, ...(error.hint ? { hint: error.hint } : {}) }];
  }
}
