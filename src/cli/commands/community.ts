// allmend community PATH...: how the people around each repository are doing, as numbers.
import type { Command } from "commander";
import { communityText } from "#publish";
import { readCommunities } from "#scan";
import { homeFolder, language, moment, ownCache, print, say, userPath } from "../environment.ts";
import { findProgram, requireProgram } from "../load-program.ts";
import { type ScanFlags, withScanning } from "../options.ts";
import { progress } from "../progress.ts";
import { problemLine } from "../tell-problem.ts";

export function define(command: Command, exit: (code: number) => void): void {
  withScanning(command.argument("<paths...>", "folders that hold repositories, or repositories")).action(
    async (paths: string[], flags: ScanFlags) => {
      const targets = paths.map((path) => ({ path: userPath(path) }));
      const folders = targets.map((target) => target.path);
      const cache = await ownCache(flags);
      const { program } = await requireProgram(findProgram(flags.program, folders), folders, cache);
      const now = moment(flags.now);
      const shown = progress(flags.quiet === true || !process.stderr.isTTY, language(flags.lang));
      const read = await readCommunities(targets, {
        program,
        now,
        jobs: flags.jobs,
        scratch: homeFolder("shadow"),
        ...(cache ? { cache } : {}),
        onProgress: (done, total, repository) => shown.step(done, total, repository),
      }).finally(() => shown.end());
      for (const problem of read.problems) say(problemLine(problem, language(flags.lang)));
      const { communities, problems } = read;
      const basis = program.organization.namesOfPeople;
      if (flags.json) await print(`${JSON.stringify({ schema: "allmend.community/1", now, communities, problems }, undefined, 1)}\n`);
      else await print(await communityText({ now, communities, ...(basis === undefined ? {} : { basis }) }, language(flags.lang)));
      exit(problems.some(({ severity }) => severity === "error") ? 2 : 0);
    },
  );
}
