// Reads a document of a kind from memory, for tests: what it hands over, by sort.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digestOfFile, type ImportReading, readImport } from "../read.ts";
import { type Imported, importedFrom } from "../imported.ts";

/** `content`: a value that becomes JSON, a text, or bytes. */
export async function reading(kind: string, content: unknown, about?: string): Promise<ImportReading> {
  const folder = mkdtempSync(join(tmpdir(), "allmend-import-"));
  try {
    const path = join(folder, "file");
    const bytes = typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content);
    writeFileSync(path, bytes);
    const digest = await digestOfFile(path);
    return await readImport({ kind, path, name: "file", now: "2026-11-30T00:00:00Z", digest, ...(about === undefined ? {} : { about }) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same, as runs see it. */
export async function imported(kind: string, content: unknown, about?: string): Promise<Imported> {
  const { lines } = await reading(kind, content, about);
  return importedFrom(lines.map((line, index) => ({ ...line, position: { file: "file", line: index + 1 } })));
}
