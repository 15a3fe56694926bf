// allmend program push|plan [DIR]: the program of a folder, put in force on the server, or held against what is in force there: what would change, before it does.
import { type Command, InvalidArgumentError } from "commander";
import { fill } from "#look";
import { language, print, say } from "../environment.ts";
import { type FoundProgram, findOwnProgram, findProgram, noProgramOfYourOwn, requireProgram } from "../load-program.ts";
import { type CommonOptions, withCommon } from "../options.ts";
import { printPlan, type ToldPlan } from "../print-plan.ts";
import { type OfficeServer, requireServer } from "../server.ts";
import { cliWords } from "../words.ts";

interface Flags extends CommonOptions {
  readonly why?: string;
  readonly origin?: string;
}

type Files = Readonly<Record<string, string>>;

const ACTIONS = { push, plan } as const;
type Action = keyof typeof ACTIONS;

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(
    command
      .argument("<action>", "push: put it in force on the server; plan: say what it would change there, and change nothing", oneAction)
      .argument("[dir]", "folder of the program, or one that holds allmend/"),
  )
    .option("--why <text>", "why it is put in force; it stands in the record (push)")
    .option("--origin <text>", "where it comes from: a commit, an address (push)")
    .action(async (action: Action, dir: string | undefined, flags: Flags) => {
      const server = requireServer(process.env);
      const named = dir ?? flags.program;
      const files = await checkedFiles(named === undefined ? findOwnProgram(undefined) : findProgram(named, []));
      await ACTIONS[action](server, files, flags);
      exit(0);
    });
}

function oneAction(text: string): Action {
  if (Object.hasOwn(ACTIONS, text)) return text as Action;
  throw new InvalidArgumentError(`it is one of ${Object.keys(ACTIONS).join(", ")}.`);
}

/** Checked here first: errors are told with the places of this machine. */
async function checkedFiles(found: FoundProgram): Promise<Files> {
  if (found.fallback) throw noProgramOfYourOwn();
  await requireProgram(found);
  const { programFilesBelow } = await import("#server");
  return programFilesBelow(found.location);
}

interface Pushed {
  readonly id: string;
  readonly changed: boolean;
  readonly judgement?: string;
}

async function push(server: OfficeServer, files: Files, { why, origin, json, lang }: Flags): Promise<void> {
  const pushed = await server.ask<Pushed>("POST", "/api/program", {
    files,
    ...(why === undefined ? {} : { why }),
    ...(origin === undefined ? {} : { origin }),
  });
  if (json) return print(`${JSON.stringify({ schema: "allmend.program-pushed/1", ...pushed }, undefined, 2)}\n`);
  const words = cliWords(language(lang));
  const sentence = !pushed.changed ? words.programSame : pushed.judgement === undefined ? words.programInForce : words.programJudging;
  say(fill(sentence, { address: server.address, id: pushed.id.slice(0, 12), files: Object.keys(files).length }, language(lang)));
}

async function plan(server: OfficeServer, files: Files, { json, lang }: Flags): Promise<void> {
  const planned = await server.ask<ToldPlan>("POST", "/api/program/plan", { files });
  if (json) return print(`${JSON.stringify({ schema: "allmend.program-plan/1", ...planned }, undefined, 2)}\n`);
  await print(printPlan(planned, language(lang)));
}
