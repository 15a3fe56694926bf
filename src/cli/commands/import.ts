// allmend import KIND FILE...: what others found (vulnerabilities, VEX, licences of files), read once, counted, kept where runs see it.
import { basename } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { importKinds } from "#facts";
import { formatProblem } from "#kit";
import { fill } from "#look";
import { language, moment, print, say, userPath } from "../environment.ts";
import { type ImportOutcome, importFile } from "../imports/import-file.ts";
import { findProgram, requireProgram } from "../load-program.ts";
import { type CommonOptions, withCommon } from "../options.ts";
import { cliWords } from "../words.ts";

interface Flags extends CommonOptions {
  readonly about?: string;
  readonly keep?: "program" | "home";
  readonly now?: string;
}

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(
    command.argument("<kind>", importKinds.map(({ name }) => name).join(", "), knownKind).argument("<files...>", "files of that kind"),
  )
    .option("--about <subject>", "what the files are about, where they do not say: repository:NAME, product:ID")
    .option(
      "--keep <where>",
      "program: beside the program, for review; home: on this machine (default: small imports beside the program)",
      where,
    )
    .option("--now <date>", "when it is imported (ISO 8601)")
    .addHelpText(
      "after",
      () => `\nKinds:\n${importKinds.map(({ name, means, how }) => `  ${name.padEnd(20)} ${means}\n${" ".repeat(23)}${how}\n`).join("")}`,
    )
    .action(async (kind: string, files: string[], flags: Flags) => {
      const found = findProgram(flags.program, []);
      const program = found.fallback ? undefined : (await requireProgram(found)).program;
      const outcomes: ImportOutcome[] = [];
      for (const file of files) {
        const outcome = await importFile({
          kind,
          path: userPath(file),
          name: basename(file),
          ...(flags.about === undefined ? {} : { about: flags.about }),
          ...(flags.keep === undefined ? {} : { keep: flags.keep }),
          now: moment(flags.now),
          program,
        });
        outcomes.push(outcome);
        tell(outcome, flags);
      }
      if (flags.json) await print(`${JSON.stringify({ schema: "allmend.imported/1", imports: outcomes }, undefined, 2)}\n`);
      exit(0);
    });
}

function knownKind(text: string): string {
  if (importKinds.some((kind) => kind.name === text)) return text;
  throw new InvalidArgumentError(`it is one of ${importKinds.map(({ name }) => name).join(", ")}.`);
}

function where(text: string): string {
  if (text === "program" || text === "home") return text;
  throw new InvalidArgumentError("it is program or home.");
}

function tell(outcome: ImportOutcome, flags: Flags): void {
  const spoken = language(flags.lang);
  const words = cliWords(spoken);
  const { file, counts, kept, known, problems } = outcome;
  for (const problem of problems) say(formatProblem(problem));
  const lost = Object.values(counts.notUnderstood).reduce((a, b) => a + b, 0);
  const empty = Object.values(counts.empty).reduce((a, b) => a + b, 0);
  const sentence = known ? words.importedKnown : words.imported;
  say(fill(sentence, { file, read: counts.read, taken: counts.taken, empty, lost, kept }, spoken));
}
