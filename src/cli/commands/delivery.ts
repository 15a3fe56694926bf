// allmend delivery PATH...: the four keys of each product or repository, from told deployments and incidents, else from tags, else from merges.
import { type Command, InvalidArgumentError, Option } from "commander";
import { judgementsOnRecord } from "#facts";
import { AllmendError } from "#kit";
import { bandYears, DEFAULT_WINDOW_DAYS, type DeliveryYear } from "#measures";
import type { Program } from "#program";
import { deliveryText } from "#publish";
import { deliver } from "#scan";
import { type DeliveryFiles, deliveriesTold, type ToldDeliveries, withDeliveryFiles } from "../deliveries-told.ts";
import { homeFolder, language, moment, ownCache, print, say, userPath } from "../environment.ts";
import { findProgram, requireProgram } from "../load-program.ts";
import { type ScanFlags, withScanning } from "../options.ts";
import { progress } from "../progress.ts";
import { problemLine } from "../tell-problem.ts";

interface Flags extends ScanFlags, DeliveryFiles {
  readonly year: DeliveryYear;
  readonly window: number;
  readonly horizon?: number;
  readonly hotfix?: number;
  readonly tags?: string;
  readonly compatible?: "devlake";
  readonly by: "product" | "repository";
}

export function define(command: Command, exit: (code: number) => void): void {
  withDeliveryFiles(withScanning(command.argument("<paths...>", "folders that hold repositories, or repositories")))
    .addOption(
      new Option("--year <year>", `whose bands: ${bandYears.join(", ")}, or 2025 (a distribution)`).argParser(oneYear).default(2021),
    )
    .addOption(new Option("--window <days>", "days up to now: 90, 90d").argParser(days).default(DEFAULT_WINDOW_DAYS))
    .addOption(
      new Option("--horizon <days>", "days within which a deployment is held to have brought an incident (default: 7)").argParser(days),
    )
    .addOption(
      new Option("--hotfix <hours>", "hours within which the next patch means that a release failed (default: 24)").argParser(days),
    )
    .addOption(new Option("--compatible <tool>", "compute as this tool does, for comparing (bands of 2021 and 2023)").choices(["devlake"]))
    .option("--tags <pattern>", "which tags are releases: a glob such as v*")
    .addOption(
      new Option("--by <unit>", "products of the program, or each repository").choices(["product", "repository"]).default("product"),
    )
    .action(async (paths: string[], flags: Flags) => {
      if (flags.compatible && flags.year !== 2021 && flags.year !== 2023) throw noSuchYear(flags.year);
      const targets = paths.map((path) => ({ path: userPath(path) }));
      const folders = targets.map((target) => target.path);
      const { program } = await requireProgram(findProgram(flags.program, folders), folders, await ownCache(flags));
      const told = await deliveriesTold(flags, program);
      const now = moment(flags.now);
      const measured = await measure(targets, flags, program, told, now);
      for (const problem of [...told.problems, ...measured.problems]) say(problemLine(problem, language(flags.lang)));
      const report = { now, year: flags.year, days: flags.window, entries: measured.entries };
      if (flags.json) {
        const problems = [...told.problems, ...measured.problems];
        await print(`${JSON.stringify({ schema: "allmend.delivery/1", ...report, problems }, undefined, 1)}\n`);
      } else {
        await print(await deliveryText(report, language(flags.lang)));
      }
      exit(told.problems.some(({ severity }) => severity === "error") ? 2 : 0);
    });
}

async function measure(targets: readonly { path: string }[], flags: Flags, program: Program, told: ToldDeliveries, now: string) {
  const shown = progress(flags.quiet === true || !process.stderr.isTTY, language(flags.lang));
  const cache = await ownCache(flags);
  try {
    return await deliver(targets, {
      organization: program.organization,
      now,
      year: flags.year,
      days: flags.window,
      by: flags.by,
      deployments: told.deployments,
      judgements: judgementsOnRecord(program.records),
      ...(told.incidents ? { incidents: told.incidents } : {}),
      ...(flags.horizon === undefined ? {} : { horizonDays: flags.horizon }),
      ...(flags.hotfix === undefined ? {} : { hotfixHours: flags.hotfix }),
      ...(flags.compatible ? { compatible: flags.compatible } : {}),
      ...(flags.tags === undefined ? {} : { tags: flags.tags }),
      jobs: flags.jobs,
      scratch: homeFolder("shadow"),
      ...(cache ? { cache } : {}),
      onProgress: (done, total, repository) => shown.step(done, total, repository),
    });
  } finally {
    shown.end();
  }
}

function noSuchYear(year: number): AllmendError {
  return new AllmendError("devlake-year", "input", `DevLake has no bands of ${year}`, {
    hint: "Use --year 2021 or 2023 with --compatible.",
  });
}

function oneYear(text: string): DeliveryYear {
  const year = [...bandYears, 2025 as const].find((known) => String(known) === text);
  if (year === undefined) throw new InvalidArgumentError(`there are bands of ${bandYears.join(", ")}, and the distribution of 2025.`);
  return year;
}

/** `90`, `90d`. */
function days(text: string): number {
  const value = Number(/^(\d{1,5})[dh]?$/.exec(text)?.[1] ?? Number.NaN);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("a whole number from 1 is needed.");
  return value;
}
