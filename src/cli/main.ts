// The command line: finds the command, lets it define itself, runs it, and turns failures into exit codes.
import { Command, CommanderError } from "commander";
import { AllmendError, exitCodeOf } from "#kit";
import { commands } from "./commands.ts";
import { say, version } from "./environment.ts";

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

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  EACCES: "may not be read or written",
  EPERM: "may not be read or written",
  ENOTDIR: "is not a folder",
  EISDIR: "is a folder, a file was expected",
  ENOSPC: "could not be written: the disk is full",
  EROFS: "could not be written: the disk is read-only",
};

function systemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path } = error as NodeJS.ErrnoException;
  const sentence = code === undefined ? undefined : SENTENCES[code];
  return sentence && path !== undefined ? `${path} ${sentence}.` : undefined;
}
