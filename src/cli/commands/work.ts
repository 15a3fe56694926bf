// allmend work: one more worker on the PostgreSQL that servers and workers share.
import type { Command } from "commander";
import { AllmendError } from "#kit";
import { language, say } from "../environment.ts";
import { officeOptions, type OfficeFlags, withOffice } from "../office.ts";
import { untilStopped } from "../until-stopped.ts";
import { cliWords } from "../words.ts";

export function define(command: Command, exit: (code: number) => void): void {
  withOffice(command).action(async (flags: OfficeFlags) => {
    const { openOffice } = await import("#server");
    const options = await officeOptions(flags);
    if (options.databaseUrl === undefined) {
      throw new AllmendError("work-needs-postgresql", "input", "a worker needs a PostgreSQL that it shares with the server", {
        hint: "Set DATABASE_URL. Embedded, “allmend serve” does the work itself.",
      });
    }
    const office = await openOffice({ ...options, work: true, listensAt: "http://127.0.0.1:4040" });
    say(cliWords(language(flags.lang)).working);
    await untilStopped(() => office.stop());
    exit(0);
  });
}
