// A repository that exists only in memory: for tests.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "#kit";
import type { Tree, TreeFile } from "../tree.ts";

/** A tree over these files (path → content). Blob ids are made from the contents, as git would. */
export function memoryTree(contents: Readonly<Record<string, string | Uint8Array>>, options: { id?: string; commit?: string } = {}): Tree {
  const byPath = new Map(Object.entries(contents));
  const files: TreeFile[] = [...byPath].map(([path, content]) => ({
    path,
    kind: "file",
    oid: sha256(content).slice(0, 40),
    size: typeof content === "string" ? Buffer.byteLength(content) : content.length,
  }));
  return {
    id: options.id ?? "memory",
    kind: options.commit === undefined ? "folder" : "git",
    location: "/nowhere",
    ...(options.commit === undefined ? {} : { commit: options.commit }),
    files,
    read: async (path) => {
      const content = byPath.get(path);
      return typeof content === "string" ? new TextEncoder().encode(content) : content;
    },
    text: async (path) => {
      const content = byPath.get(path);
      return content === undefined || typeof content === "string" ? content : new TextDecoder("utf-8").decode(content);
    },
    problems: [],
    close: async () => {},
  };
}

/** The same over a folder on disk, read at once and wholly: for cases under `../shared/cases`. `without`: names that are not part of it. */
export function folderTree(folder: string, id?: string, without: readonly string[] = []): Tree {
  const contents: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || without.includes(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    contents[path.slice(folder.length + 1)] = readFileSync(path);
  }
  return memoryTree(contents, id === undefined ? {} : { id });
}
