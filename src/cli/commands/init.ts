// allmend init [DIR]: a program of one's own, with what is found proposed; asks a few questions on a terminal.
import { readFile, stat } from "node:fs/promises";
import { basename, dirname, extname } from "node:path";
import { type Command, Option } from "commander";
import { findRepositories } from "#facts";
import { AllmendError, type Problem } from "#kit";
import { analysisWords, fill, localText, wordFor } from "#look";
import { measureIds } from "#measures";
import { type BusinessModel, type InitAnswers, initProgram, modelTraits, type Proposal, propose, proposeModels } from "#program";
import { language, type Language, moment, packsFolder, print, say, userPath } from "../environment.ts";
import { askQuestions } from "../init/questions.ts";
import { lookAtRepositories } from "../init/look-at-repositories.ts";
import { cliWords } from "../words.ts";
import { problemLine } from "../tell-problem.ts";

interface Flags {
  readonly pack: string;
  readonly from?: string[];
  readonly yes?: boolean;
  readonly copy?: boolean;
  readonly force?: boolean;
  readonly lang?: Language;
  readonly now?: string;
  readonly json?: boolean;
  readonly organization?: string;
}

export function define(command: Command, exit: (code: number) => void): void {
  command
    .argument("[dir]", "folder in which allmend/ is written (default: here)")
    .option("--pack <name>", "ready-made program that it builds on", "starter")
    .option(
      "--from <source...>",
      "what to propose from: folders of repositories (Backstage's catalog-info.yaml included), a CSV of products (default: the repositories in DIR)",
    )
    .option("--organization <name>", "what the organisation is called")
    .option("--copy", "copy the pack's pages as your own instead of extending them")
    .option("--yes", "ask nothing, take what is proposed")
    .option("--force", "replace files that are there")
    .option("--now <date>", "from when the policies hold (ISO 8601)")
    .option("--json", "print JSON")
    .addOption(new Option("--lang <language>", "language of comments and questions").choices(["en", "de"]))
    .action(async (dir: string | undefined, flags: Flags) => {
      const folder = programFolder(userPath(dir ?? "."));
      const { proposal, problems } = await proposalFrom(await sourcesOf(flags.from, userPath(dir ?? ".")));
      for (const problem of problems) say(problemLine(problem, language(flags.lang)));
      if (problems.some((problem) => problem.severity === "error")) {
        throw new AllmendError("bad-source", "input", "what was given with --from has errors", {
          hint: "Nothing was written. Mend them and try again.",
        });
      }
      const lang = language(flags.lang);
      const proposed = flags.organization ?? proposal?.organization ?? basename(userPath(flags.from?.[0] ?? dir ?? "."));
      const ask = flags.yes !== true && process.stdin.isTTY === true;
      const answers: InitAnswers = ask ? await askQuestions(lang, proposed) : { organization: proposed };
      const written = await initProgram(folder, {
        packsFolder,
        measures: measureIds(),
        pack: flags.pack,
        style: flags.copy ? "copy" : "extend",
        language: lang,
        answers: { ...answers, ...(proposal ? { forges: proposal.forges } : {}) },
        ...(proposal ? { proposal } : {}),
        overwrite: flags.force === true,
        now: moment(flags.now),
      });
      if (flags.json) await print(`${JSON.stringify({ schema: "allmend.written/1", folder, files: written }, undefined, 2)}\n`);
      else for (const file of written) await print(`${file.action.padEnd(8)} ${folder}/${file.path}\n`);
      if (written.some((file) => file.action === "kept")) say(cliWords(lang).kept);
      const proposedModels = answers.business && proposeModels(answers.business)?.models;
      if (proposedModels)
        sayModels(
          proposedModels.map(({ model }) => model),
          lang,
        );
      if ((proposal?.products.length ?? 0) === 0) say(cliWords(lang).nothingProposed);
      say(fill(cliWords(lang).readFirst, { folder, repositories: userPath(flags.from?.[0] ?? dir ?? ".") }, lang));
      exit(0);
    });
}

/** Each with what speaks for it and against it, whoever chooses it. */
function sayModels(models: readonly BusinessModel[], lang: Language): void {
  const words = cliWords(lang);
  say(words.modelsProposed);
  for (const model of models) {
    const { strength, weakness } = modelTraits[model];
    const told = {
      model: wordFor(analysisWords(lang).models, model),
      strength: localText(strength, lang) ?? "",
      weakness: localText(weakness, lang) ?? "",
    };
    say(fill(words.modelProposed, told, lang));
  }
}

/** What --from names; without it the folder that the program is written into, where it holds repositories: that is what one would have named. */
async function sourcesOf(from: readonly string[] | undefined, folder: string): Promise<readonly string[]> {
  if (from !== undefined) return from.map(userPath);
  const around = basename(folder) === "allmend" ? dirname(folder) : folder;
  if (!(await stat(around).catch(() => undefined))?.isDirectory()) return [];
  const { repositories } = await findRepositories(around);
  return repositories.some(({ kind }) => kind === "git") ? [around] : [];
}

/** `DIR/allmend`, or DIR itself where it is called so. */
function programFolder(dir: string): string {
  return basename(dir) === "allmend" ? dir : `${dir}/allmend`;
}

/** Folders of repositories and at most one table of products. */
async function proposalFrom(sources: readonly string[]): Promise<{ proposal?: Proposal; problems: readonly Problem[] }> {
  if (sources.length === 0) return { problems: [] };
  const folders: string[] = [];
  const tables: string[] = [];
  for (const source of sources) ((await stat(source)).isDirectory() ? folders : tables).push(source);
  const [table, second] = tables;
  if (second !== undefined) throw new AllmendError("two-tables", "input", `${table} and ${second}: one table of products is enough`);
  if (table !== undefined && ![".csv", ".tsv", ".txt"].includes(extname(table).toLowerCase())) {
    throw new AllmendError("bad-source", "input", `${table} is neither a folder nor a CSV`, {
      hint: "Give the folder that holds the repositories (catalog-info.yaml is read there), or a table with a column “product”.",
    });
  }
  const { repositories, problems, close } = await lookAtRepositories(folders);
  try {
    const content = table === undefined ? undefined : await readFile(table);
    const found = await propose({
      repositories,
      ...(table !== undefined && content !== undefined ? { table: { file: table, content } } : {}),
    });
    return { proposal: found.proposal, problems: [...problems, ...found.problems] };
  } finally {
    await close();
  }
}
