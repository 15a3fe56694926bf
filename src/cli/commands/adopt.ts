// allmend adopt PATH...: today's findings become a baseline with owners and due dates; from then on only what is new or overdue fails a gate.
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { makeBaseline, readBaseline, writeBaseline } from "#program";
import { AllmendError } from "#kit";
import { fill } from "#look";
import { language, moment, print, say, userPath } from "../environment.ts";
import { findProgram, requireProgram } from "../load-program.ts";
import { type ScanFlags, withScanning } from "../options.ts";
import { runScan } from "../run-scan.ts";
import { cliWords } from "../words.ts";

interface Flags extends ScanFlags {
  readonly output?: string;
  readonly deny: number;
  readonly review: number;
  readonly warn: number;
}

export function define(command: Command, exit: (code: number) => void): void {
  withScanning(command.argument("<paths...>", "folders that hold repositories, or repositories"))
    .option("--output <file>", "where the baseline is written (default: baseline.json in the program's folder)")
    .option("--deny <days>", "days until what is denied must be gone", days, 30)
    .option("--review <days>", "days until what is to be reviewed must be", days, 90)
    .option("--warn <days>", "days until warnings must be gone", days, 180)
    .action(async (paths: string[], flags: Flags) => {
      const targets = paths.map((path) => ({ path: userPath(path) }));
      const found = findProgram(
        flags.program,
        targets.map((target) => target.path),
      );
      const file = baselineFile(flags.output, found);
      const { program, problems } = await requireProgram(found, [], undefined, language(flags.lang));
      const result = await runScan({ targets, program, problems, flags, failOn: "deny" });
      const before = await readBaseline(file).catch(whereMissing);
      const owners = new Map(program.organization.products.map((product) => [product.id, product.owner]));
      const due = { deny: flags.deny, review: flags.review, warn: flags.warn };
      const ownerOf = (product: string | undefined) => (product === undefined ? undefined : owners.get(product));
      const baseline = makeBaseline(result.findings, { now: moment(flags.now), due, ownerOf, ...(before ? { before } : {}) });
      await mkdir(dirname(file), { recursive: true });
      await writeBaseline(file, baseline);
      if (flags.json) await print(`${JSON.stringify({ schema: "allmend.adopted/1", file, findings: baseline.findings.length })}\n`);
      const spoken = language(flags.lang);
      say(fill(cliWords(spoken).adopted, { file, findings: baseline.findings.length, ...due }, spoken));
      exit(0);
    });
}

function baselineFile(output: string | undefined, found: { location: string; fallback: boolean }): string {
  if (output !== undefined) return userPath(output);
  if (found.fallback) {
    throw new AllmendError("no-program", "input", "there is no program of your own in which the baseline could lie", {
      hint: 'Write one with "allmend init", or name a file with --output.',
    });
  }
  return join(found.location, "baseline.json");
}

function whereMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
  throw error;
}

function days(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 3650) throw new InvalidArgumentError("a number of days is needed.");
  return value;
}
