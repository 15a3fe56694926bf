// A real PostgreSQL with a million uses, 10,000 findings and 5,000 cases: lists and searches at 200 requests a second, and a policy that changes.
import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql } from "kysely";
import { type Database, migrate, openDatabase, saveResult } from "#store";
import { startPostgres } from "#store/testing";
import { pageReads } from "./server/pages.ts";
import { million, NOW, type Size, world } from "./server/world.ts";

const USES = Number(process.env.ALLMEND_BENCH_USES ?? million.uses);
const SECONDS = Number(process.env.ALLMEND_BENCH_SECONDS ?? 60);
const RATE = 200;

export async function run(): Promise<void> {
  const postgres = await startPostgres();
  const home = mkdtempSync(join(tmpdir(), "allmend-bench-"));
  try {
    const url = await postgres.newDatabase();
    const database = await openDatabase({ url });
    await migrate(database);
    const share = USES / million.uses;
    const size = { ...million, uses: USES, packages: Math.ceil(million.packages * share) };
    const result = await world(size);
    const saving = await timed(() => saveResult(database.sql, result, { at: new Date(NOW), source: "upload", findings: true }));
    await addCases(database, 5000);
    await sql`vacuum analyze`.execute(database.sql);
    line(
      `${result.uses.length} uses of ${result.components.length} versions, ${result.findings.length} findings, 5000 cases; saved in ${saving.text}`,
    );
    await driveLists(database, url, home);
    await changePolicy(url, size);
    await database.close();
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Servers and workers run in processes of their own: what filled the database lies in this one's memory, and collecting it would halt them. */
function child(name: string): string {
  return join(import.meta.dirname, "server", `${name}.ts`);
}

function line(text: string): void {
  process.stdout.write(`${text}\n\n`);
}

/** Others on this machine make everything slower: what it would take alone is told by the processor time. */
async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly text: string }> {
  const [start, before, others] = [performance.now(), process.cpuUsage(), databaseSeconds()];
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  const own = (user + system) / 1e6;
  const seconds = (performance.now() - start) / 1000;
  const text = `${seconds.toFixed(1)} s (processor: ours ${own.toFixed(1)} s, PostgreSQL ${(databaseSeconds() - others).toFixed(1)} s; load of the machine ${loadavg()[0]?.toFixed(1)} on 2 cores)`;
  return { value, text };
}

/** Processor seconds of all processes of our PostgreSQL, those that ended included. */
function databaseSeconds(): number {
  const text = execFileSync("ps", ["-eo", "pid,ppid,args"], { encoding: "utf8" });
  const main = text.split("\n").find((each) => each.includes("allmend-postgres-") && /postgres -D|postgres\S* .*-D/.test(each));
  const pid = main?.trim().split(/\s+/)[0];
  if (pid === undefined) return 0;
  const children = text.split("\n").flatMap((each) => (each.trim().split(/\s+/)[1] === pid ? [each.trim().split(/\s+/)[0] ?? ""] : []));
  return [pid, ...children].reduce((sum, each) => sum + ticks(each, each === pid), 0) / 100;
}

function ticks(pid: string, withEnded: boolean): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return [11, 12, ...(withEnded ? [13, 14] : [])].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0);
  } catch {
    return 0;
  }
}

async function addCases({ sql: db }: Database, count: number): Promise<void> {
  await sql`insert into cases (id, kind, version, phase, title, requester, opener, unit, product, component, outcome, opened_at, changed_at, words, state, salt)
    select 'use-' || n, 'use', 1, case when n % 4 = 0 then 'review' else 'approved' end, 'Use of package-' || n, 'p' || (n % 200), 'p' || (n % 200),
      'unit-' || (n % 6), 'product-' || (n % 120), 'pkg:npm/package-' || n, case when n % 4 = 0 then null else 'approved' end,
      now() - n * interval '1 minute', now() - n * interval '1 minute', to_tsvector('simple', 'use of package ' || n), '{}'::jsonb, md5(n::text)
    from generate_series(1, ${count}::integer) as given (n)`.execute(db);
}

