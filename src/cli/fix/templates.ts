// Templates of files: the program's own, then those of the packs that it builds on, then the starter pack's. `NAME.de.md` is the German one.
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Language } from "#look";
import type { Program } from "#program";

const MAX_BYTES = 1024 * 1024;

/** The text of the template; undefined where no folder has one. */
export function templateOf(name: string, language: Language, program: Program, packsFolder: string): string | undefined {
  const packs = program.packs.map((pack) => pack.replace(/@.*$/, "")).filter((pack) => /^[\w-]+$/.test(pack));
  const folders = [program.location, ...packs.map((pack) => join(packsFolder, pack)), join(packsFolder, "starter")];
  const extension = extname(name);
  const names = [`${name.slice(0, name.length - extension.length)}.${language}${extension}`, name];
  for (const folder of folders) {
    if (!isFolder(join(folder, "templates"))) continue;
    for (const file of names) {
      const text = textOf(join(folder, "templates", file));
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/** No links: a program may lie in a repository of somebody else, and what a link leads to is not to be shown. */
function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function textOf(path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const status = fstatSync(file);
    return status.isFile() && status.size <= MAX_BYTES ? readFileSync(file, "utf8") : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
