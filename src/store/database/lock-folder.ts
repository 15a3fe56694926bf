// One process per embedded database: two on one folder would diverge without a word. On another machine nobody can tell whether the holder lives: then it
// counts as alive, and a person removes the file.
import { join } from "node:path";
import { type FileLock, type LockHolder, tryLock } from "#facts";
import { AllmendError } from "#kit";

/** Throws AllmendError `database-in-use` while a living process holds the folder. */
export async function lockFolder(folder: string): Promise<FileLock> {
  const lock = await tryLock(join(folder, "lock.json"));
  if (lock && "release" in lock) return lock;
  throw inUse(folder, lock);
}

function inUse(folder: string, holder: LockHolder | undefined): AllmendError {
  const who = holder ? ` by process ${holder.pid} on ${holder.host}` : "";
  return new AllmendError("database-in-use", "conflict", `the database in ${folder} is in use${who}`, {
    hint: "Stop the other server, or give this one a folder of its own (ALLMEND_HOME), or a PostgreSQL (DATABASE_URL).",
  });
}
