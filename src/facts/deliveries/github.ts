// GitHub keeps what became of a deployment in a list of statuses: inside the deployment, or in a file of its own. The first success is when it reached users.
import type { Row, Table } from "./table.ts";

interface Status {
  readonly state: string;
  readonly at: string;
}

/** Tables of deployments with their statuses joined in; tables of statuses alone are gone. */
export function deploymentRows(tables: readonly Table[]): Table[] {
  const apart = tables.filter(isStatusTable);
  const byDeployment = new Map<string, Status[]>();
  for (const { rows } of apart) {
    for (const { cells } of rows) {
      const deployment = cells.get("deployment url")?.split("/").at(-1);
      const status = statusOf(cells.get("state"), cells.get("created at"));
      if (deployment !== undefined && status) byDeployment.set(deployment, [...(byDeployment.get(deployment) ?? []), status]);
    }
  }
  return tables.filter((table) => !apart.includes(table)).map((table) => withStatuses(table, byDeployment));
}

function isStatusTable({ columns }: Table): boolean {
  return columns.has("deployment url") && columns.has("state") && !columns.has("statuses url");
}

function withStatuses(table: Table, apart: ReadonlyMap<string, readonly Status[]>): Table {
  if (!table.columns.has("statuses url") && !table.rows.some(({ value }) => statusesIn(value).length > 0)) return table;
  return {
    ...table,
    rows: table.rows.map((row) => withStatus(row, [...statusesIn(row.value), ...(apart.get(row.cells.get("id") ?? "") ?? [])])),
  };
}

function withStatus(row: Row, statuses: readonly Status[]): Row {
  // Without a status GitHub knows a deployment that was asked for, and not that it took place.
  const [oldest, newest] = [firstOf(statuses, "success"), statuses.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]];
  const cells = new Map(row.cells);
  cells.set("result", oldest ? "success" : (newest?.state ?? "pending"));
  const at = oldest?.at ?? newest?.at;
  if (at !== undefined) cells.set("at", at);
  return { ...row, cells };
}

function firstOf(statuses: readonly Status[], state: string): Status | undefined {
  return statuses.filter((status) => status.state === state).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
}

function statusesIn(value: unknown): Status[] {
  const list = typeof value === "object" && value !== null ? (value as { statuses?: unknown }).statuses : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: { state?: unknown; created_at?: unknown } | null) => statusOf(item?.state, item?.created_at) ?? []);
}

function statusOf(state: unknown, at: unknown): Status | undefined {
  return typeof state === "string" && typeof at === "string" ? { state: state.toLowerCase(), at } : undefined;
}
