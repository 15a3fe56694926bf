// server.yaml: read once at the start; what is wrong with it stops the start and names its line.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { AllmendError } from "#kit";
import { type ServerDocument, serverDocument } from "./config.ts";

/** The document at `path`, else server.yaml in ALLMEND_HOME; what is not there says nothing. */
export async function readServerDocument(home: string, path?: string): Promise<ServerDocument> {
  const file = path ?? join(home, "server.yaml");
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && path === undefined) return "";
    throw error;
  });
  return parseServerDocument(text, file);
}

export function parseServerDocument(text: string, file: string): ServerDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: "error" });
  const [broken] = document.errors;
  if (broken) throw wrong(file, lines.linePos(broken.pos[0]).line, broken.message.split("\n")[0] ?? "it is no YAML");
  const result = serverDocument.safeParse(document.toJS({ maxAliasCount: 20 }) ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const line = lineOf(document, lines, issue?.path ?? []);
  throw wrong(file, line, `${issue?.path.join(".") || "the document"}: ${issue?.message ?? "is not valid"}`);
}

/** Of the part that is wrong, or of the nearest around it that is there. */
function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
  }
  return 1;
}

function wrong(file: string, line: number, message: string): AllmendError {
  return new AllmendError("server-config-invalid", "input", `${file}:${line}: ${message}`, {
    hint: "docs/handbook/server.md says what it may hold.",
  });
}
