// Everything that was imported and counts today: of files that replace each other the latest, of advisories the newest.
import type { Problem } from "#kit";
import type { Advisory, Mark, Statement } from "../vulnerabilities/types.ts";
import { type ImportedKind, type ImportedLine, isImportedKind } from "./kinds.ts";
import { type ImportedData, importedData } from "./lines.ts";
import type { ChangeRequest, ChangeRequests, FileLicenses, ForeignResolution, Lifecycle, PackageLicense, Scorecard } from "./types.ts";

/** A file that was imported: what a result names among its inputs. */
export interface ImportedFile {
  readonly kind: string;
  readonly name: string;
  readonly digest: string;
  /** When its source made it, or when it was imported. */
  readonly at: string;
  readonly tool?: string;
  readonly about?: string;
  readonly covers?: readonly string[];
  readonly looksAt?: readonly string[];
  readonly taken: number;
  readonly notUnderstood: number;
}

export interface Imported {
  readonly files: readonly ImportedFile[];
  readonly advisories: readonly Advisory[];
  readonly statements: readonly Statement[];
  readonly marks: readonly Mark[];
  readonly fileLicenses: readonly (FileLicenses & { readonly about: string; readonly by: string })[];
  readonly packageLicenses: readonly (PackageLicense & { readonly by: string })[];
  readonly resolutions: readonly ForeignResolution[];
  readonly scorecards: readonly (Scorecard & { readonly at: string })[];
  readonly lifecycles: readonly (Lifecycle & { readonly at: string })[];
  readonly changeRequests: readonly ChangeRequests[];
  readonly problems: readonly Problem[];
}

/** A line with the place it stands at. */
export interface PlacedLine extends ImportedLine {
  readonly position: { readonly file: string; readonly line: number };
}

type Read = { [K in ImportedKind]: { readonly kind: K; readonly line: PlacedLine; readonly data: ImportedData<K> } }[ImportedKind];

export function importedFrom(lines: Iterable<PlacedLine>): Imported {
  const problems: Problem[] = [];
  const read = [...lines].flatMap((line) => readLine(line, problems));
  const current = currentImports(read);
  const counting = read.filter(({ data }) => data.import === undefined || current.has(data.import));
  return {
    files: filesOf(counting),
    advisories: newest(counting),
    statements: of(counting, "vex").map(({ line, data }) => statementOf(line, data)),
    marks: of(counting, "exploitation").map(({ line, data }) => ({ id: line.id ?? "", ...own(data) })),
    fileLicenses: of(counting, "file-licenses").map(({ line, data }) => ({
      ...own(data),
      about: line.subject ?? "",
      by: line.by ?? "",
    })),
    packageLicenses: of(counting, "package-license").map(({ line, data }) => ({
      purl: line.subject ?? "",
      ...own(data),
      by: line.by ?? "",
    })),
    resolutions: of(counting, "foreign-resolution").map(({ data }) => own(data)),
    scorecards: of(counting, "scorecard").map(({ line, data }) => ({
      project: line.subject ?? "",
      at: line.at,
      ...own(data),
    })),
    lifecycles: of(counting, "lifecycle").map(({ line, data }) => ({ product: line.id ?? "", at: line.at, ...own(data) })),
    changeRequests: changeRequestsOf(counting),
    problems,
  };
}

/** What a line says, without the import that it belongs to. */
function own<D extends { readonly import?: string | undefined }>(data: D): Omit<D, "import"> {
  const { import: _import, ...rest } = data;
  return rest;
}

function readLine(line: PlacedLine, problems: Problem[]): Read[] {
  if (!isImportedKind(line.kind)) return [];
  const checked = importedData[line.kind].safeParse(line.data);
  if (checked.success) return [{ kind: line.kind, line, data: checked.data } as Read];
  const [issue] = checked.error.issues;
  problems.push({
    code: "import-line",
    severity: "error",
    file: line.position.file,
    line: line.position.line,
    message: `a line of kind ${line.kind} is not understood: ${["data", ...(issue?.path ?? [])].join(".")}: ${issue?.message ?? "it has another form"}`,
    hint: "Import the file again; lines of imports are written by allmend import.",
  });
  return [];
}

function of<K extends ImportedKind>(read: readonly Read[], kind: K): Extract<Read, { kind: K }>[] {
  return read.filter((entry): entry is Extract<Read, { kind: K }> => entry.kind === kind);
}

/** Imports that no later one of the same source replaces. */
function currentImports(read: readonly Read[]): Set<string> {
  const latest = new Map<string, { at: string; id: string }>();
  const current = new Set<string>();
  for (const { line, data } of of(read, "imported-file")) {
    const { replaces, import: id } = data;
    if (replaces === undefined) {
      current.add(id);
      continue;
    }
    const key = `${data.kind}\n${replaces}`;
    const known = latest.get(key);
    // Of the same moment the later line counts.
    if (!known || line.at >= known.at) latest.set(key, { at: line.at, id });
  }
  for (const { id } of latest.values()) current.add(id);
  return current;
}

function filesOf(read: readonly Read[]): ImportedFile[] {
  const files = new Map<string, ImportedFile>();
  for (const { line, data } of of(read, "imported-file")) {
    const before = files.get(data.import);
    const looksAt = [...(before?.looksAt ?? []), ...(data.looksAt ?? [])];
    files.set(data.import, {
      kind: data.kind,
      name: data.name,
      digest: data.digest,
      at: line.at,
      ...(data.tool === undefined ? {} : { tool: data.tool }),
      ...(data.about === undefined ? {} : { about: data.about }),
      ...(data.covers === undefined ? {} : { covers: data.covers }),
      ...(looksAt.length === 0 ? {} : { looksAt }),
      taken: data.counts.taken,
      notUnderstood: Object.values(data.counts.notUnderstood).reduce((a, b) => a + b, 0),
    });
  }
  return [...files.values()];
}

/** Of the same advisory from the same source the one that was changed last. */
function newest(read: readonly Read[]): Advisory[] {
  const found = new Map<string, Advisory>();
  for (const { line, data } of of(read, "vulnerability")) {
    const { import: id, ...rest } = data;
    const advisory: Advisory = { id: line.id ?? "", ...rest };
    const key =
      rest.source === "osv"
        ? `osv\n${advisory.id}`
        : `${id}\n${advisory.id}\n${advisory.affected.map((entry) => entry.package).join()}\n${line.position.line}`;
    const known = found.get(key);
    if (!known || (advisory.modified ?? "") >= (known.modified ?? "")) found.set(key, advisory);
  }
  return [...found.values()];
}

/** By project; of a request that several files tell the newest counts. */
function changeRequestsOf(read: readonly Read[]): ChangeRequests[] {
  const projects = new Map<string, Map<number, ChangeRequest>>();
  for (const { line, data } of of(read, "change-requests").sort((a, b) => (a.line.at < b.line.at ? -1 : a.line.at > b.line.at ? 1 : 0))) {
    const known = projects.get(line.subject ?? "") ?? new Map<number, ChangeRequest>();
    projects.set(line.subject ?? "", known);
    for (const request of data.requests) known.set(request.number, request);
  }
  return [...projects].map(([project, requests]) => ({ project, requests: [...requests.values()] }));
}

function statementOf(line: PlacedLine, data: ImportedData<"vex">): Statement {
  return { id: line.id ?? "", by: line.by ?? "", at: line.at, ...own(data) };
}
