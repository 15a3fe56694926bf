// Filled-in forms: JSON as the form writes it, YAML, CSV. One wrong answer does not lose the others.
import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { type Problem, shortHash, textOfTable } from "#kit";
import { columnName, type Row, readTable } from "../deliveries/table.ts";
import type { FactProblemCode } from "../problem-codes.ts";
import { type Questionnaire, questionnaireOf, questionnaires, type SurveyAnswer } from "./questionnaires.ts";
import { SURVEY, type SurveyRole, surveyRoles } from "./questions.ts";

export interface ReadAnswers {
  readonly answers: readonly SurveyAnswer<string>[];
  /** Answers that cannot be taken, and files that hold none. */
  readonly refused: number;
  readonly problems: readonly Problem[];
}

const MAX_BYTES = 4 * 1024 * 1024;
const LONGEST_EXAMPLE = 2000;
const UNKNOWN = /^(?:unknown|unbekannt|\?|-|)$/i;

/** `exists`: whether there is such a product or team; all of them where it is absent. `otherwise`: the questionnaire of what names none. */
export function readAnswers(
  content: Uint8Array,
  file: string,
  exists: (subject: string) => boolean = () => true,
  otherwise: string = SURVEY,
): ReadAnswers {
  if (content.length > MAX_BYTES)
    return { answers: [], refused: 1, problems: [problem("survey-unreadable", file, undefined, "it is larger than any set of answers")] };
  const {
    rows,
    problems,
    about,
    survey = otherwise,
  } = /\.ya?ml$/i.test(file) ? yamlRows(textOfTable(content), file) : tableRows(content, file);
  const answers: SurveyAnswer<string>[] = [];
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
  { about, survey }: { readonly about: string | undefined; readonly survey: string },
  exists: (subject: string) => boolean,
): SurveyAnswer<string> | Problem[] {
  const wrong: Problem[] = [];
  const tell: Tell = (message, expected) => wrong.push(problem("survey-answer", file, row.line, `${row.name}: ${message}`, expected));
  const asked = cell(row, "survey") || survey;
  const questionnaire = questionnaireOf(asked) ?? questionnaires.delivery;
  if (questionnaire.survey !== asked)
    tell(
      `it answers the questionnaire “${asked}”, which is not known here`,
      Object.values(questionnaires)
        .map((one) => one.survey)
        .join(", "),
    );
  const role = cell(row, "role").toLowerCase();
  if (!isRole(role)) tell(role === "" ? "it does not say the role" : `“${role}” is no role`, surveyRoles.join(", "));
  const said = saidIn(row, questionnaire, tell);
  const example = cell(row, "example");
  if (questionnaire.needsExample && example === "")
    tell("there is no example; a rating without one says little", "one or two sentences, without names");
  if (!questionnaire.needsExample && Object.keys(said).length === 0) tell("it answers no question");
  if (example.length > LONGEST_EXAMPLE) tell(`the example has ${example.length} characters`, `at most ${LONGEST_EXAMPLE}`);
  const subject = cell(row, "about") || about;
  if (subject === undefined || !questionnaire.about.test(subject)) tell("it does not say what it is about", questionnaire.aboutWhat);
  else if (!exists(subject)) tell(`there is no ${subject.replace(":", " ")} in organization.yaml`);
  if (wrong.length > 0 || !isRole(role) || subject === undefined) return wrong;
  const id = cell(row, "id") || shortHash(file, row.name, JSON.stringify([subject, role, said, example]));
  const named = questionnaire.survey === SURVEY ? {} : { survey: questionnaire.survey };
  return { ...named, id, about: subject, role, said, example };
}

type Tell = (message: string, expected?: string) => void;

function saidIn(row: Row, { questions }: Questionnaire, tell: Tell): Record<string, string> {
  const said: Record<string, string> = {};
  for (const [question, answers] of Object.entries(questions)) {
    const given = cell(row, question).toLowerCase();
    if (UNKNOWN.test(given)) continue;
    if (answers.includes(given)) said[question] = given;
    else tell(`“${given}” is no answer to ${question}`, `${answers.join(", ")} or unknown`);
  }
  return said;
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
