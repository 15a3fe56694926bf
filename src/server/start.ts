// From nothing to a server that answers, and back. A worker is the same without the socket.
import { join } from "node:path";
import {
  checkpointFile,
  type Database,
  type Jobs,
  migrate,
  openDatabase,
  runCheckpoints,
  type RunningCheckpoints,
  signingKey,
  startJobs,
} from "#store";
import { createApp } from "./app.ts";
import { configOf, type ServerConfig } from "./config.ts";
import type { App, Brought, Deps, Logger } from "./deps.ts";
import { jobModules, workOn } from "./jobs/index.ts";
import { checkpointStore } from "./outgoing/checkpoint-store.ts";
import { bringProgram, programInForce } from "./program.ts";
import { readServerDocument } from "./read-config.ts";
import { linkUrl } from "./routes/people.ts";
import { firstAdministratorLink } from "./sign-in/enter.ts";
import { announceServer, newLocalKey, withdrawServer } from "./sign-in/local-key.ts";
import { keepMemorySmall } from "./small-memory.ts";

export interface OfficeOptions {
  /** ALLMEND_HOME. */
  readonly home: string;
  /** `postgres://…`; embedded in ALLMEND_HOME where absent. */
  readonly databaseUrl?: string | undefined;
  readonly packsFolder: string;
  readonly program?: Brought | undefined;
  /** server.yaml; the one in ALLMEND_HOME where absent. */
  readonly config?: string | undefined;
  /** File of the checkpoints; checkpoints.jsonl in ALLMEND_HOME where absent. */
  readonly checkpoints?: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly log: Logger;
  readonly clock?: () => Date;
}

export interface ServerOptions extends OfficeOptions {
  readonly host: string;
  readonly port: number;
  /** Folder with the built portal. */
  readonly portal?: string | undefined;
  /** Whether this process also works on jobs. Embedded, nobody else can. */
  readonly work: boolean;
}

export interface RunningServer {
  readonly address: string;
  /** Link for the first administrator, where there is nobody yet. */
  readonly firstLink: string | undefined;
  stop(): Promise<void>;
}

/** Everything but the socket. */
export interface Office {
  readonly deps: Deps;
  readonly database: Database;
  stop(): Promise<void>;
}

/** At least once a minute: whoever rewrites the database cannot rewrite more than that. */
const CHECKPOINT_SECONDS = 30;

export async function openOffice(options: OfficeOptions & { readonly work: boolean; readonly listensAt: string }): Promise<Office> {
  keepMemorySmall();
  const { home, log, clock = () => new Date() } = options;
  const config = configOf(await readServerDocument(home, options.config), options.listensAt, options.environment);
  const database = await openDatabase(
    options.databaseUrl === undefined ? { folder: join(home, "database") } : { url: options.databaseUrl },
  );
  const closing: (() => Promise<unknown>)[] = [() => database.close()];
  const stopping = new AbortController();
  const stop = async () => {
    stopping.abort();
    for (const close of closing.reverse()) await close();
  };
  try {
    for (const id of await migrate(database)) log.info({ migration: id }, "migrated");
    const place = { database, home, packsFolder: options.packsFolder };
    if (options.program) await bringProgram({ ...place, clock, by: "system", log }, options.program);
    for (const running of await startCheckpoints(options, config, database, clock)) closing.push(() => running.stop());
    const jobs = await startOwnJobs(database, options.work, log);
    closing.push(() => jobs.stop());
    const apart = options.checkpoints === undefined ? {} : { checkpoints: options.checkpoints };
    const deps: Deps = {
      database,
      clock,
      home,
      ...apart,
      log,
      program: programInForce(place),
      ...(options.program ? { programFolder: options.program } : {}),
      jobs,
      config,
      stopping: stopping.signal,
    };
    if (options.work) await workOn(deps);
    return { deps, database, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startCheckpoints(
  { home, checkpoints, log }: OfficeOptions,
  { checkpointsTo, trustedHosts }: ServerConfig,
  database: Database,
  clock: () => Date,
): Promise<RunningCheckpoints[]> {
  const key = await signingKey(home);
  const file = checkpointFile(checkpoints ?? join(home, "checkpoints.jsonl"));
  // Each for itself: where one is away, the other goes on.
  const sinks = checkpointsTo ? [file, checkpointStore(checkpointsTo, trustedHosts)] : [file];
  return sinks.map((sink) =>
    runCheckpoints(database.sql, key, sink, {
      seconds: CHECKPOINT_SECONDS,
      clock,
      failed: (cause) => log.error({ err: cause }, "no checkpoint could be taken; the next one is tried"),
    }),
  );
}

/** A database that is away is asked for jobs many times a second: told once a minute, it does not fill the disk with its log. */
const TOLD_EVERY = 60_000;

function startOwnJobs(database: Database, work: boolean, log: Logger): Promise<Jobs> {
  let told = -Infinity;
  let untold = 0;
  return startJobs(database, {
    names: jobModules.map(({ name }) => name),
    supervise: work,
    failed: (cause) => {
      const now = performance.now();
      if (now - told < TOLD_EVERY) return void untold++;
      log.error({ err: cause, ...(untold > 0 ? { untold } : {}) }, "jobs");
      [told, untold] = [now, 0];
      return undefined;
    },
  });
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, home, version } = options;
  const office = await openOffice({ ...options, listensAt: addressOf(host, port) });
  const { deps, database } = office;
  const key = newLocalKey();
  let app: App | undefined;
  try {
    app = await createApp(deps, { version, localKey: key, portal: options.portal });
    await app.listen({ host, port });
    const address = app.addresses()[0];
    const local = typeof address === "object" ? addressOf(address.address, address.port) : addressOf(host, port);
    settlePort(deps.config, local);
    await announceServer(home, { url: local, key: key.secret, pid: process.pid });
    const secret = await firstAdministratorLink({ database, clock: deps.clock });
    return {
      address: deps.config.url.origin,
      firstLink: secret === undefined ? undefined : linkUrl(deps.config.url, secret),
      stop: () => stopAll(app, office, home),
    };
  } catch (error) {
    await stopAll(app, office, home);
    throw error;
  }
}

async function stopAll(app: App | undefined, office: Office, home: string): Promise<void> {
  await withdrawServer(home);
  await app?.close();
  await office.stop();
}

/** With port 0 the system chooses one: then that is where people reach it, in links and as the origin of forms, unless server.yaml says otherwise. */
function settlePort({ url }: ServerConfig, local: string): void {
  if (url.port === "0") url.port = new URL(local).port;
}

/** Whoever listens everywhere is reached here by the loopback address. */
function addressOf(host: string, port: number): string {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}
