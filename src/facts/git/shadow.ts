// Our own git directory, in place of the repository's: git run in it reads no configuration, hook, attribute, filter, graft, replacement
// or remote of the repository, because none of their files is ever where git looks. Only the repository's object store is lent to it.
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";

export type ObjectFormat = "sha1" | "sha256";

// One shadow serves every repository of an object format: what differs between repositories stands in the environment.
const ready = new Map<string, string>();
let ownFolder: string | undefined;

/** The shadow git directory for this format below `scratch` (default: a folder of this process, removed at its end). */
export function shadowFor(format: ObjectFormat, scratch: string | undefined): string {
  const folder = join(scratch ?? processFolder(), format);
  if (ready.has(folder)) return folder;
  mkdirSync(join(folder, "refs"), { recursive: true });
  mkdirSync(join(folder, "objects"), { recursive: true });
  write(join(folder, "config"), configFor(format));
  write(join(folder, "HEAD"), "ref: refs/heads/none\n");
  ready.set(folder, folder);
  return folder;
}

function configFor(format: ObjectFormat): string {
  const lines = [
    "[core]",
    `\trepositoryformatversion = ${format === "sha256" ? 1 : 0}`,
    "\tbare = true",
    `\thooksPath = ${devNull}`,
    // Auxiliary indexes of the repository are one more thing to trust, and reading a single commit gains nothing from them.
    "\tcommitGraph = false",
    "\tmultiPackIndex = false",
    "\tdeltaBaseCacheLimit = 64m",
    "[protocol]",
    "\tallow = never",
    "[gc]",
    "\tauto = 0",
  ];
  if (format === "sha256") lines.push("[extensions]", "\tobjectFormat = sha256");
  return `${lines.join("\n")}\n`;
}

/** Through a second name, so that a git started by another run never sees half a file. */
function write(path: string, content: string): void {
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}

function processFolder(): string {
  if (ownFolder === undefined) {
    const folder = mkdtempSync(join(tmpdir(), "allmend-git-"));
    ownFolder = folder;
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  }
  return ownFolder;
}

/** Everything that git learns from its environment. Nothing of ours is passed on: no HOME, no GIT_*, no pager, no proxy. */
export function environmentFor(shadow: string, objects: string, shallow?: string): Record<string, string> {
  return {
    GIT_DIR: shadow,
    GIT_OBJECT_DIRECTORY: objects,
    ...(shallow === undefined ? {} : { GIT_SHALLOW_FILE: shallow }),
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: devNull,
    GIT_CONFIG_SYSTEM: devNull,
    GIT_ATTR_NOSYSTEM: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_ALLOW_PROTOCOL: "",
    GIT_PROTOCOL_FROM_USER: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_PAGER: "",
    // A crafted delta can claim any size: one allocation may not take the machine's memory.
    GIT_ALLOC_LIMIT: "1g",
    LC_ALL: "C",
    HOME: shadow,
    PATH: "",
    ...(process.platform === "win32" ? { SystemRoot: process.env.SystemRoot ?? "C:\\Windows" } : {}),
  };
}
