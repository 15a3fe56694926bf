// The Maven repository on this machine, where parents and BOMs of a project lie once somebody has built it. Only read, and only inside of it.
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";

export type MavenCache = (path: string) => Promise<string | undefined>;

const MAX_BYTES = 5_000_000;
/** Coordinates come from the scanned repository: nothing but plain names may become a path. */
const SEGMENT = /^(?!\.)[\w.+-]+$/;

/** Reads from `folder`, laid out as `~/.m2/repository` is. What is missing, too large or no plain path gives undefined. */
export function localMavenCache(folder: string): MavenCache {
  const known = new Map<string, Promise<string | undefined>>();
  return (path) => {
    const segments = path.split("/");
    if (!segments.every((segment) => SEGMENT.test(segment))) return Promise.resolve(undefined);
    let answer = known.get(path);
    if (!answer) {
      answer = readBounded(join(folder, ...segments));
      known.set(path, answer);
    }
    return answer;
  };
}

async function readBounded(file: string): Promise<string | undefined> {
  try {
    const found = await stat(file);
    return found.isFile() && found.size <= MAX_BYTES ? await readFile(file, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
