// allmend fix REPOSITORY: the files that it lacks, as a patch to review. Nothing is written into the repository.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { AllmendError } from "#kit";
import { fill } from "#look";
import { newFilesPatch } from "#publish";
import { language, packsFolder, print, say, userPath } from "../environment.ts";
import { fixables, stem } from "../fix/missing.ts";
import { propose } from "../fix/propose.ts";
import { takenPaths } from "../fix/taken.ts";
import { findProgram, requireProgram } from "../load-program.ts";
import { type ScanFlags, withScanning } from "../options.ts";
import { runScan } from "../run-scan.ts";
import { cliWords } from "../words.ts";

interface Flags extends ScanFlags {
  readonly only?: readonly string[];
  readonly license?: string;
  readonly output?: string;
}

export function define(command: Command, exit: (code: number) => void): void {
  withScanning(command.argument("<repository>", "a repository, or a plain folder"))
    .option("--only <names>", `these files alone, with commas between them: ${fixables.map(({ name }) => name).join(", ")}`, wanted)
    .option("--license <id>", "licence of a LICENSE file (default: as manifests declare, or as the program publishes)")
    .option("--output <file>", "write the patch there instead of to standard output")
    .action(async (path: string, flags: Flags) => {
      const folder = userPath(path);
      const { program, problems } = await requireProgram(findProgram(flags.program, [folder]), [folder]);
      const result = await runScan({ targets: [{ path: folder }], program, problems, flags, failOn: "deny" });
      const [repository, ...others] = result.repositories;
      if (!repository || others.length > 0) throw notOne(path, result.repositories.length);
      const spoken = language(flags.lang);
      const named = { ...result, program: { ...result.program, location: program.location } };
      const { files, left } = propose(repository, named, {
        language: spoken,
        packsFolder,
        isTaken: await takenPaths(folder),
        ...(flags.only ? { only: flags.only } : {}),
        ...(flags.license === undefined ? {} : { license: flags.license }),
      });
      const patch = newFilesPatch(files);
      if (flags.output === undefined) await print(patch);
      else {
        await mkdir(dirname(userPath(flags.output)), { recursive: true });
        await writeFile(userPath(flags.output), patch);
      }
      const words = cliWords(spoken);
      for (const file of files) {
        say(fill(words.fixWritten, { path: file.path }, spoken));
        for (const question of file.open) say(`  ${fill(words.fixOpen, { question }, spoken)}`);
      }
      for (const { name, why } of left) say(fill(words.fixLeft[why], { name }, spoken));
      say(
        files.length === 0
          ? words.fixNothing
          : fill(words.fixReview, { command: flags.output === undefined ? "git apply" : `git apply ${flags.output}` }, spoken),
      );
      exit(0);
    });
}

function wanted(list: string): string[] {
  const names = list.split(",").map((name) => name.trim());
  if (names.every((name) => fixables.some((fixable) => stem(fixable.name) === stem(name)))) return names;
  throw new InvalidArgumentError(`it can write ${fixables.map(({ name }) => name).join(", ")}.`);
}

function notOne(path: string, count: number): AllmendError {
  return new AllmendError("not-one-repository", "input", `${path} holds ${count} repositories; a patch is for one`, {
    hint: "Name the folder of one repository.",
  });
}
