// A folder of files that is written again and again: a list of what was written lies in it, so that pages of before go and nobody's own files do.
import { lstat, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AllmendError } from "#kit";

const LIST = ".allmend-files.json";

/** Throws AllmendError where the folder holds something that was not written by this. */
export async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const before = await writtenBefore(folder);
  for (const path of before) if (!files.has(path)) await rm(join(folder, path), { force: true });
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    // A link that somebody laid there is replaced, not followed.
    if ((await lstat(file).catch(() => undefined))?.isSymbolicLink()) await rm(file);
    await writeFile(file, text);
  }
  await writeFile(join(folder, LIST), `${JSON.stringify([...files.keys()], undefined, 1)}\n`);
}

async function writtenBefore(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw new AllmendError("report-needs-output", "input", `${folder} is no folder that could be written: ${error.message}`, {
      hint: "Name another folder with --output.",
    });
  });
  if (names.length === 0) return [];
  const listed = names.includes(LIST) ? parsed(await readFile(join(folder, LIST), "utf8")) : undefined;
  // Only plain paths below: the list may have been changed.
  if (Array.isArray(listed))
    return listed.filter((path): path is string => typeof path === "string" && /^(?:\.?[\w-][\w.-]*\/)*[\w-][\w.-]*$/.test(path));
  throw new AllmendError("output-not-empty", "input", `${folder} holds files that no site left there`, {
    hint: "Name an empty folder, or one that a site was written to before.",
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
