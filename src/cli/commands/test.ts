// allmend test [DIR]: runs the examples of a program's rules against the whole program.
import type { Command } from "commander";
import { runExamples } from "#policy";
import { print, say } from "../environment.ts";
import { findProgram, requireProgram } from "../load-program.ts";
import { type CommonOptions, withCommon } from "../options.ts";

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(command.argument("[dir]", "folder of the program, or one that holds allmend/")).action(
    async (dir: string | undefined, options: CommonOptions) => {
      const { program } = await requireProgram(findProgram(dir ?? options.program, []));
      const results = runExamples(program);
      const failed = results.filter((result) => !result.passed);
      if (options.json) {
        await print(
          `${JSON.stringify({ schema: "allmend.examples/1", passed: results.length - failed.length, failed: failed.length, results }, undefined, 2)}\n`,
        );
      } else {
        for (const result of failed) {
          const { file, line, column } = result.position;
          await print(`${file}:${line}:${column}  ${result.rule}  ${result.message}\n`);
        }
        say(`${results.length - failed.length} passed, ${failed.length} failed`);
      }
      exit(failed.length === 0 ? 0 : 1);
    },
  );
}
