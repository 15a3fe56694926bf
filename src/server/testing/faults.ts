// A real server as a process of its own, killed without warning while people work with it, again and again; and what must be so afterwards.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  addPerson,
  beginSession,
  type Database,
  makeToken,
  migrate,
  openDatabase,
  readCheckpoints,
  signingKey,
  verifyRecord,
} from "#store";
import { freePort, layEmptyDatabase } from "#store/testing";
import { CSRF_HEADER, csrfToken } from "../sign-in/csrf.ts";
import { type Decider, faultsProgram, request } from "./faults-program.ts";
import { resultOf, type Uploaded, uploadsJudged } from "./faults-uploads.ts";

export interface FaultRun {
  readonly kills: number;
  readonly clients: number;
  /** Address of an empty PostgreSQL; embedded where absent. */
  readonly url?: string;
  /** Whether a worker of its own is killed in turn with the server. PostgreSQL only. */
  readonly worker?: boolean;
  readonly onKill?: (number: number) => void;
}

export interface FaultReport {
  readonly kills: number;
  /** Milliseconds from the start of the process to its first healthy answer, sorted. */
  readonly restarts: readonly number[];
  readonly opened: number;
  readonly decided: number;
  /** Cases that a board decided by its quorum. */
  readonly byBoard: number;
  readonly uploaded: number;
  /** Acknowledged, and not there or otherwise. */
  readonly lost: readonly string[];
  /** There more than once. */
  readonly twice: readonly string[];
  readonly flaws: readonly string[];
  readonly lines: number;
}

const root = join(import.meta.dirname, "..", "..", "..");

