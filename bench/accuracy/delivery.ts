// DevLake's published DORA tables (backend/plugins/dora/e2e, read from the mirror): predecessors, times of pull requests, links of incidents, medians.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readDeployments, readIncidents, readMoment } from "#facts";
import { median, parseCsv } from "#kit";
import {
  type DevlakeDeploymentCommit,
  type DevlakeRequest,
  type DevlakeTimes,
  devlakeLeadLevel,
  devlakeLinks,
  devlakeTimes,
  firstDeployments,
  lowerMedian,
  predecessors,
} from "#measures";

const MIRROR = "/work/.mirror/apache+incubator-devlake/repo";
const TABLES = "backend/plugins/dora/e2e";

type Row = Readonly<Record<string, string>>;

export async function run(): Promise<void> {
  process.stdout.write("### Delivery: DevLake's published tables\n\n");
  if (!existsSync(MIRROR)) {
    process.stdout.write(`skipped: ${MIRROR} is not there\n`);
    return;
  }
  const results = [...links(), ...previous(), ...requests()];
  const groups = new Map<string, { same: number; all: number }>();
  for (const { what, same } of results) {
    const kind = what.split(" ")[0] ?? "";
    const group = groups.get(kind) ?? { same: 0, all: 0 };
    groups.set(kind, { same: group.same + (same ? 1 : 0), all: group.all + 1 });
  }
  process.stdout.write("| what | same | of |\n|---|--:|--:|\n");
  for (const [kind, { same, all }] of groups) process.stdout.write(`| ${kind} | ${same} | ${all} |\n`);
  for (const { what, ours, theirs } of results.filter(({ same }) => !same))
    process.stdout.write(`\n- ${what}: ours ${ours}, theirs ${theirs}`);
  process.stdout.write("\n");
}

interface Compared {
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
  readonly same: boolean;
}

function compared(what: string, ours: unknown, theirs: unknown): Compared {
  const [a, b] = [String(ours ?? "none"), String(theirs ?? "none")];
  return { what, ours: a, theirs: b, same: a === b };
}

function text(path: string): string {
  return execFileSync("git", ["-C", MIRROR, "show", `HEAD:${TABLES}/${path}`], { encoding: "utf8" });
}

function table(path: string): Row[] {
  const [head, ...body] = parseCsv(text(path)).rows;
  return body.map(({ cells }) => Object.fromEntries((head?.cells ?? []).map((name, index) => [name, cells[index] ?? ""])));
}

/** Rows of this project, as the mapping beside the table has it. */
function scopesOf(path: string, kind: string, project = "project1"): Set<string> {
  return new Set(table(path).flatMap((row) => (row.project_name === project && row.table === kind ? (row.row_id ?? []) : [])));
}

/** Incidents to deployments: by our readers and the compatible link, over the rows of the project. */
function links(): Compared[] {
  const folder = "connect_incident_to_deployment";
  const mapping = `${folder}/raw_tables/project_mapping.csv`;
  const scopes = scopesOf(mapping, "cicd_scopes");
  const rows = table(`${folder}/prev_success_deployment_commit/cicd_deployment_commits_after.csv`);
  const ours = rows.filter((row) => scopes.has(row.cicd_scope_id ?? ""));
  const deployments = readDeployments([{ file: "deployments", content: JSON.stringify(ours) }]).deployments.filter(
    ({ result, environment }) => result === "success" && environment === "production",
  );
  const mapped = new Set(
    [...scopesOf(mapping, "repos")].map((id) => `repos ${id}`).concat([...scopesOf(mapping, "boards")].map((id) => `boards ${id}`)),
  );
  const happened = table(`${folder}/raw_tables/incidents.csv`).filter((row) => mapped.has(`${row.table} ${row.scope_id}`));
  const { incidents } = readIncidents([{ file: "incidents", content: JSON.stringify(happened) }]);
  const linked = new Map(devlakeLinks(incidents, deployments).map(({ incident, deployment }) => [incident.id, deployment?.id]));
  const published = new Map(
    table(`${folder}/snapshot_tables/project_incident_deployment_relationships.csv`).map((row) => [row.id ?? "", row.deployment_id]),
  );
  return [...new Set([...linked.keys(), ...published.keys()])].map((id) => compared(`link ${id}`, linked.get(id), published.get(id)));
}

function commitRows(path: string, mapping: string): DevlakeDeploymentCommit[] {
  const scopes = scopesOf(mapping, "cicd_scopes");
  return table(path).flatMap((row) => {
    const [startedAt, finishedAt] = [readMoment(row.started_date ?? ""), readMoment(row.finished_date ?? "")];
    if (
      row.result !== "SUCCESS" ||
      row.environment === "" ||
      !scopes.has(row.cicd_scope_id ?? "") ||
      startedAt === undefined ||
      finishedAt === undefined
    )
      return [];
    const group = [row.cicd_scope_id, row.repo_url, row.environment].join("\n");
    return { id: row.id ?? "", sha: row.commit_sha ?? "", group, startedAt, finishedAt };
  });
}

