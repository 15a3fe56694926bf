// A name for all that loading a program would read: the same name, the same program.
import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "#kit";
import { readFolder } from "./folder.ts";
import { ProblemList } from "./problems.ts";

/** Of the documents in a folder and in its own `packs/`. What is wrong with reading them belongs to it. */
export async function documentsDigest(folder: string): Promise<string> {
  const packs = join(folder, "packs");
  const names = (await readdir(packs).catch((): string[] => [])).sort();
  const parts = [await digestOf(folder)];
  // Where a link leads decides whether the pack behind it is read.
  for (const name of names) parts.push(name, await realpath(join(packs, name)).catch(String), await digestOf(join(packs, name)));
  return sha256(JSON.stringify([await realpath(folder).catch(String), ...parts]));
}

async function digestOf(folder: string): Promise<string> {
  const problems = new ProblemList();
  const files = await readFolder(folder, "", problems);
  return sha256(JSON.stringify([...[...files].map(([path, text]) => [path, sha256(text)]), problems.sorted()]));
}
