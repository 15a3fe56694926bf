// The key by which commands on this machine speak to the server: in a file that only the user who runs it can read, new at every start.
import { randomBytes, timingSafeEqual } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { z } from "zod";

export interface LocalKey {
  readonly user: string;
  readonly secret: string;
  isIt(secret: string): boolean;
}

export function newLocalKey(): LocalKey {
  const secret = `allmend_local_${randomBytes(32).toString("base64url")}`;
  const bytes = Buffer.from(secret);
  return {
    user: userName(),
    secret,
    isIt: (given) => {
      const other = Buffer.from(given);
      return other.length === bytes.length && timingSafeEqual(other, bytes);
    },
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "unknown";
  }
}

const running = z.object({ url: z.url(), key: z.string(), pid: z.int() });
export type RunningServer = z.output<typeof running>;

const fileIn = (home: string) => join(home, "server.json");

/** Tells commands of this machine where the server is. */
export async function announceServer(home: string, server: RunningServer): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const temporary = `${fileIn(home)}.${process.pid}`;
  await writeFile(temporary, `${JSON.stringify(server)}\n`, { mode: 0o600 });
  await rename(temporary, fileIn(home));
}

export async function withdrawServer(home: string): Promise<void> {
  const server = await findServer(home);
  if (server?.pid === process.pid) await rm(fileIn(home), { force: true });
}

/** The server of this ALLMEND_HOME, if one was announced; whether it lives, its health says. */
export async function findServer(home: string): Promise<RunningServer | undefined> {
  try {
    return running.parse(JSON.parse(await readFile(fileIn(home), "utf8")));
  } catch {
    return undefined;
  }
}