export async function killOften(run: FaultRun): Promise<FaultReport> {
  const home = mkdtempSync(join(tmpdir(), "allmend-faults-"));
  try {
    const place = run.url === undefined ? { folder: join(home, "database") } : { url: run.url };
    if (run.url === undefined) await layEmptyDatabase(home);
    const known = await prepare(place);
    const port = await freePort();
    const world = {
      port,
      program: faultsProgram(root, home),
      env: { ...process.env, ALLMEND_HOME: home, ...(run.url === undefined ? { DATABASE_URL: "" } : { DATABASE_URL: run.url }) },
    };
    const acts = await underKills(world, known, run);
    const database = await openDatabase(place);
    try {
      return { ...acts.figures, ...(await judged(database, home, acts)) };
    } finally {
      await database.close();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

interface World {
  readonly program: string;
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
}

/** Headers by which the two are known. */
interface Known {
  readonly asks: Record<string, string>;
  readonly sends: Record<string, string>;
  readonly decides: Readonly<Record<Decider, Record<string, string>>>;
}

const HOURS = 3600_000;

/** People of the example: one who asks, by a token, and three who decide, which only somebody who signed in may; and a pipeline. */
async function prepare(place: Parameters<typeof openDatabase>[0]): Promise<Known> {
  const database = await openDatabase(place);
  await migrate(database);
  const at = new Date();
  for (const id of ["ts", "dr", "mk", "lb"]) await addPerson(database.sql, { id, name: id }, at);
  const token = {
    name: "ts",
    kind: "personal" as const,
    person: "ts",
    scopes: ["cases:read", "cases:open"],
    endsAt: new Date(at.getTime() + HOURS),
  };
  const { secret } = await makeToken(database.sql, token, at);
  const signedIn = async (person: string) => {
    const session = await beginSession(database.sql, { person, how: "link", client: "faults" }, at, { idle: HOURS, lifetime: 24 * HOURS });
    return { cookie: `allmend=${session}`, [CSRF_HEADER]: csrfToken(session) };
  };
  const decides = { dr: await signedIn("dr"), mk: await signedIn("mk"), lb: await signedIn("lb") };
  const pipe = { name: "ci", kind: "service" as const, person: undefined, scopes: ["results:write"], endsAt: token.endsAt };
  const ci = await makeToken(database.sql, pipe, at);
  await database.close();
  return {
    asks: { authorization: `Bearer ${secret}` },
    sends: { authorization: `Bearer ${ci.secret}` },
    decides,
  };
}

interface Acknowledged {
  readonly id: string;
  readonly because?: string;
  readonly vote?: string;
}

interface Acts {
  readonly acknowledged: readonly Acknowledged[];
  readonly uploads: readonly Uploaded[];
  readonly figures: Pick<FaultReport, "kills" | "restarts" | "opened" | "decided" | "uploaded">;
}

async function underKills(world: World, known: Known, run: FaultRun): Promise<Acts> {
  const acknowledged: Acknowledged[] = [];
  const restarts: number[] = [];
  let over = false;
  let server = await started(world);
  let worker = run.worker === true ? spawned(world, ["work"]) : undefined;
  let failed: unknown;
  const uploads: Uploaded[] = [];
  const clients = [
    ...Array.from({ length: run.clients }, (_, n) => client(world, known, n, acknowledged, () => over)),
    pipeline(world, known, uploads, () => over),
  ].map((each) =>
    each.catch((cause: unknown) => {
      failed ??= cause;
    }),
  );
  for (let number = 1; number <= run.kills; number++) {
    await atWork(acknowledged);
    if (number % 4 === 2) await until(() => uploads.length > number / 4);
    if (worker && number % 3 === 0) {
      await killed(worker);
      worker = spawned(world, ["work"]);
    } else {
      await killed(server.process);
      server = await started(world);
      restarts.push(server.milliseconds);
    }
    run.onKill?.(number);
  }
  await atWork(acknowledged);
  over = true;
  await Promise.all(clients);
  await killed(server.process);
  if (worker) await killed(worker);
  if (failed !== undefined) throw failed;
  const decided = acknowledged.filter(({ vote }) => vote !== undefined).length;
  return {
    acknowledged,
    uploads,
    figures: {
      kills: run.kills,
      restarts: restarts.sort((a, b) => a - b),
      opened: acknowledged.length - decided,
      decided,
      uploaded: uploads.length,
    },
  };
}

/** Until a few more acts were acknowledged, and some moment after. */
async function atWork(acknowledged: readonly Acknowledged[]): Promise<void> {
  const wanted = acknowledged.length + 4;
  await until(() => acknowledged.length >= wanted);
  await wait(Math.random() * 150);
}

/** A machine that is busy with other things must not keep it for ever. */
async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 400; tries++) await wait(25);
}

/** Opens cases and decides them, one after the other; whatever gets no answer is sent again. */
async function client(world: World, known: Known, n: number, acknowledged: Acknowledged[], over: () => boolean): Promise<void> {
  for (let round = 0; !over(); round++) {
    const { body, sittings } = request(n, round);
    const opened = await insisting(world, "/api/cases", { ...known.asks, "idempotency-key": `${n}-${round}` }, body, over);
    const id = opened?.body.case?.id;
    if (!opened) return;
    if (id === undefined) throw new Error(`a request was answered with ${JSON.stringify(opened)}`);
    acknowledged.push({ id });
    for (const { who, lane, attested } of sittings) {
      // A question is answered by all of its lanes, so that nobody ends it before the other.
      const vote = sittings.length === 1 && round % 3 === 0 ? "reject" : "approve";
      const because = `client ${n}, round ${round}, ${lane}`;
      const decided = await insisting(world, `/api/cases/${id}/decisions`, known.decides[who], { lane, vote, because, attested }, over);
      // 409: the answer to the first try was lost, the decision was not; who reads the case sees it.
      if (decided?.status === 200) acknowledged.push({ id, because, vote });
      else if (decided && decided.status !== 409) throw new Error(`a decision was answered with ${JSON.stringify(decided)}`);
    }
  }
}

/** Sends one result after the other; one whose answer was lost is sent again under the next round. */
async function pipeline(world: World, { sends }: Known, uploads: Uploaded[], over: () => boolean): Promise<void> {
  for (let round = 1; !over(); round++) {
    const sent = await insisting(world, "/api/results?covers=everything", sends, resultOf(round), over);
    if (!sent) return;
    const { result } = sent.body;
    if (sent.status !== 201 || result === undefined) throw new Error(`a result was answered with ${JSON.stringify(sent)}`);
    uploads.push({ result, round });
    await wait(500);
  }
}

interface Answer {
  readonly status: number;
  readonly body: { readonly case?: { readonly id: string }; readonly result?: number };
}

async function insisting(
  { port }: World,
  path: string,
  headers: Record<string, string>,
  body: object,
  over: () => boolean,
): Promise<Answer | undefined> {
  while (!over()) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
      });
      const text = await answer.text();
      if (answer.status < 500) return { status: answer.status, body: JSON.parse(text) as Answer["body"] };
    } catch {
      // Nobody listens just now.
    }
    await wait(50);
  }
  return undefined;
}

