// One process per embedded database: two on one folder would diverge without a word. The lock dies with its process, however that ends.
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { AllmendError } from "#kit";

export interface FolderLock {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the kernel counts: a pid is used again, the pair is not. */
  readonly began: string;
}

/** Throws AllmendError `database-in-use` while a living process holds the folder. */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "lock.json");
  const mine: Holder = { pid: process.pid, host: hostname(), began: beganOf(process.pid) };
  const own = `${path}.${process.pid}`;
  await writeFile(own, JSON.stringify(mine), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      // A link is made whole or not at all: nobody reads half a holder.
      const taken = await link(own, path).then(
        () => true,
        () => false,
      );
      if (taken) return { release: () => rm(path, { force: true }) };
      const holder = await holderIn(path);
      if (holder && isAlive(holder, mine)) throw inUse(folder, holder);
      await rm(path, { force: true });
    }
    throw inUse(folder, undefined);
  } finally {
    await rm(own, { force: true });
  }
}

async function holderIn(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

/** On another machine nobody can tell: then it counts as alive, and a person removes the file. */
function isAlive(holder: Holder, mine: Holder): boolean {
  if (holder.host !== mine.host) return true;
  if (holder.pid === mine.pid) return holder.began === mine.began;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  return holder.began === beganOf(holder.pid);
}

function beganOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function inUse(folder: string, holder: Holder | undefined): AllmendError {
  const who = holder ? ` by process ${holder.pid} on ${holder.host}` : "";
  return new AllmendError("database-in-use", "conflict", `the database in ${folder} is in use${who}`, {
    hint: "Stop the other server, or give this one a folder of its own (ALLMEND_HOME), or a PostgreSQL (DATABASE_URL).",
  });
}
