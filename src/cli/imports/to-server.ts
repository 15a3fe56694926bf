// Decisions of a file straight to the office on the server, where they count as if they stood beside its program.
import { realpath } from "node:fs/promises";
import { digestOfFile, type ImportCounts, type ImportedLine, readImport, Unreadable } from "#facts";
import { AllmendError, type Problem } from "#kit";
import type { OfficeServer } from "../server.ts";
import { nothingTaken, unreadable } from "./import-file.ts";

export interface SentImport {
  readonly kind: string;
  readonly file: string;
  readonly digest: string;
  /** The server had it; nothing was added. */
  readonly known: boolean;
  readonly taken: number;
  /** Lines that are no decision of a component, and stay behind. */
  readonly left: number;
  readonly counts: ImportCounts;
  readonly problems: readonly Problem[];
  readonly judgement?: string;
}

interface Asked {
  readonly kind: string;
  readonly path: string;
  readonly name: string;
  readonly now: string;
}

/** Throws AllmendError `import-unreadable` or `import-empty`, and what the server refuses. */
export async function importToServer(server: OfficeServer, asked: Asked): Promise<SentImport> {
  if (asked.kind !== "approvals") {
    throw new AllmendError("import-not-for-server", "input", `${asked.kind} cannot be sent to the server`, {
      hint: "Only approvals can. Import it beside the program, then send the program: allmend program push.",
    });
  }
  const request = { ...asked, path: await realpath(asked.path) };
  const digest = await digestOfFile(request.path);
  const { lines, origin, counts, problems } = await read(request, digest);
  const decisions = lines.filter(({ kind }) => kind === "approval").map(decisionOf);
  const curations = lines.filter(({ kind }) => kind === "package-license").map(curationOf);
  const left = lines.filter(({ kind }) => !TAKEN.has(kind)).length;
  if (decisions.length + curations.length === 0) throw nothingTaken(request, problems);
  const { taken, again, judgement } = await server.ask<{ taken: number; again: boolean; judgement?: string }>(
    "POST",
    "/api/imports/approvals",
    { name: request.name, digest, ...(origin.tool === undefined ? {} : { tool: origin.tool }), decisions, curations },
  );
  const told = { kind: request.kind, file: request.name, digest, known: again, taken, left, counts, problems };
  return { ...told, ...(judgement === undefined ? {} : { judgement }) };
}

/** What else a file holds stays behind. */
const TAKEN: ReadonlySet<string> = new Set(["approval", "package-license", "imported-file"]);

async function read(request: Asked, digest: string) {
  try {
    return await readImport({ ...request, digest });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw unreadable(request, error);
  }
}

function curationOf({ subject, data: { concluded, because } }: ImportedLine): object {
  return { component: subject, license: concluded, ...(because === undefined ? {} : { because }) };
}

function decisionOf({ subject, at, by, data: { import: _import, ...data } }: ImportedLine): object {
  return { component: subject, at, ...(by === undefined ? {} : { by }), ...data };
}