function spawned({ env, program }: World, args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [join(root, "bin", "allmend.mjs"), ...args, "--program", program, "--log-level", "error"], {
    cwd: root,
    env,
    stdio: ["ignore", "ignore", process.env["FAULTS_LOUD"] ? "inherit" : "ignore"],
  });
}

async function started(world: World): Promise<{ process: ChildProcess; milliseconds: number }> {
  const began = performance.now();
  const child = spawned(world, ["serve", "--port", String(world.port)]);
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode} as it started`);
    const answer = await fetch(`http://127.0.0.1:${world.port}/api/health`).catch(() => undefined);
    if (answer?.ok) return { process: child, milliseconds: Math.round(performance.now() - began) };
    await wait(20);
  }
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await ended;
}

async function judged(
  database: Database,
  home: string,
  { acknowledged, uploads }: Acts,
): Promise<Pick<FaultReport, "lost" | "twice" | "flaws" | "lines" | "byBoard">> {
  const events = await database.sql.selectFrom("case_events").select(["case_id", "event"]).execute();
  const byCase = Map.groupBy(events, ({ case_id }) => case_id);
  const lost = acknowledged.filter(({ id, because, vote }) => {
    const own = (byCase.get(id) ?? []).map(({ event }) => event);
    if (vote === undefined) return !own.some(({ is }) => is === "opened");
    return !own.some((event) => event.is === "decided" && event.because === because && event.vote === vote);
  });
  const submitted = [...byCase].filter(([, own]) => own.filter(({ event }) => event.is === "submitted").length > 1).map(([id]) => id);
  const decisions = events.flatMap(({ case_id, event }) => (event.is === "decided" ? [`${case_id} ${event.lane} ${event.by}`] : []));
  const records = await database.sql.selectFrom("stored_records").select("id").where("kind", "=", "approval").execute();
  const components = await database.sql.selectFrom("cases").select("component").where("component", "is not", null).execute();
  const board = await boardJudged(database, acknowledged);
  const sent = await uploadsJudged(database, uploads);
  const verified = await verifyRecord(
    database.sql,
    await readCheckpoints(join(home, "checkpoints.jsonl"), [(await signingKey(home)).open]),
  );
  return {
    lost: [...lost.map(({ id, because }) => `${id} ${because ?? ""}`), ...board.undecided, ...sent.lost],
    byBoard: board.decided,
    twice: [
      ...sent.twice,
      ...submitted,
      ...doubles(decisions),
      ...doubles(records.map(({ id }) => id)),
      ...doubles(components.map(({ component }) => component)),
    ],
    flaws: verified.flaws.map(({ message }) => message),
    lines: verified.lines,
  };
}

/** Two votes of the board were acknowledged: the quorum is there, and the case is decided. */
async function boardJudged({ sql }: Database, acknowledged: readonly Acknowledged[]): Promise<{ decided: number; undecided: string[] }> {
  const votes = Map.groupBy(
    acknowledged.filter(({ because }) => because?.endsWith("board")),
    ({ id }) => id,
  );
  const whole = [...votes].flatMap(([id, cast]) => (cast.length === 2 ? [id] : []));
  const approved = await sql.selectFrom("cases").select("id").where("kind", "=", "propose").where("outcome", "=", "approved").execute();
  const ids = new Set(approved.map(({ id }) => id));
  return { decided: ids.size, undecided: whole.filter((id) => !ids.has(id)).map((id) => `decision of the board in ${id}`) };
}

function doubles(values: readonly (string | null)[]): string[] {
  const seen = new Set<string | null>();
  return values.flatMap((value) => {
    if (seen.has(value)) return [String(value)];
    seen.add(value);
    return [];
  });
}
