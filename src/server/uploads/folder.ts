// A folder of our own for as long as something lies in it.
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

/** Makes a folder below `parent`, lets it be used, and removes it with all that lies in it. */
export async function inFolder<T>(parent: string, name: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(parent, `${name}-`));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
