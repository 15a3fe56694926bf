// Options that several commands share, said once.
import { cpus } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";

export interface CommonOptions {
  readonly lang?: string;
  readonly program?: string;
  readonly json?: boolean;
}

export interface ScanFlags extends CommonOptions {
  readonly now?: string;
  readonly jobs: number;
  readonly cache: boolean;
  readonly caches?: string;
  readonly online?: boolean;
  readonly matrix?: string;
  readonly quiet?: boolean;
  readonly timings?: boolean;
  readonly history?: boolean;
}

export function withCommon(command: Command): Command {
  return command
    .addOption(new Option("--lang <language>", "language of what is printed").choices(["en", "de"]))
    .option("--program <dir>", "folder of the program (default: allmend/ in PATH or here, else the starter pack)")
    .option("--json", "print JSON");
}

/** What every command that reads repositories follows, if all that it does is to list what lies in them. */
export function withReading(command: Command): Command {
  return withCommon(command)
    .option("--now <date>", "the moment for which the run answers (ISO 8601)")
    .option("--jobs <n>", "repositories read at the same time", wholeNumber, Math.max(2, cpus().length))
    .option("--no-cache", "read everything again")
    .option("--caches <where>", "caches of packages that are read: usual, none, or TYPE=FOLDER,… (default: ALLMEND_CACHES, else usual)")
    .option("--quiet", "no progress");
}

export function withScanning(command: Command): Command {
  return withReading(command)
    .option(
      "--matrix <file>",
      "a matrix of licence pairs (OSADL's matrixseqexpl.json, or the CSV); default: the one that licenses.yaml names",
    )
    .option("--online", "ask package registries for licences, dates and states (ALLMEND_REGISTRIES names mirrors)")
    .option("--history", "search every version of every file for secrets; what was searched before is not read again")
    .option("--timings", "print how long each stage took");
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 256) throw new InvalidArgumentError("a whole number from 1 to 256 is needed.");
  return value;
}
