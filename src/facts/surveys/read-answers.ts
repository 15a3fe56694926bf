// Filled-in forms: JSON as the form writes it, YAML, CSV. One wrong answer does not lose the others.
import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { type Problem, shortHash, textOfTable } from "#kit";
import { columnName, type Row, readTable } from "../deliveries/table.ts";
import type { FactProblemCode } from "../problem-codes.ts";
import {
  SURVEY,
  type SurveyAnswer,
  type SurveyQuestion,
  type SurveyRole,
  surveyQuestionIds,
  surveyQuestions,
  surveyRoles,
} from "./questions.ts";

export interface ReadAnswers {
  readonly answers: readonly SurveyAnswer[];
  /** Answers that cannot be taken, and files that hold none. */
  readonly refused: number;
  readonly problems: readonly Problem[];
}

const MAX_BYTES = 4 * 1024 * 1024;
const LONGEST_EXAMPLE = 2000;
const UNKNOWN = /^(?:unknown|unbekannt|\?|-|)$/i;

/** `exists`: whether there is such a product or team; all of them where it is absent. */
export function readAnswers(content: Uint8Array, file: string, exists: (subject: string) => boolean = () => true): ReadAnswers {
  if (content.length > MAX_BYTES)
    return { answers: [], refused: 1, problems: [problem("survey-unreadable", file, undefined, "it is larger than any set of answers")] };
  const { rows, problems, about, survey } = /\.ya?ml$/i.test(file) ? yamlRows(textOfTable(content), file) : tableRows(content, file);
  const answers: SurveyAnswer[] = [];
  let refused = problems.length;
  for (const row of rows) {
    const read = answerOf(row, file, { about, survey }, exists);
    if (Array.isArray(read)) {
      refused += 1;
      problems.push(...read);
    } else answers.push(read);
  }
  if (rows.length === 0 && problems.length === 0) problems.push(problem("survey-unreadable", file, undefined, "it holds no answer"));
  return { answers, refused: rows.length === 0 ? Math.max(1, refused) : refused, problems };
}

interface Rows {
  readonly rows: readonly Row[];
  readonly problems: Problem[];
  /** What the whole file is about. */
  readonly about?: string;
  /** Which questionnaire the whole file answers. */
  readonly survey?: string;
}

function tableRows(content: Uint8Array, file: string): Rows {
  const { rows, problems } = readTable(content, file);
  return { rows, problems: problems.map(({ line, message }) => problem("survey-unreadable", file, line, message)) };
}

function yamlRows(text: string, file: string): Rows {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const [error] = document.errors;
  if (error)
    return {
      rows: [],
      problems: [problem("survey-unreadable", file, error.linePos?.[0].line, error.message.split("\n")[0] ?? "it is no YAML")],
    };
  const list = document.get("answers");
  const about = document.get("about");
  const survey = document.get("survey");
  const rows = (isSeq(list) ? list.items : []).flatMap((item, index): Row[] => {
    if (!isMap(item)) return [];
    const value = item.toJSON() as Record<string, unknown>;
    const cells = new Map(
      Object.entries(value).flatMap(([key, cell]) => (cell === null ? [] : [[columnName(key), String(cell)] as const])),
    );
    return [{ name: `answer ${index + 1}`, line: lines.linePos(item.range?.[0] ?? 0).line, cells }];
  });
  return { rows, problems: [], ...(typeof about === "string" ? { about } : {}), ...(typeof survey === "string" ? { survey } : {}) };
}

/** Columns by their normalised name; each question under its own. */
function cell(row: Row, name: string): string {
  return (row.cells.get(columnName(name)) ?? row.cells.get(`said ${columnName(name)}`) ?? "").trim();
}

function answerOf(
  row: Row,
  file: string,
  { about, survey }: { readonly about: string | undefined; readonly survey: string | undefined },
  exists: (subject: string) => boolean,
): SurveyAnswer | Problem[] {
  const wrong: Problem[] = [];
  const tell = (message: string, expected?: string) =>
    wrong.push(problem("survey-answer", file, row.line, `${row.name}: ${message}`, expected));
  const asked = cell(row, "survey") || survey || SURVEY;
  if (asked !== SURVEY) tell(`it answers the questionnaire “${asked}”, which is not known here`, SURVEY);
  const role = cell(row, "role").toLowerCase();
  if (!isRole(role)) tell(role === "" ? "it does not say the role" : `“${role}” is no role`, surveyRoles.join(", "));
  const said: Partial<Record<SurveyQuestion, string>> = {};
  for (const question of surveyQuestionIds) {
    const given = cell(row, question).toLowerCase();
    if (UNKNOWN.test(given)) continue;
    if (!(surveyQuestions[question] as readonly string[]).includes(given))
      tell(`“${given}” is no answer to ${question}`, `${surveyQuestions[question].join(", ")} or unknown`);
    else said[question] = given;
  }
  const example = cell(row, "example");
  if (example === "") tell("there is no example; a rating without one says little", "one or two sentences, without names");
  if (example.length > LONGEST_EXAMPLE) tell(`the example has ${example.length} characters`, `at most ${LONGEST_EXAMPLE}`);
  const subject = cell(row, "about") || about;
  if (subject === undefined || !/^(?:product|repository|team):./.test(subject))
    tell("it does not say what it is about", "about: product:ID, repository:ID or team:ID");
  else if (!exists(subject)) tell(`there is no ${subject.replace(":", " ")} in organization.yaml`);
  if (wrong.length > 0 || !isRole(role) || subject === undefined) return wrong;
  const id = cell(row, "id") || shortHash(file, row.name, JSON.stringify([subject, role, said, example]));
  return { id, about: subject, role, said, example };
}

function isRole(text: string): text is SurveyRole {
  return (surveyRoles as readonly string[]).includes(text);
}

function problem(code: FactProblemCode, file: string, line: number | undefined, message: string, expected?: string): Problem {
  return {
    code,
    severity: "error",
    file,
    ...(line === undefined ? {} : { line }),
    message,
    ...(expected === undefined ? {} : { expected }),
  };
}
