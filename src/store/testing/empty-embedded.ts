// Embedded databases for tests. Making one takes seconds, unpacking one that was made before a fraction: they are kept between runs, by version and migrations.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { migrate } from "../database/migrate.ts";
import { type Database, overEmbedded } from "../database/open.ts";
import { digestOfMigrations, keptPath, versionOf } from "./kept.ts";

const extensions = { pg_trgm };

/** In memory, with nothing in it, not even the tables. */
export async function emptyInMemory(): Promise<Database> {
  return unpacked(await keptTar("empty", makeEmpty));
}

/** In memory, with the tables of today and nothing in them. */
export async function freshInMemory(): Promise<Database> {
  return unpacked(
    await keptTar(`migrated-${digestOfMigrations()}`, async () => {
      const made = await makeEmpty();
      await migrate(overEmbedded(made, noLock));
      return made;
    }),
  );
}

/** Lays an empty database where a server with this home looks for its own, so that its first start need not make one; gives the home. */
export async function layEmptyDatabase(home: string): Promise<string> {
  const kept = await keptTar("empty", makeEmpty);
  const data = join(home, "database", "data");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const { status, stderr } = spawnSync("tar", ["-xf", kept, "-C", data, "--no-same-owner"], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the kept database could not be unpacked: ${stderr}`);
  return home;
}

const noLock = async () => undefined;

function makeEmpty(): Promise<PGlite> {
  return PGlite.create({ extensions });
}

async function unpacked(kept: string): Promise<Database> {
  return overEmbedded(await PGlite.create({ loadDataDir: new Blob([readFileSync(kept)]), extensions }), noLock);
}

/** Of many test files that begin at once, each may make it: the last one's stays. */
async function keptTar(name: string, make: () => Promise<PGlite>): Promise<string> {
  const kept = keptPath(`pglite-${versionOf("@electric-sql/pglite")}-${name}.tar`);
  if (existsSync(kept)) return kept;
  const made = await make();
  const packed = await made.dumpDataDir("none");
  await made.close();
  const own = `${kept}.${process.pid}`;
  writeFileSync(own, Buffer.from(await packed.arrayBuffer()), { mode: 0o600 });
  renameSync(own, kept);
  return kept;
}
