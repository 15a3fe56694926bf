// Any export as rows of cells: CSV, JSON (a list, or an object that holds one), JSON Lines. Nested keys are joined: `fields.issuetype.name` is `fields issuetype name`.
import { parseCsv, type Problem, phrase, textOfTable } from "#kit";
import { deliveryProblem } from "./problem.ts";

export interface Row {
  /** 1-based line in the file (CSV, JSON Lines). */
  readonly line?: number;
  /** `row 4` or `item 4`: how people find it where there is no line. */
  readonly name: string;
  /** Text by normalised name of its column. */
  readonly cells: ReadonlyMap<string, string>;
  /** What it was in a JSON document. */
  readonly value?: unknown;
}

export interface Table {
  readonly file: string;
  readonly rows: readonly Row[];
  /** Columns as they are written, by normalised name. */
  readonly columns: ReadonlyMap<string, string>;
  readonly isJson?: true;
  readonly problems: readonly Problem[];
}

const MAX_ROWS = 1_000_000;
const MAX_DEPTH = 5;
/** Keys under which documents keep their list. */
const LISTS = ["deployments", "incidents", "issues", "releases", "statuses", "records", "items", "values", "data", "nodes"];

export function readTable(content: string | Uint8Array, file: string): Table {
  const text = textOfTable(content).replace(/^\uFEFF/, "");
  const start = text.trimStart().slice(0, 1);
  return start === "{" || start === "[" ? readJson(text, file) : readCsv(text, file);
}

/** Lower case, words apart by one space: `Issue Type`, `issue_type` and `issueType` are one name. */
export function columnName(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function readCsv(text: string, file: string): Table {
  const { rows, faults } = parseCsv(text, MAX_ROWS);
  const problems = faults.map(({ line, message }) => deliveryProblem("delivery-unreadable", "error", { file, line }, phrase`${message}`));
  const [head, ...body] = rows;
  const names = (head?.cells ?? []).map(columnName);
  const columns = new Map(names.map((name, index) => [name, head?.cells[index] ?? name]));
  return {
    file,
    columns,
    problems,
    rows: body.map(({ line, cells }, index) => ({ line, name: `row ${index + 1}`, cells: firstOf(names, cells) })),
  };
}

/** A column that stands twice (Jira repeats `Labels`): the first that is not empty. */
function firstOf(names: readonly string[], cells: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const cell = cells[index] ?? "";
    if (name !== "" && cell !== "" && !found.has(name)) found.set(name, cell);
  }
  return found;
}

function readJson(text: string, file: string): Table {
  const whole = parsed(text);
  if (whole.ok)
    return tableOf(
      listIn(whole.value).map((value, index) => rowOf(value, `item ${index + 1}`)),
      file,
      [],
    );
  // One document a line.
  const problems: Problem[] = [];
  const rows: Row[] = [];
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const value = parsed(line);
    if (value.ok) rows.push({ ...rowOf(value.value, `line ${index + 1}`), line: index + 1 });
    else problems.push(deliveryProblem("delivery-unreadable", "error", { file, line: index + 1 }, phrase`it is no JSON: ${value.reason}`));
    if (problems.length > 20 || (rows.length === 0 && problems.length > 0)) break;
  }
  return tableOf(rows, file, problems);
}

function tableOf(rows: readonly Row[], file: string, problems: readonly Problem[]): Table {
  const columns = new Map<string, string>();
  for (const row of rows) for (const name of row.cells.keys()) if (!columns.has(name)) columns.set(name, name);
  return { file, rows, columns, isJson: true, problems };
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The list in a document: itself, or the first list under a known key; an object without one is a list of itself. */
function listIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flat();
  if (typeof value !== "object" || value === null) return [];
  for (const key of LISTS) {
    const inside = (value as Record<string, unknown>)[key];
    if (Array.isArray(inside)) return inside;
  }
  return [value];
}

function rowOf(value: unknown, name: string): Row {
  const cells = new Map<string, string>();
  fill(cells, value, "", 0);
  return { name, cells, value };
}

function fill(cells: Map<string, string>, value: unknown, prefix: string, depth: number): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    const texts = value.map((item) => (isMap(item) ? (item.name ?? item.title) : item)).filter((item) => typeof item === "string");
    if (texts.length > 0) cells.set(prefix, texts.join(", "));
  } else if (isMap(value)) {
    if (depth > MAX_DEPTH) return;
    for (const [key, inside] of Object.entries(value)) fill(cells, inside, `${prefix} ${columnName(key)}`.trim(), depth + 1);
  } else if (String(value) !== "") {
    cells.set(prefix, String(value));
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
