// allmend survey new | import | results: what people say of their own delivery, beside what is measured, or of the culture of open source. Nothing about fewer than five people.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import {
  ANSWER,
  answerData,
  answeredIds,
  answersOnRecord,
  cultureAnswersOnRecord,
  type QuestionnaireName,
  questionnaireNames,
  questionnaires,
  readAnswers,
  type SurveyAnswer,
} from "#facts";
import { AllmendError, type Problem, sortBy } from "#kit";
import { fill, localText } from "#look";
import { cultureResults, surveyResults } from "#measures";
import { appendRecord, type Program } from "#program";
import { cultureText, surveyForms, surveyText } from "#publish";
import { measuredOf } from "#scan";
import { language, moment, print, say, userPath } from "../environment.ts";
import { findOwnProgram, findProgram, noProgramOfYourOwn, requireProgram } from "../load-program.ts";
import { type CommonOptions, withCommon } from "../options.ts";
import { deliverySubject } from "../record/kind.ts";
import { lastResult } from "../run-scan.ts";
import { cliWords } from "../words.ts";
import { problemLine } from "../tell-problem.ts";

interface Flags extends CommonOptions {
  readonly questionnaire: QuestionnaireName;
  readonly about?: string;
  readonly output: string;
  readonly now?: string;
}

const ACTIONS = { new: begin, import: take, results: show } as const;
type Action = keyof typeof ACTIONS;

export function define(command: Command, exit: (code: number) => void): void {
  withCommon(
    command
      .argument("<action>", "new: write a form; import: put answers on record; results: add them up", oneAction)
      .argument("[files...]", "filled-in forms (import): JSON, YAML, CSV"),
  )
    .addOption(new Option("--questionnaire <name>", "what is asked").choices(questionnaireNames).default("delivery"))
    .option(
      "--about <subject>",
      "what it is about: product:ID, repository:NAME or team:ID; on culture organization (else assumed) or team:ID (new)",
    )
    .option("--output <dir>", "folder in which the form is written (new)", ".")
    .option(
      "--now <date>",
      "the day under which answers are kept (import), or up to which those on culture are added up (results); ISO 8601",
    )
    .action(async (action: Action, files: string[], flags: Flags) => exit(await ACTIONS[action](files, flags)));
}

function oneAction(text: string): Action {
  if (Object.hasOwn(ACTIONS, text)) return text as Action;
  throw new InvalidArgumentError(`it is one of ${Object.keys(ACTIONS).join(", ")}.`);
}

/** Writes the form as HTML, and as YAML for those who would rather type. */
async function begin(_files: readonly string[], flags: Flags): Promise<number> {
  const found = findProgram(flags.program, []);
  const { program } = await requireProgram(found);
  const spoken = language(flags.lang);
  const { questionnaire } = flags;
  const about = questionnaire === "culture" ? cultureSubject(flags.about, program) : subjectOf(flags.about, program);
  const form = { questionnaire, about, name: nameOf(about, program, spoken) };
  const folder = userPath(flags.output);
  const stem = `survey-${questionnaire === "delivery" ? "" : `${questionnaire}-`}${form.about.replaceAll(/[^A-Za-z0-9._-]+/g, "-")}`;
  await mkdir(folder, { recursive: true });
  const { surveyForm, surveyYaml } = await surveyForms();
  const written = [
    { path: join(folder, `${stem}.html`), text: surveyForm(form, spoken) },
    { path: join(folder, `${stem}.yaml`), text: surveyYaml(form, spoken) },
  ];
  for (const { path, text } of written) await writeFile(path, text);
  if (flags.json) {
    const files = written.map(({ path }) => ({ path: basename(path), action: "written" }));
    await print(`${JSON.stringify({ schema: "allmend.written/1", folder: flags.output, files })}\n`);
  }
  for (const { path } of written) say(path);
  return 0;
}

function subjectOf(about: string | undefined, program: Program): string {
  if (about?.startsWith("team:")) {
    if (program.organization.teams.some(({ id }) => `team:${id}` === about)) return about;
    const hint = `There are: ${program.organization.teams.map(({ id }) => id).join(", ")}.`;
    throw new AllmendError("unknown-team", "not-found", `there is no team "${about.slice(5)}"`, { hint });
  }
  return deliverySubject(about, "survey", program);
}

