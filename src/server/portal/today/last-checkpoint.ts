// The last checkpoint of the record, from the end of its file: the file grows for years, and nobody reads all of it for a start page.
import { open } from "node:fs/promises";

const END = 4096;

/** Undefined where there is none yet. Whether it holds is for whoever verifies the record. */
export async function lastCheckpoint(path: string): Promise<{ readonly sequence: number; readonly at: string } | undefined> {
  const file = await open(path, "r").catch(() => undefined);
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    const length = Math.min(size, END);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return parsed(buffer.toString("utf8").trimEnd().split("\n").at(-1) ?? "");
  } finally {
    await file.close();
  }
}

function parsed(line: string): { readonly sequence: number; readonly at: string } | undefined {
  try {
    const { sequence, at } = JSON.parse(line) as { sequence?: unknown; at?: unknown };
    return typeof sequence === "number" && typeof at === "string" ? { sequence, at } : undefined;
  } catch {
    return undefined;
  }
}
