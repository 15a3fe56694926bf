// allmend test [DIR]: runs the examples of a program's rules against the whole program.
import { join } from "node:path";
import type { Command } from "commander";
import { printable } from "#kit";
import { fill } from "#look";
import { runExamples } from "#policy";
import { language, print, say } from "../environment.ts";
import { findProgram, requireProgram, sayFallback } from "../load-program.ts";
import { type CommonOptions, withCommon } from "../options.ts";
import { cliWords } from "../words.ts";

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(command.argument("[dir]", "folder of the program, or one that holds allmend/")).action(
    async (dir: string | undefined, options: CommonOptions) => {
      const found = findProgram(dir ?? options.program, []);
      const { program } = await requireProgram(found);
      const results = runExamples(program);
      const failed = results.filter((result) => !result.passed);
      if (options.json) {
        await print(
          `${JSON.stringify({ schema: "allmend.examples/1", passed: results.length - failed.length, failed: failed.length, results }, undefined, 2)}\n`,
        );
      } else {
        for (const result of failed) {
          const { file, line, column } = result.position;
          const place = file.startsWith("pack:") ? file : join(found.location, file);
          await print(`${printable(`${place}:${line}:${column}  ${result.rule}  ${result.message}`)}\n`);
        }
        const spoken = language(options.lang);
        sayFallback(found, spoken);
        say(fill(cliWords(spoken).examples, { passed: results.length - failed.length, failed: failed.length }, spoken));
      }
      exit(failed.length === 0 ? 0 : 1);
    },
  );
}
