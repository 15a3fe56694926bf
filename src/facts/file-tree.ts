// One file that somebody named on the command line, as a tree that holds nothing else.
import { realpathSync } from "node:fs";
import { basename } from "node:path";
import type { Problem } from "#kit";
import { readRegular } from "./git/inside.ts";
import { fileBytes } from "./sboms/source.ts";
import { decodeText } from "./text.ts";
import type { Tree } from "./tree.ts";

/** A tree of this one file; its id is the file's name. What cannot be read is in `problems`; never throws. */
export function fileTree(path: string, maxFileBytes = 4_000_000_000): Tree {
  const name = basename(path);
  const problems: Problem[] = [];
  const unreadable = (why: string): void => {
    problems.push({ code: "file-unreadable", severity: "error", file: path, message: `It cannot be read (${why})` });
  };
  const read = async (file: string): Promise<Uint8Array | undefined> => {
    const bytes = file === name ? readRegular(realOr(path), maxFileBytes) : "missing";
    if (typeof bytes !== "string") return bytes;
    if (file === name) unreadable(bytes);
    return undefined;
  };
  return {
    id: name,
    kind: "folder",
    location: path,
    files: [{ path: name, kind: "file" }],
    read,
    stream: (file) => (file === name ? fileBytes(realOr(path), unreadable) : undefined),
    text: async (file) => {
      const bytes = await read(file);
      return bytes && decodeText(bytes);
    },
    problems,
    close: async () => {},
  };
}

/** The user may name a link; what a repository links to is never followed. */
function realOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
