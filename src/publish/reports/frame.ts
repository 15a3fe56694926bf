// What every report about the organisation says of itself.
import { artefactWords, fill, formatDate, problemIn, reportWords } from "#look";
import type { Block } from "../artefacts/blocks.ts";
import type { ReportInput } from "./input.ts";

export function* headBlocks(input: ReportInput, title: string): Generator<Block> {
  yield* titleBlocks(input, title);
  yield* brokenBlocks(input.result, input.language);
}

/** Of reports that people outside read, too: what is wrong with our documents is not theirs to see. */
export function* titleBlocks({ result, language, against }: ReportInput, title: string): Generator<Block> {
  const words = reportWords(language);
  yield { is: "title", text: title };
  const line = fill(words.asOf, { organization: result.program.organization.name, date: formatDate(result.now, language) }, language);
  const compared = against ? ` ${fill(words.compared, { date: formatDate(against.now, language) }, language)}` : "";
  yield { is: "note", text: line + compared };
}

/** Errors in the documents of the program: what they are about was left out, and that is not passed over. */
function* brokenBlocks(result: ReportInput["result"], language: ReportInput["language"]): Generator<Block> {
  const errors = documentErrors(result);
  if (errors.length === 0) return;
  const words = reportWords(language);
  const told = errors
    .map((problem) => problemIn(problem, language))
    .map(({ file, line, message }) => `${file}${line === undefined ? "" : `:${line}`} ${message}`);
  const [title, text] = [fill(words.documentsBroken, { count: errors.length }, language), words.leftOut];
  yield { is: "points", items: [{ state: "deny", title, text }] };
  yield { is: "list", items: cutList(told, ERRORS, { language }) };
}

/** What is wrong with the program's own documents. */
function documentErrors({ problems, program }: ReportInput["result"]) {
  return problems.filter(({ severity, file }) => severity === "error" && file.startsWith(`${program.location}/`));
}

export function* footBlocks({ result, language }: ReportInput): Generator<Block> {
  const said = fill(artefactWords(language).disclaimer, { knowledge: result.tool.knowledge }, language);
  yield { is: "note", text: `${fill(reportWords(language).foot, { version: result.tool.version }, language)} ${said}` };
}

/** So many errors are listed; `allmend validate` lists all. */
const ERRORS = 8;

/** What all of them say to machines. */
export function frameJson({ result, language, against }: ReportInput) {
  return {
    organization: result.program.organization.name,
    now: result.now,
    ...(against ? { against: against.now } : {}),
    tool: `allmend ${result.tool.version}`,
    knowledge: result.tool.knowledge,
    disclaimer: fill(artefactWords(language).disclaimer, { knowledge: result.tool.knowledge }, language),
  };
}

/** At most so many, and how many are left out. */
export function cutList(items: readonly string[], most: number, { language }: Pick<ReportInput, "language">): string[] {
  const more = items.length - most;
  return more > 0 ? [...items.slice(0, most), fill(reportWords(language).more, { count: more }, language)] : [...items];
}

/** What is wrong with the documents, for machines; nothing where they are in order. */
export function errorsJson({ result, language }: ReportInput) {
  const errors = documentErrors(result).map((problem) => problemIn(problem, language));
  return errors.length === 0 ? {} : { documentErrors: errors };
}
