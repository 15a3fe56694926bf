// Incidents from an export of a tracker. Where rows have a type or labels and some say “incident”, only those are incidents; else the whole list is one of incidents.
import { type Phrase, phrase, type Problem } from "#kit";
import { cellOf, cellsOf, hasColumn, incidentColumns } from "./columns.ts";
import { named } from "./deployments.ts";
import { readMoment } from "./moments.ts";
import { deliveryProblem, fewOf } from "./problem.ts";
import { type Row, readTable, type Table } from "./table.ts";
import type { Incident } from "./types.ts";

export interface ReadIncidents {
  readonly incidents: readonly Incident[];
  /** Whether a file was understood. A list without an incident says that there was none; a file that is none says nothing. */
  readonly heard: boolean;
  readonly problems: readonly Problem[];
}

const INCIDENT = /\bincident\b|\bvorfall\b|\bst(?:ö|oe)rung\b|\boutage\b/i;

export function readIncidents(files: readonly { readonly file: string; readonly content: string | Uint8Array }[]): ReadIncidents {
  const problems: Problem[] = [];
  const incidents = new Map<string, Incident>();
  let heard = false;
  for (const { file, content } of files) {
    const table = readTable(content, file);
    problems.push(...table.problems);
    const missing = missingColumns(table);
    if (missing) {
      problems.push(missing);
      continue;
    }
    heard ||= table.problems.length === 0 || table.rows.length > 0;
    const rows = table.rows.filter(choose(table, problems));
    const wrong: Problem[] = [];
    for (const row of rows) {
      const read = incidentOf(row, table, wrong);
      if (!read) continue;
      if (incidents.has(read.id)) {
        wrong.push(
          deliveryProblem(
            "delivery-row",
            "note",
            read.place,
            phrase`${row.name}: the incident ${read.id} stands here again; the later row counts`,
          ),
        );
      }
      incidents.set(read.id, read);
    }
    problems.push(...fewOf(wrong, file));
  }
  return { incidents: [...incidents.values()], heard, problems };
}

function missingColumns(table: Table): Problem | undefined {
  const blank = table.rows.length === 0 && table.columns.size === 0;
  // An empty list in JSON says that there was none; a table without a head says nothing.
  if (blank && (table.isJson || table.problems.length > 0)) return undefined;
  if (blank)
    return deliveryProblem("delivery-empty", "warning", { file: table.file }, phrase`it holds no incident, and no line that names columns`);
  if (hasColumn(incidentColumns, table.columns, "started")) return undefined;
  return deliveryProblem(
    "delivery-columns",
    "error",
    { file: table.file, line: 1 },
    phrase`no column says when an incident began; there are: ${named(table)}`,
    {
      expected: phrase`columns “started_at” and “resolved_at” (or created, created_at, created_date; resolved, closed_at, resolution_date); also id, cause, product, repository`,
    },
  );
}

/** Which rows are incidents; how many were passed over is told. */
function choose({ rows, file }: Table, problems: Problem[]): (row: Row) => boolean {
  const says = ({ cells }: Row) => [cellOf(incidentColumns, cells, "type"), cellOf(incidentColumns, cells, "labels")].join(" ");
  const chosen = rows.filter((row) => INCIDENT.test(says(row)));
  if (chosen.length === 0 || chosen.length === rows.length) return () => true;
  problems.push(
    deliveryProblem(
      "delivery-not-incidents",
      "note",
      { file },
      phrase`${rows.length - chosen.length} of ${rows.length} rows are no incidents by their type or labels; they were passed over`,
    ),
  );
  const set = new Set(chosen);
  return (row) => set.has(row);
}

function incidentOf(row: Row, table: Table, problems: Problem[]): Incident | undefined {
  const cell = (column: keyof typeof incidentColumns) => cellOf(incidentColumns, row.cells, column);
  const place = { file: table.file, ...(row.line === undefined ? {} : { line: row.line }) };
  const tell = (message: Phrase) => problems.push(deliveryProblem("delivery-row", "warning", place, phrase`${row.name}: ${message}`));
  const written = cell("started");
  const startedAt = written === undefined ? undefined : readMoment(written);
  if (startedAt === undefined) {
    tell(
      written === undefined
        ? phrase`it does not say when the incident began; it is left out`
        : phrase`“${written}” is no moment; the incident is left out`,
    );
    return undefined;
  }
  const ended = cell("resolved");
  const resolvedAt = ended === undefined ? undefined : readMoment(ended);
  if (ended !== undefined && resolvedAt === undefined) tell(phrase`“${ended}” is no moment; the incident counts as open`);
  const perhaps = cellsOf(incidentColumns, row.cells, "perhaps");
  const [title, product, repository] = [cell("title"), cell("product"), cell("repository")];
  return {
    id: cell("id") ?? `${table.file}#${row.name}`,
    ...(title === undefined ? {} : { title }),
    ...(product === undefined ? {} : { product }),
    ...(repository === undefined ? {} : { repository }),
    ...(perhaps.length === 0 ? {} : { perhaps }),
    startedAt,
    ...(resolvedAt === undefined ? {} : { resolvedAt }),
    causes: (cell("causes") ?? "").split(/[\s,;]+/).filter((cause) => cause !== ""),
    place,
  };
}
