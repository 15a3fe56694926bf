// Deployments from an export. A run with several jobs, commits or repositories is one deployment, finished with the last of them that succeeded.
import { type Problem, phrase } from "#kit";
import { cellOf, cellsOf, deploymentColumns, hasColumn } from "./columns.ts";
import { deploymentRows } from "./github.ts";
import { readMoment } from "./moments.ts";
import { deliveryProblem, fewOf } from "./problem.ts";
import { type Row, readTable, type Table } from "./table.ts";
import type { DeployedCommit, Deployment } from "./types.ts";

export interface ReadDeployments {
  readonly deployments: readonly Deployment[];
  readonly problems: readonly Problem[];
}

/** Files that belong together: GitHub keeps the statuses of deployments in lists of their own. */
export function readDeployments(files: readonly { readonly file: string; readonly content: string | Uint8Array }[]): ReadDeployments {
  const tables = files.map(({ file, content }) => readTable(content, file));
  const problems: Problem[] = tables.flatMap((table) => table.problems);
  const found: Deployment[] = [];
  for (const table of deploymentRows(tables)) {
    const missing = missingColumns(table);
    if (missing) {
      problems.push(missing);
      continue;
    }
    const wrong: Problem[] = [];
    const before = found.length;
    for (const row of table.rows) {
      const read = deploymentOf(row, table);
      if (read && "code" in read) wrong.push(read);
      else if (read) found.push(read);
    }
    problems.push(...fewOf(wrong, table.file), ...strangeResults(table), ...nothingCounts(found.slice(before), table));
  }
  return { deployments: joinRuns(found), problems };
}

function missingColumns(table: Table): Problem | undefined {
  if (table.rows.length === 0) {
    return table.problems.length > 0
      ? undefined
      : deliveryProblem("delivery-empty", "warning", { file: table.file }, phrase`it holds no deployment`);
  }
  if (hasColumn(deploymentColumns, table.columns, "at")) return undefined;
  return deliveryProblem(
    "delivery-columns",
    "error",
    { file: table.file, line: 1 },
    phrase`no column says when a deployment was finished; there are: ${named(table)}`,
    {
      expected: phrase`a column “finished_at” (or at, finished_date, deployed_at, published_at, created_at); also id, commit, result, environment, product, repository`,
    },
  );
}

/** Results that are neither good nor bad nor one of the known words between: perhaps a misspelling. */
function strangeResults({ file, rows }: Table): Problem[] {
  const strange = rows.flatMap((row) => {
    const said = cellOf(deploymentColumns, row.cells, "result");
    return said === undefined || resultOf(said) !== "other" || NEITHER.test(said) ? [] : [{ said, line: row.line }];
  });
  const [first] = strange;
  if (!first) return [];
  const words = [...new Set(strange.map(({ said }) => `“${said.slice(0, 40)}”`))].slice(0, 5).join(", ");
  const place = { file, ...(first.line === undefined ? {} : { line: first.line }) };
  const message =
    strange.length === 1
      ? phrase`a row says ${words} of the result; such deployments count neither as success nor as failure`
      : phrase`${strange.length} rows say ${words} of the result; such deployments count neither as success nor as failure`;
  return [deliveryProblem("delivery-row", "warning", place, message, { expected: phrase`success or failure` })];
}

/** A list that was understood and changes no figure. */
function nothingCounts(own: readonly Deployment[], { file }: Table): Problem[] {
  if (own.length === 0 || own.some(({ result, environment }) => result === "success" && environment === "production")) return [];
  const environments = [...new Set(own.map(({ environment }) => environment.slice(0, 40)))].slice(0, 5).join(", ");
  const message = phrase`none of its ${own.length} deployments reached production with success (environments: ${environments}); they count for nothing`;
  return [deliveryProblem("delivery-empty", "warning", { file }, message)];
}

export function named({ columns }: Table): string {
  return [...columns.values()].slice(0, 30).join(", ");
}