function cultureSubject(about: string | undefined, program: Program): string {
  if (about === undefined || about === "organization") return "organization";
  if (about.startsWith("team:")) return subjectOf(about, program);
  throw new AllmendError("survey-subject", "input", `the questionnaire on culture is not about ${about.slice(0, 120)}`, {
    hint: "Use --about organization or --about team:ID.",
  });
}

function nameOf(subject: string, program: Program, spoken: "en" | "de"): string {
  if (subject === "organization") return program.organization.name;
  const id = subject.slice(subject.indexOf(":") + 1);
  const product = subject.startsWith("product:") ? program.organization.products.find((each) => each.id === id) : undefined;
  return localText(product?.name, spoken) ?? id;
}

/** Puts answers on record, those that are there already left out, in an order that says nothing of who came first. */
async function take(files: readonly string[], flags: Flags): Promise<number> {
  const found = findOwnProgram(flags.program);
  if (found.fallback) throw noProgramOfYourOwn();
  const { program } = await requireProgram(found);
  const read = await Promise.all(
    files.map(async (file) =>
      readAnswers(await readFile(userPath(file)), file, (subject) => exists(subject, program), questionnaires[flags.questionnaire].survey),
    ),
  );
  const problems: Problem[] = read.flatMap((each) => each.problems);
  for (const problem of problems) say(problemLine(problem, language(flags.lang)));
  const known = answeredIds(program.records);
  const fresh = new Map(read.flatMap((each) => each.answers).map((answer) => [answer.id, answer]));
  for (const id of known) fresh.delete(id);
  const at = moment(flags.now).slice(0, 10);
  for (const answer of sortBy(fresh.values(), ({ id }) => id)) await appendRecord(found.location, `${ANSWER}s`, recordOf(answer, at));
  const counts = {
    taken: fresh.size,
    known: read.flatMap((each) => each.answers).length - fresh.size,
    refused: read.reduce((sum, each) => sum + each.refused, 0),
  };
  if (flags.json) await print(`${JSON.stringify({ schema: "allmend.imported-answers/1", ...counts, problems }, undefined, 1)}\n`);
  say(fill(cliWords(language(flags.lang)).answersTaken, counts, language(flags.lang)));
  return problems.length > 0 ? 2 : 0;
}

/** A misspelt product or team would have its answers to itself, and never five of them. */
function exists(subject: string, { organization }: Program): boolean {
  const [kind, id] = [subject.slice(0, subject.indexOf(":")), subject.slice(subject.indexOf(":") + 1)];
  const named = kind === "product" ? organization.products : kind === "team" ? organization.teams : undefined;
  return named?.some((each) => each.id === id) ?? true;
}

function recordOf(answer: SurveyAnswer<string>, at: string) {
  return { kind: ANSWER, at, subject: answer.about, id: answer.id, data: answerData(answer) };
}

/** Adds up what is on record; gaps to what the last run measured. */
async function show(_files: readonly string[], flags: Flags): Promise<number> {
  const { program } = await requireProgram(findProgram(flags.program, []));
  if (flags.questionnaire === "culture") return showCulture(program, flags);
  const measured = (await lastResult())?.deliveries ?? [];
  const results = surveyResults(answersOnRecord(program.records), {
    year: 2021,
    measured: (subject) => measuredOf(subject, program.organization, measured),
  });
  if (flags.json) await print(`${JSON.stringify({ schema: "allmend.survey/1", results }, undefined, 1)}\n`);
  else await print(await surveyText(results, language(flags.lang)));
  return 0;
}

async function showCulture(program: Program, flags: Flags): Promise<number> {
  const results = cultureResults(cultureAnswersOnRecord(program.records, moment(flags.now)));
  if (flags.json) await print(`${JSON.stringify({ schema: "allmend.culture-survey/1", results }, undefined, 1)}\n`);
  else await print(await cultureText(results, language(flags.lang)));
  return 0;
}
