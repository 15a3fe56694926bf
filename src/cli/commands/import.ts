// allmend import KIND FILE...: what others found (vulnerabilities, VEX, licences of files), read once, counted, kept where runs see it.
import { basename } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { importKinds } from "#facts";
import { AllmendError } from "#kit";
import type { Program } from "#program";
import { fill } from "#look";
import { language, moment, print, say, userPath } from "../environment.ts";
import { type ImportOutcome, importFile } from "../imports/import-file.ts";
import { importToServer, type SentImport } from "../imports/to-server.ts";
import { findOwnProgram, requireProgram } from "../load-program.ts";
import { type CommonOptions, withCommon } from "../options.ts";
import { requireServer } from "../server.ts";
import { cliWords } from "../words.ts";
import { problemLine } from "../tell-problem.ts";

interface Flags extends CommonOptions {
  readonly supplier?: string;
  readonly item?: string;
  readonly release?: string;
  readonly by?: string;
  readonly about?: string;
  readonly keep?: "program" | "home";
  readonly server?: boolean;
  readonly now?: string;
}

const DELIVERY = "delivery";
const kindNames = [...importKinds.map(({ name }) => name), DELIVERY];

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(command.argument("<kind>", kindNames.join(", "), knownKind).argument("<files...>", "files of that kind"))
    .option("--about <subject>", "what the files are about, where they do not say: repository:NAME, product:ID")
    .option(
      "--keep <where>",
      "program: beside the program, for review; home: on this machine (default: small imports beside the program)",
      where,
    )
    .option(
      "--server",
      "put decisions on record with the office on the server (ALLMEND_SERVER, ALLMEND_TOKEN), and not beside the program (approvals)",
    )
    .option("--supplier <id>", "from whom it comes, as in registers/suppliers.yaml (delivery)")
    .option("--item <id>", "what was bought (delivery)")
    .option("--release <version>", "version of what was delivered (delivery)")
    .option("--by <who>", "who received it (delivery)")
    .option("--now <date>", "when it is imported (ISO 8601)")
    .addHelpText(
      "after",
      () =>
        `\nKinds:\n${[...importKinds, deliveryKind].map(({ name, means, how }) => `  ${name.padEnd(20)} ${means}\n${" ".repeat(23)}${how}\n`).join("")}`,
    )
    .action(async (kind: string, files: string[], flags: Flags) => {
      if (flags.server) return await sendAll(kind, files, flags, exit);
      const found = findOwnProgram(flags.program);
      const program = found.fallback ? undefined : (await requireProgram(found)).program;
      if (kind === DELIVERY) return await receive(files, flags, program, exit);
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

async function sendAll(kind: string, files: readonly string[], flags: Flags, exit: (code: number) => void): Promise<void> {
  const server = requireServer(process.env);
  const spoken = language(flags.lang);
  const words = cliWords(spoken);
  const sent: SentImport[] = [];
  for (const path of files) {
    const file = basename(path);
    const done = await importToServer(server, { kind, path: userPath(path), name: file, now: moment(flags.now) });
    sent.push(done);
    for (const problem of done.problems) say(problemLine(problem, language(flags.lang)));
    const lost = Object.values(done.counts.notUnderstood).reduce((a, b) => a + b, 0);
    const sentence = done.known ? words.importedToServerKnown : words.importedToServer;
    say(fill(sentence, { file, address: server.address, taken: done.taken, lost }, spoken));
    if (done.left > 0) say(fill(words.importedToServerLeft, { file, left: done.left }, spoken));
  }
  if (flags.json) await print(`${JSON.stringify({ schema: "allmend.imported/1", server: server.address, imports: sent }, undefined, 2)}\n`);
  exit(0);
}

function knownKind(text: string): string {
  if (kindNames.includes(text)) return text;
  throw new InvalidArgumentError(`it is one of ${kindNames.join(", ")}.`);
}

function where(text: string): string {
  if (text === "program" || text === "home") return text;
  throw new InvalidArgumentError("it is program or home.");
}

/** Not a finding of others: what a supplier sent. */
const deliveryKind = {
  name: DELIVERY,
  means: "the bill of materials that a supplier sent: checked, and put on record with what it lacks",
  how: "allmend import delivery sbom.json --supplier acme --item sdk --release 4.2",
};

async function receive(files: readonly string[], flags: Flags, program: Program | undefined, exit: (code: number) => void): Promise<void> {
  const { supplier, item, release } = flags;
  const [file] = files;
  if (!program) {
    throw new AllmendError("no-program", "input", "there is no program of your own in which a delivery could be put on record", {
      hint: 'Write one with "allmend init", or name it with --program.',
    });
  }
  if (file === undefined || files.length > 1 || supplier === undefined || item === undefined || release === undefined) {
    throw new AllmendError("delivery-without-item", "input", "a delivery is one file of one supplier, in a version", {
      hint: "Add --supplier ID --item ID --release VERSION.",
    });
  }
  const { receiveDelivery } = await import("../suppliers/receive.ts");
  const by = flags.by ?? "import";
  const received = await receiveDelivery({
    path: userPath(file),
    name: basename(file),
    supplier,
    item,
    version: release,
    by,
    now: moment(flags.now),
    program,
  });
  const spoken = language(flags.lang);
  const { deliveryWords } = await import("../suppliers/words.ts");
  if (flags.json) await print(`${JSON.stringify({ schema: "allmend.received/1", ...received }, undefined, 2)}\n`);
  for (const line of deliveryWords(received, `${supplier}/${item}`, spoken)) say(line);
  exit(0);
}

function tell(outcome: ImportOutcome, flags: Flags): void {
  const spoken = language(flags.lang);
  const words = cliWords(spoken);
  const { file, counts, kept, known, problems } = outcome;
  for (const problem of problems) say(problemLine(problem, language(flags.lang)));
  const lost = Object.values(counts.notUnderstood).reduce((a, b) => a + b, 0);
  const empty = Object.values(counts.empty).reduce((a, b) => a + b, 0);
  const sentence = known ? words.importedKnown : words.imported;
  say(fill(sentence, { file, read: counts.read, taken: counts.taken, empty, lost, kept }, spoken));
}
