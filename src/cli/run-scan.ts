// A scan as commands run it: program, cache, progress, timings, and the result remembered for the commands that answer from it.
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { registryAddresses } from "#facts";
import { AllmendError, printable, type Problem } from "#kit";
import { fill } from "#look";
import type { Baseline, Outcome, Program } from "#program";
import { readResult, render } from "#publish";
import { type ScanOptions, type ScanResult, scan, type Target } from "#scan";
import { type DeliveryFiles, deliveriesTold } from "./deliveries-told.ts";
import { homeFolder, language, moment, ownCache, mavenCaches, packageCaches, say, version } from "./environment.ts";
import { readersStamp } from "./stamp.ts";
import { matrixFor } from "./matrix.ts";
import { programName } from "./load-program.ts";
import type { ScanFlags } from "./options.ts";
import { homeImports, rememberImports } from "./imports/kept.ts";
import { progress } from "./progress.ts";
import { cliWords } from "./words.ts";

export interface RunInput {
  readonly targets: readonly Target[];
  readonly upstreams?: readonly Target[];
  readonly program: Program;
  readonly problems: readonly Problem[];
  readonly flags: ScanFlags & DeliveryFiles;
  readonly failOn: Outcome;
  readonly baseline?: Baseline;
}

const STAGES = { collect: "collect", packages: "packages", judge: "judge", "sum-up": "sumUp" } as const;

export async function runScan(input: RunInput): Promise<ScanResult> {
  const spoken = language(input.flags.lang);
  const shown = progress(input.flags.quiet === true, spoken);
  const timings: [string, number][] = [];
  const started = performance.now();
  try {
    const cache = await ownCache(input.flags);
    const result = await scan(input.targets, {
      program: input.program,
      programProblems: input.problems,
      programName: programName(input.program.location),
      now: moment(input.flags.now),
      version: version(),
      failOn: input.failOn,
      jobs: input.flags.jobs,
      scratch: homeFolder("shadow"),
      readers: readersStamp(),
      history: input.flags.history === true,
      knownSecrets: await knownSecrets(input.program.location),
      ...(input.flags.cache ? { secrets: homeFolder("secrets") } : {}),
      onSearch: (repository, done, total) => shown.step(done, total, repository, "searched"),
      onSearchWait: (repository) => shown.stage(fill(cliWords(spoken).awaited, { repository: printable(repository) }, spoken)),
      caches: await packageCaches(input.flags.caches),
      mavenFolders: mavenCaches(input.flags.caches),
      ...(input.flags.online ? { online: await online(shown) } : {}),
      ...(await matrixFor(input.flags.matrix, input.program)),
      ...(cache ? { cache } : {}),
      ...(input.baseline ? { baseline: input.baseline } : {}),
      ...(input.upstreams ? { upstreams: input.upstreams } : {}),
      imports: await homeImports(),
      told: await deliveriesTold(input.flags, input.program, "portable"),
      onProgress: (done, total, repository) => shown.step(done, total, repository),
      onStage(stage) {
        timings.push([stage, performance.now()]);
        shown.stage(cliWords(spoken)[STAGES[stage]]);
      },
    });
    await rememberImports(input.program);
    return result;
  } finally {
    shown.end();
    if (input.flags.timings) printTimings(started, timings);
  }
}

async function online(shown: ReturnType<typeof progress>): Promise<NonNullable<ScanOptions["online"]>> {
  return {
    addresses: await registryAddresses(process.env.ALLMEND_REGISTRIES),
    userAgent: `allmend/${version()}`,
    onProgress: (done, total, registry) => shown.step(done, total, registry, "asked"),
  };
}

function printTimings(started: number, stages: readonly [string, number][]): void {
  stages.forEach(([stage, at], index) => {
    const end = stages[index + 1]?.[1] ?? performance.now();
    say(`${stage.padEnd(10)} ${((end - at) / 1000).toFixed(2)} s`);
  });
  say(`${"all".padEnd(10)} ${((performance.now() - started) / 1000).toFixed(2)} s`);
}

/** `secrets.txt` beside the program: a fingerprint a line, and why it is none of ours. */
async function knownSecrets(program: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(program, "secrets.txt"), "utf8").catch(() => "");
  return new Set(text.slice(0, MAX_KNOWN).match(/^secret:[0-9a-f]{12}\b/gm) ?? []);
}

const MAX_KNOWN = 10_000_000;

/** Where the last result and its report are kept. */
export function lastFolder(): string {
  return homeFolder("last");
}

/** Keeps the result for `check`, `why` and the others that answer from the last run; a crash leaves the one before. Gives the file. */
export async function rememberResult(result: ScanResult): Promise<string> {
  const path = join(lastFolder(), "result.json");
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, await render(result, "json", "en"));
  await rename(draft, path);
  return path;
}

/** The last result; undefined where there is none or it is of another version. */
export async function lastResult(): Promise<ScanResult | undefined> {
  try {
    return await readResult(join(lastFolder(), "result.json"));
  } catch {
    return undefined;
  }
}

/** The last result; throws AllmendError where there is none to answer from. */
export async function requireLastResult(): Promise<ScanResult> {
  const last = await lastResult();
  if (last) return last;
  throw new AllmendError("no-result", "not-found", "there is no result to answer from yet", { hint: 'Run "allmend scan PATH" first.' });
}
