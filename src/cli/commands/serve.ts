// allmend serve: the office as a server, with its workers, until Ctrl-C.
import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { fill } from "#look";
import { language, packageRoot, say } from "../environment.ts";
import { officeOptions, type OfficeFlags, withOffice } from "../office.ts";
import { untilStopped } from "../until-stopped.ts";
import { cliWords } from "../words.ts";

interface Flags extends OfficeFlags {
  readonly port: number;
  readonly host: string;
  readonly work: boolean;
}

export function define(command: Command, exit: (code: number) => void): void {
  withOffice(command)
    .option("--port <n>", "port", portNumber, 4040)
    .option("--host <address>", "address to listen at; loopback alone unless a proxy stands in front", "127.0.0.1")
    .option("--no-work", "leave the jobs to “allmend work” (PostgreSQL only)")
    .action(async (flags: Flags) => {
      const { startServer } = await import("#server");
      const words = cliWords(language(flags.lang));
      const options = await officeOptions(flags);
      const { port, host } = flags;
      // Embedded, the database belongs to this process: nobody else could work.
      const work = flags.work || options.databaseUrl === undefined;
      const server = await startServer({ ...options, port, host, work, portal: join(packageRoot, "web", "dist") });
      say(fill(words.serving, { address: server.address }, language(flags.lang)));
      if (server.firstLink !== undefined) say(fill(words.firstLink, { link: server.firstLink }, language(flags.lang)));
      await untilStopped(() => server.stop());
      exit(0);
    });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError("a port from 0 to 65535 is needed.");
  return port;
}