function deploymentOf(row: Row, table: Table): Deployment | Problem | undefined {
  const cell = (column: keyof typeof deploymentColumns) => cellOf(deploymentColumns, row.cells, column);
  const place = { file: table.file, ...(row.line === undefined ? {} : { line: row.line }) };
  const release = row.cells.has("tag name") && row.cells.has("published at");
  if (isDraft(row)) return undefined;
  const written = cell("at");
  const result = resultOf(cell("result"));
  if (written === undefined) {
    // What was never finished has no date, and is no deployment yet.
    return result === "other" && cell("result") !== undefined
      ? undefined
      : deliveryProblem(
          "delivery-row",
          "warning",
          place,
          phrase`${row.name} does not say when the deployment was finished; it is left out`,
        );
  }
  const at = readMoment(written);
  if (at === undefined) {
    return deliveryProblem("delivery-row", "warning", place, phrase`${row.name}: “${written}” is no moment; the deployment is left out`, {
      expected: phrase`2026-07-01T12:00:00Z`,
    });
  }
  const commit = commitOf(cell, release);
  const product = cell("product");
  const unplanned = yesNo(cell("unplanned"));
  const perhaps = cellsOf(deploymentColumns, row.cells, "perhaps");
  return {
    id: cell("id") ?? `${table.file}#${row.name}`,
    ...(product === undefined ? {} : { product }),
    at,
    ...(perhaps.length === 0 ? {} : { perhaps }),
    result,
    environment: environmentOf(cell("environment")),
    commits: commit ? [{ ...commit, finishedAt: at }] : [],
    ...(unplanned === undefined ? {} : { unplanned }),
    source: release ? "releases" : "deployments",
    place,
  };
}

function commitOf(cell: (column: keyof typeof deploymentColumns) => string | undefined, release: boolean): DeployedCommit | undefined {
  const [sha, tag, repository, committed] = [release ? undefined : cell("commit"), cell("tag"), cell("repository"), cell("committed")];
  const committedAt = committed === undefined ? undefined : readMoment(committed);
  if (sha === undefined && tag === undefined && repository === undefined && committedAt === undefined) return undefined;
  return {
    ...(sha === undefined ? {} : { sha }),
    ...(tag === undefined ? {} : { tag }),
    ...(repository === undefined ? {} : { repository }),
    ...(committedAt === undefined ? {} : { committedAt }),
  };
}

/** Drafts reached nobody, pre-releases not those for whom a release is meant. */
function isDraft({ cells }: Row): boolean {
  return cells.get("draft") === "true" || cells.get("prerelease") === "true" || cells.get("upcoming release") === "true";
}

const GOOD = /^(?:success(?:ful|fully)?|succeeded|ok|done|passed|deployed|completed?|active|finished|erfolg(?:reich)?)$/i;
const BAD = /^(?:fail(?:ed|ure)?|error|aborted|fehlgeschlagen)$/i;

const NEITHER =
  /^(?:skipped|cancell?ed|cancell?ing|inactive|pending|queued|waiting|created|running|started|in[ _-]?progress|preparing|scheduled|manual|blocked|neutral|stale|unknown|none|other|action_required|waiting_for_resource|waiting_for_callback|übersprungen|abgebrochen)$/i;

/** Without a word on it, what stands in a list of deployments took place. */
export function resultOf(text: string | undefined): Deployment["result"] {
  if (text === undefined || GOOD.test(text)) return "success";
  return BAD.test(text) ? "failure" : "other";
}

const PRODUCTION = /^(?:production|prod|prd|live|produktion|produktiv)$/i;

export function environmentOf(text: string | undefined): string {
  if (text === undefined) return "production";
  return PRODUCTION.test(text.trim()) ? "production" : text.trim().toLowerCase();
}

function yesNo(text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined;
  if (/^(?:true|yes|y|1|ja)$/i.test(text)) return true;
  return /^(?:false|no|n|0|nein)$/i.test(text) ? false : undefined;
}

/** Rows of one run and environment become one, finished with the last. Where a part succeeded, parts that failed were tried again or reached nobody. */
export function joinRuns(rows: readonly Deployment[]): Deployment[] {
  const runs = new Map<string, Deployment>();
  for (const row of rows) {
    const key = `${row.id}\n${row.environment}\n${row.product ?? ""}`;
    const before = runs.get(key);
    runs.set(key, before ? joined(before, row) : row);
  }
  return [...runs.values()];
}

function joined(a: Deployment, b: Deployment): Deployment {
  if (a.result !== b.result && (a.result === "success" || b.result === "success")) return a.result === "success" ? a : b;
  const unplanned = a.unplanned ?? b.unplanned;
  return {
    ...a,
    at: Math.max(a.at, b.at),
    result: a.result === b.result ? a.result : "failure",
    commits: [...a.commits, ...b.commits],
    ...(unplanned === undefined ? {} : { unplanned }),
  };
}
