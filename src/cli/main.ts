// The command line: finds the command, lets it define itself, runs it, and turns failures into exit codes.
import { Command, CommanderError } from "commander";
import { AllmendError, exitCodeOf } from "#kit";
import { commands } from "./commands.ts";
import { say, version } from "./environment.ts";
import type { CliProblemCode } from "./problem-codes.ts";

/** Runs one command; resolves to the exit code. Never throws. */
export async function main(args: readonly string[]): Promise<number> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // The reader has gone (`allmend … | head`): nothing is left to say.
    if (error.code === "EPIPE") process.exit(0);
  });
  let code = 0;
  const program = new Command("allmend")
    .description("The open source program office, as software.")
    .version(version(), "-V, --version")
    .showSuggestionAfterError()
    .exitOverride();
  try {
    for (const entry of commands) {
      const command = program.command(entry.name).summary(entry.summary).description(entry.summary).exitOverride();
      if (args.includes(entry.name)) (await entry.load()).define(command, (result) => (code = result));
    }
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof AllmendError) {
    say(`allmend: ${error.message.replace(/\.$/, "")}.${error.hint ? ` ${error.hint}` : ""}  [${error.code}]`);
    return exitCodeOf(error);
  }
  const known = systemError(error);
  if (known) {
    say(`allmend: ${known}`);
    return 2;
  }
  say(`allmend: a fault of ours: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return 3;
}

/** Errors of the system, as sentences and under codes of our own. */
const SYSTEM: Readonly<Record<string, { readonly code: CliProblemCode; readonly says: string }>> = {
  ENOENT: { code: "path-missing", says: "does not exist" },
  EACCES: { code: "not-permitted", says: "may not be read or written" },
  EPERM: { code: "not-permitted", says: "may not be read or written" },
  ENOTDIR: { code: "not-a-folder", says: "is not a folder" },
  EEXIST: { code: "not-a-folder", says: "is there and is no folder" },
  EISDIR: { code: "is-a-folder", says: "is a folder, a file was expected" },
  ENOSPC: { code: "disk-full", says: "could not be written: the disk is full" },
  EROFS: { code: "disk-full", says: "could not be written: the disk is read-only" },
};

function systemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path } = error as NodeJS.ErrnoException;
  const known = code !== undefined && Object.hasOwn(SYSTEM, code) ? SYSTEM[code] : undefined;
  // Reading a folder as a file names no path; everything else without one is a fault of ours.
  const what = path ?? (code === "EISDIR" ? "What was named" : undefined);
  return known && what !== undefined ? `${what} ${known.says}.  [${known.code}]` : undefined;
}
