// The office that commands speak to: embedded in ALLMEND_HOME, or on the PostgreSQL of DATABASE_URL.
import { Option, type Command } from "commander";
import type { ClientOptions, OfficeClient } from "#server";
import { home, homeFolder, packsFolder, userPath, version } from "./environment.ts";
import { findOwnProgram, starterProgram } from "./load-program.ts";
import { type CommonOptions, withCommon } from "./options.ts";

export interface OfficeFlags extends CommonOptions {
  readonly config?: string;
  readonly checkpoints?: string;
  readonly logLevel: string;
}

export function withOffice(command: Command): Command {
  return withCommon(command)
    .option("--config <file>", "set-up of the server (default: server.yaml in ALLMEND_HOME)")
    .option("--checkpoints <file>", "file of the record's checkpoints, best on another disk (default: checkpoints.jsonl in ALLMEND_HOME)")
    .addOption(
      new Option("--log-level <level>", "how much is logged").choices(["fatal", "error", "warn", "info", "debug"]).default("info"),
    );
}

/** Options of the office; the program of the folder stands in only where none is in force, unless it was named. */
export async function officeOptions(flags: OfficeFlags, level = flags.logLevel): Promise<ClientOptions> {
  const { createLog } = await import("#server");
  homeFolder();
  const found = findOwnProgram(flags.program);
  return {
    home: home(),
    databaseUrl: process.env.DATABASE_URL === "" ? undefined : process.env.DATABASE_URL,
    packsFolder,
    // Whoever tries it out in a checkout of Allmend has no program yet: the starter pack stands in until they have.
    program: { location: found.fallback ? starterProgram : found.location, always: flags.program !== undefined },
    config: flags.config === undefined ? undefined : userPath(flags.config),
    checkpoints: flags.checkpoints === undefined ? undefined : userPath(flags.checkpoints),
    environment: process.env,
    version: version(),
    log: createLog({ level }),
  };
}

/** Asks the office, and lets go of it whatever comes of it. */
export async function withClient<T>(flags: OfficeFlags, ask: (office: OfficeClient) => Promise<T>): Promise<T> {
  const { connectOffice } = await import("#server");
  const options = await officeOptions(flags, "error");
  const office = await connectOffice({ ...options, program: { ...options.program, always: false } });
  try {
    return await ask(office);
  } finally {
    await office.close();
  }
}
