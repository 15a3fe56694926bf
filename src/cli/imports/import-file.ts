// Importing one file: read, counted, and kept: beside the program what is small enough to be reviewed, on this machine what is large.
import { realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  type Advisory,
  DatabaseWriter,
  digestOfFile,
  type ImportCounts,
  importKinds,
  isZip,
  readHomeImports,
  readImport,
  Unreadable,
  writeHomeLines,
} from "#facts";
import { AllmendError, type Problem } from "#kit";
import { appendRecords, type Program } from "#program";
import { ourAccounts } from "#scan";
import { home, homeFolder } from "../environment.ts";

export interface ImportRequest {
  readonly kind: string;
  readonly path: string;
  readonly name: string;
  readonly about?: string;
  readonly keep?: "program" | "home";
  readonly now: string;
  /** The organisation's own program; undefined where there is none here. */
  readonly program: Program | undefined;
}

export interface ImportOutcome {
  readonly kind: string;
  readonly file: string;
  readonly digest: string;
  /** It was imported before; nothing was written. */
  readonly known: boolean;
  readonly counts: ImportCounts;
  /** Where it is kept now. */
  readonly kept: string;
  readonly problems: readonly Problem[];
}

/** More lines than this nobody reviews: they stay on this machine. */
const MOST_LINES = 2000;

const NOTHING: ImportCounts = { read: 0, taken: 0, empty: {}, notUnderstood: {} };

export async function importFile(asked: ImportRequest): Promise<ImportOutcome> {
  if ((await stat(asked.path)).isDirectory()) {
    throw new AllmendError("is-a-folder", "input", `${asked.name} is a folder`, { hint: "Name the file." });
  }
  // A link is followed here, where a person named it, and nowhere else.
  const request = { ...asked, path: await realpath(asked.path) };
  const digest = await digestOfFile(request.path);
  const told = { kind: request.kind, file: request.name, digest };
  const kept = await keptAlready(digest, request);
  if (kept !== undefined) return { ...told, known: true, counts: NOTHING, kept, problems: [] };
  try {
    return { ...told, known: false, ...(await readAndKeep(request, digest)) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw unreadable(request, error);
  }
}

type Kept = Pick<ImportOutcome, "counts" | "kept" | "problems">;

async function readAndKeep(request: ImportRequest, digest: string): Promise<Kept> {
  return request.kind === "osv" && (await isZip(request.path)) ? intoDatabase(request, digest) : intoLines(request, digest);
}

async function intoLines(request: ImportRequest, digest: string): Promise<Kept> {
  const isOurs = request.program && ourAccounts(request.program);
  const { lines, counts, problems } = await readImport({ ...request, digest, ...(isOurs ? { isOurs } : {}) });
  const unknown = request.kind === "change-requests" && !isOurs ? [oursUnknown(request)] : [];
  if (counts.taken === 0 && Object.keys(counts.notUnderstood).length > 0) throw nothingTaken(request, problems);
  const small = lines.length <= MOST_LINES;
  if (request.kind === "approvals" && !request.program) throw noProgram();
  // What was decided is read with the program and by nobody else: it never stays on one machine.
  const beside =
    request.kind === "approvals"
      ? request.program
      : request.keep === "home"
        ? undefined
        : request.keep === "program" || small
          ? request.program
          : undefined;
  if (request.keep === "program" && !request.program) throw noProgram();
  const kept = beside
    ? await appendRecords(beside.location, `imported-${request.kind}`, lines)
    : await writeHomeLines(homeFolder("imports"), `${request.kind}-${digest.slice(0, 16)}`, lines);
  return { counts, kept, problems: [...problems, ...unknown] };
}

function oursUnknown({ name }: ImportRequest): Problem {
  return {
    code: "import-ours-unknown",
    severity: "warning",
    file: name,
    message: "which of these are ours is not known: figures about what we offered stay empty",
    hint: "Name your organisations on forges (forges in organization.yaml) or people by their no-reply address (affiliations.yaml), then import a fresh list.",
  };
}

async function intoDatabase(request: ImportRequest, digest: string): Promise<Kept> {
  const folder = join(homeFolder("imports"), "advisories");
  const writer = await DatabaseWriter.open(folder);
  try {
    const { counts, problems, origin } = await readImport({ ...request, digest, advisories: (advisory: Advisory) => writer.add(advisory) });
    if (counts.taken === 0) throw nothingTaken(request, problems);
    await writer.finish({
      digest,
      name: request.name,
      kind: request.kind,
      ...(origin.at === undefined ? {} : { at: origin.at }),
      covers: origin.covers ?? [],
      taken: counts.taken,
      notUnderstood: Object.values(counts.notUnderstood).reduce((a, b) => a + b, 0),
    });
    return { counts, kept: folder, problems };
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}

/** The same file twice is once: for the same subject, and where it still stands. */
async function keptAlready(digest: string, request: ImportRequest): Promise<string | undefined> {
  const same = (data: Readonly<Record<string, unknown>>) =>
    data.digest === digest && data.kind === request.kind && data.about === request.about;
  const record = request.program?.records.find((entry) => entry.kind === "imported-file" && same(entry.data));
  if (record && request.keep !== "home") return join(request.program?.location ?? "", record.position.file);
  const own = await readHomeImports(home("imports"));
  if (own.database?.current.sources.some((source) => source.digest === digest && source.kind === request.kind)) return own.database.folder;
  const line = own.lines.find((entry) => entry.kind === "imported-file" && same(entry.data));
  return line && request.keep !== "program" ? join(home("imports"), "lines", line.position.file.slice("home:imports/".length)) : undefined;
}

export function unreadable(request: Pick<ImportRequest, "kind" | "name">, error: Unreadable): AllmendError {
  const how = importKinds.find(({ name }) => name === request.kind)?.how ?? "";
  const line = error.line === undefined ? "" : `:${error.line}`;
  const expected = error.expected === undefined ? "" : ` Expected: ${error.expected}.`;
  return new AllmendError("import-unreadable", "input", `${request.name}${line}: ${error.message}`, {
    hint: `Nothing was imported.${expected} Such a file comes from: ${how}`,
  });
}

export function nothingTaken(request: Pick<ImportRequest, "kind" | "name">, problems: readonly Problem[]): AllmendError {
  const [first] = problems;
  return new AllmendError("import-empty", "input", `${request.name} holds nothing that could be taken as ${request.kind}`, {
    hint: first ? `${first.message}.` : "Is it a file of another kind?",
  });
}

function noProgram(): AllmendError {
  return new AllmendError("no-program", "input", "there is no program of your own beside which it could be kept", {
    hint: 'Write one with "allmend init", name it with --program, or leave out --keep.',
  });
}
