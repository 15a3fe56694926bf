// A file that one process holds at a time. It dies with its process, however that ends: the next one sees that its holder is gone.
import { readFileSync } from "node:fs";
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";

export interface FileLock {
  release(): Promise<void>;
}

export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the kernel counts: a pid is used again, the pair is not. */
  readonly began: string;
}

let turns = 0;

/** The lock, or who holds it; undefined where others come and go so quickly that nobody can be named. The folder is made. */
export async function tryLock(path: string): Promise<FileLock | LockHolder | undefined> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const mine: LockHolder = { pid: process.pid, host: hostname(), began: beganOf(process.pid) };
  const own = `${path}.${process.pid}.${(turns += 1)}`;
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
      if (holder && isAlive(holder, mine)) return holder;
      await clearAway(path, `${own}.gone`, holder);
    }
    return undefined;
  } finally {
    await rm(own, { force: true });
  }
}

const PAUSE_MS = 200;

/**
 * Does this while no other process of this machine does it; `onWait` is called when one does. Of a holder on another machine nobody can tell whether it
 * lives, and without a place for the lock there is none: then it is done at once. Only for work that may be done twice.
 */
export async function inTurn<T>(path: string | undefined, work: () => Promise<T>, onWait?: () => void, signal?: AbortSignal): Promise<T> {
  let waited = false;
  for (;;) {
    const lock = path === undefined ? undefined : await tryLock(path).catch(() => undefined);
    if (lock === undefined || ("host" in lock && lock.host !== hostname())) return work();
    if (!("host" in lock)) return work().finally(() => lock.release().catch(() => undefined));
    if (!waited) onWait?.();
    waited = true;
    await setTimeout(PAUSE_MS, undefined, signal ? { signal } : {});
  }
}

/** Takes away the lock of one who is gone. Should another have done so and taken it meanwhile, that one gets it back. */
async function clearAway(path: string, aside: string, gone: LockHolder | undefined): Promise<void> {
  try {
    await rename(path, aside);
    const taken = await holderIn(aside);
    if (taken && JSON.stringify(taken) !== JSON.stringify(gone)) await link(aside, path);
  } catch {
    // It is away already, or there again.
  } finally {
    await rm(aside, { force: true });
    // In a container the next process often has the same number: its own drafts stay.
    if (gone && gone.pid !== process.pid) await clearDrafts(path, gone);
  }
}

/** One who is killed at the wrong moment leaves the file that the lock was made of. */
async function clearDrafts(path: string, { pid }: LockHolder): Promise<void> {
  const names = await readdir(dirname(path)).catch((): string[] => []);
  const drafts = names.filter((name) => name.startsWith(`${basename(path)}.${pid}.`));
  for (const name of drafts) await rm(join(dirname(path), name), { force: true });
}

async function holderIn(path: string): Promise<LockHolder | undefined> {
  try {
    return JSON.parse(await readFile(path, "utf8")) as LockHolder;
  } catch {
    return undefined;
  }
}

/** On another machine nobody can tell: then it counts as alive. */
function isAlive(holder: LockHolder, mine: LockHolder): boolean {
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
