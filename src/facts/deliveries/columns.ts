// The columns that are understood, whoever wrote the export. In a list the first name that a row fills counts.
// Own: the first names. Then DevLake (cicd_deployment_commits, cicd_deployments, issues, incidents), GitHub, GitLab, Jira.

export const deploymentColumns = {
  id: ["deployment", "deployment id", "cicd deployment id", "id", "run", "run id", "pipeline", "iid"],
  product: ["product", "service", "application", "produkt", "anwendung", "dienst"],
  repository: [
    "repository",
    "repo",
    "repo url",
    "repository url",
    "project",
    "repositorium",
    "project web url",
    "project path with namespace",
  ],
  commit: ["commit", "sha", "commit sha", "revision", "deployable commit id"],
  tag: ["tag", "tag name", "version", "release"],
  at: [
    "at",
    "finished at",
    "finished date",
    "finished",
    "deployed at",
    "published at",
    "deployable finished at",
    "date",
    "time",
    "updated at",
    "created at",
    "created date",
    "zeitpunkt",
    "datum",
  ],
  result: ["result", "status", "state", "conclusion", "ergebnis"],
  environment: ["environment tier", "environment", "environment name", "env", "stage", "umgebung"],
  unplanned: ["unplanned", "rework", "hotfix", "ungeplant"],
  committed: ["committed at", "commit date", "committed", "deployable commit created at"],
  perhaps: ["html url", "web url", "url", "deployable commit web url", "project name", "component", "components"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const incidentColumns = {
  id: ["incident", "incident id", "incident key", "issue key", "key", "id", "number", "iid"],
  title: ["title", "summary", "fields summary", "titel"],
  product: ["product", "service", "application", "produkt", "anwendung", "dienst"],
  repository: ["repository", "repo", "repo url", "repository url", "project path with namespace"],
  perhaps: [
    "references full",
    "html url",
    "web url",
    "component",
    "components",
    "component s",
    "fields components",
    "project",
    "project key",
    "project name",
    "fields project key",
    "fields project name",
    "labels",
    "fields labels",
  ],
  started: [
    "started at",
    "started",
    "start",
    "begin",
    "opened at",
    "created date",
    "created at",
    "created",
    "fields created",
    "begonnen",
    "beginn",
  ],
  resolved: [
    "resolved at",
    "resolved",
    "resolution date",
    "resolutiondate",
    "fields resolutiondate",
    "closed at",
    "ended at",
    "end",
    "behoben",
    "ende",
  ],
  type: ["type", "issue type", "issuetype", "fields issuetype name", "typ"],
  labels: ["labels", "fields labels"],
  causes: ["cause", "caused by", "deployment", "deployment id", "root cause", "commit", "sha", "tag", "version", "ursache"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Columns = Readonly<Record<string, readonly string[]>>;

/** Reads cells by what they mean. */
export function cellOf<T extends Columns>(columns: T, cells: ReadonlyMap<string, string>, column: keyof T): string | undefined {
  for (const name of columns[column] ?? []) {
    const cell = cells.get(name);
    if (cell !== undefined) return cell;
  }
  return undefined;
}

/** Every cell of this meaning, and each part of those that hold a list. */
export function cellsOf<T extends Columns>(columns: T, cells: ReadonlyMap<string, string>, column: keyof T): string[] {
  const found = (columns[column] ?? []).flatMap((name) => cells.get(name) ?? []);
  return [...new Set(found.flatMap((text) => [text, ...text.split(",")]).map((text) => text.trim()))].filter((text) => text !== "");
}

/** Whether a table has a column of this meaning. */
export function hasColumn<T extends Columns>(columns: T, names: ReadonlyMap<string, unknown>, column: keyof T): boolean {
  return (columns[column] ?? []).some((name) => names.has(name));
}