function previous(): Compared[] {
  const folder = "prev_success_deployment_commit";
  const rows = commitRows(`${folder}/cicd_deployment_commits_before.csv`, `${folder}/project_mapping.csv`);
  const before = predecessors(rows);
  const known = new Set(rows.map(({ id }) => id));
  return table(`${folder}/cicd_deployment_commits_after.csv`)
    .filter(({ id }) => known.has(id ?? ""))
    .map((row) => compared(`predecessor ${row.id}`, before.get(row.id ?? "")?.id ?? "", row.prev_success_deployment_commit_id));
}

function requests(): Compared[] {
  const folder = "change_lead_time";
  const rows = commitRows(`${folder}/cicd_deployment_commits.csv`, `${folder}/project_mapping.csv`).filter(({ group }) =>
    group.endsWith("\nPRODUCTION"),
  );
  const differences = new Map<string, string[]>();
  for (const row of table(`${folder}/commits_diffs.csv`)) {
    const key = `${row.old_commit_sha} ${row.new_commit_sha}`;
    differences.set(key, [...(differences.get(key) ?? []), row.commit_sha ?? ""]);
  }
  const first = firstDeployments(rows, (oldSha, newSha) => differences.get(`${oldSha} ${newSha}`) ?? []);
  const times = new Map(requestsIn(folder).map((request) => [request.id, devlakeTimes(request, first.get(request.mergeCommit))]));
  const published = table(`${folder}/project_pr_metrics.csv`);
  return [...published.flatMap((row) => sameTimes(row, times.get(row.id ?? ""))), ...medians(published, times)];
}

function requestsIn(folder: string): DevlakeRequest[] {
  const repos = scopesOf(`${folder}/project_mapping.csv`, "repos");
  const commits = table(`${folder}/pull_request_commits.csv`);
  const comments = table(`${folder}/pull_request_comments.csv`);
  return table(`${folder}/pull_requests.csv`).flatMap((row) => {
    const [createdAt, mergedAt] = [readMoment(row.created_date ?? ""), readMoment(row.merged_date ?? "")];
    if (!repos.has(row.base_repo_id ?? "") || createdAt === undefined || mergedAt === undefined) return [];
    return {
      id: row.id ?? "",
      author: row.author_id ?? "",
      mergeCommit: row.merge_commit_sha ?? "",
      createdAt,
      mergedAt,
      commits: commits.flatMap((commit) =>
        commit.pull_request_id === row.id
          ? { sha: commit.commit_sha ?? "", authoredAt: readMoment(commit.commit_authored_date ?? "") ?? 0 }
          : [],
      ),
      comments: comments.flatMap((comment) =>
        comment.pull_request_id === row.id
          ? { id: comment.id ?? "", by: comment.account_id ?? "", at: readMoment(comment.created_date ?? "") ?? 0 }
          : [],
      ),
    };
  });
}

function sameTimes(row: Row, times: DevlakeTimes | undefined): Compared[] {
  const pairs: readonly (readonly [string, unknown])[] = [
    ["first_commit_sha", times?.firstCommit],
    ["pr_coding_time", times?.coding],
    ["first_review_id", times?.firstReview],
    ["pr_pickup_time", times?.pickup],
    ["pr_review_time", times?.review],
    ["deployment_commit_id", times?.deployment],
    ["pr_deploy_time", times?.deploy],
    ["pr_cycle_time", times?.cycle],
  ];
  return pairs.map(([name, ours]) => compared(`request ${row.id} ${name}`, ours ?? "", row[name]));
}

/** Medians over what the tables hold: theirs by percent_rank, ours in the compatible mode; the true median is told beside. */
function medians(published: readonly Row[], times: ReadonlyMap<string, DevlakeTimes>): Compared[] {
  const theirs = lowerMedian(published.filter((row) => row.deployment_commit_id !== "").map((row) => Number(row.pr_cycle_time)));
  const deployed = [...times.values()].filter(({ deployment }) => deployment !== undefined).map(({ cycle }) => cycle);
  const ours = lowerMedian(deployed);
  process.stdout.write(
    `Median cycle time of deployed requests: ${ours} min (lower median, as DevLake), ${median(deployed)} min (true median).\n\n`,
  );
  return [
    compared("median cycle", ours, theirs),
    compared("level of the median", devlakeLeadLevel(2021, ours ?? 0), devlakeLeadLevel(2021, theirs ?? 0)),
  ];
}