/** What people look at all day: searches while typing, one component, one product, findings in all their filters. */
function paths(database: { readonly components: readonly number[]; readonly findings: readonly string[] }): string[] {
  const words = ["r", "re", "rea", "reac", "json", "lodash", "stream-co", "http-client", "core-par", "graph", "token", "yaml-7"];
  return [
    ...words.map((word) => `/api/components?search=${word}&limit=20`),
    "/api/components?limit=50",
    "/api/components?type=maven&limit=50",
    ...database.components.flatMap((id) => [`/api/components/${id}`, `/api/uses?component=${id}&limit=50`]),
    ...[3, 17, 44, 101].flatMap((n) => [
      `/api/uses?product=product-${n}&limit=50`,
      `/api/findings?product=product-${n}&limit=50`,
      `/api/products/product-${n}`,
    ]),
    "/api/uses?product=product-9&search=react&limit=50",
    "/api/findings?limit=50",
    "/api/findings?outcome=deny&state=open&limit=50",
    "/api/findings?area=compliance&limit=50",
    "/api/findings?search=react&limit=50",
    "/api/findings?owner=team-3&limit=50",
    "/api/findings/facets",
    "/api/findings/facets?product=product-5",
    "/api/findings/matrix",
    ...database.findings.map((id) => `/api/findings/${id}`),
    "/api/products",
    "/api/repositories?limit=50",
    "/api/licenses/versions?license=MIT&limit=50",
    "/api/licenses/versions?differs=true&limit=50",
    "/api/obligations?product=product-7&limit=50",
    "/api/results",
    "/api/judgements",
    "/api/cases?limit=50",
    "/api/cases?phase=review&limit=50",
    "/api/cases?product=product-7&limit=50",
  ];
}

async function driveLists(database: Database, url: string, home: string): Promise<void> {
  const server = spawn(process.execPath, [child("serve"), url, home], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    const [first] = (await once(server.stdout, "data")) as [Buffer];
    const address = first.toString().trim();
    const components = await sql<{ id: number }>`select id from components where id % 2500 = 7 order by id limit 12`.execute(database.sql);
    const findings = await sql<{ id: string }>`select id from findings order by id limit 6`.execute(database.sql);
    const asked = paths({ components: components.rows.map(({ id }) => id), findings: findings.rows.map(({ id }) => id) });
    for (const path of asked) {
      const { status } = await fetch(`${address}${path}`);
      if (status !== 200) throw new Error(`${path} answers ${status}`);
    }
    await slowest("Lists and searches", address, asked);
    await slowest("What pages read", address, pageReads(await forPages(database, findings.rows)));
    const order = JSON.stringify({ url: address, paths: asked, rate: RATE, seconds: SECONDS });
    const before = ticks(String(server.pid), false);
    const { value, text } = await timed(() => promisify(execFile)(process.execPath, [child("drive"), order], { encoding: "utf8" }));
    const processor = ((ticks(String(server.pid), false) - before) / 100).toFixed(1);
    const { sent, errors, refused, p50, p99, max } = JSON.parse(value.stdout) as Record<string, number>;
    line(
      `${asked.length} lists and searches at ${RATE} requests a second: ${sent} sent, ${errors} errors, ${refused} refused; p50 ${p50} ms, p99 ${p99} ms (reach: 150), longest ${max} ms; ${text}; processor of the server ${processor} s`,
    );
  } finally {
    server.stdin.end();
    await once(server, "exit");
  }
}

async function forPages({ sql: db }: Database, findings: readonly { readonly id: string }[]) {
  const used = await sql<{ id: number }>`select component as id from component_counts order by uses desc`.execute(db);
  const ids = used.rows.map(({ id }) => id);
  const components = [ids[0] ?? 0, ids[Math.floor(ids.length / 2)] ?? 0];
  const { rows } = await sql<{ purl: string }>`select purl from versions where component = ${components[0]} limit 1`.execute(db);
  return { components, purl: rows[0]?.purl ?? "", finding: findings[0]?.id ?? "" };
}

/** One at a time, so that a list that is slow by itself is seen. */
async function slowest(what: string, address: string, asked: readonly string[]): Promise<void> {
  const times: { path: string; ms: number }[] = [];
  for (const path of asked) {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3; round++) {
      const start = performance.now();
      const answer = await fetch(`${address}${path}`);
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
      await answer.arrayBuffer();
      best = Math.min(best, performance.now() - start);
    }
    times.push({ path, ms: best });
  }
  const worst = times.toSorted((a, b) => b.ms - a.ms).slice(0, 6);
  const mean = times.reduce((sum, { ms }) => sum + ms, 0) / times.length;
  line(
    `${what}, ${asked.length} alone, the best of three (load of the machine ${loadavg()[0]?.toFixed(1)}): ${mean.toFixed(1)} ms on average; the slowest ${worst.map(({ path, ms }) => `${path} ${ms.toFixed(1)} ms`).join(", ")}`,
  );
}

async function changePolicy(url: string, size: Size): Promise<void> {
  for (const [change, what] of [
    ["few", "Policy change"],
    ["many", "A quarter of all components denied"],
  ] as const) {
    const { value, text } = await timed(() =>
      promisify(execFile)(process.execPath, [child("judge"), url, JSON.stringify(size), change], { encoding: "utf8" }),
    );
    const { uses, changed, findings, seconds, processor, megabytes } = JSON.parse(value.stdout) as Record<string, number>;
    line(
      `${what}: ${uses} uses judged, ${changed} with another outcome, ${findings} findings, visible after ${seconds?.toFixed(1)} s (reach: 30 s; processor of the worker ${processor?.toFixed(1)} s, ${megabytes?.toFixed(0)} MB at most); with the start of the process ${text}`,
    );
  }
}
