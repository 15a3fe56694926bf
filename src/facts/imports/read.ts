// One file of a kind, read and counted. Small ones become lines; a whole database goes to whoever takes advisories.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Problem } from "#kit";
import type { Advisory } from "../vulnerabilities/types.ts";
import { ImportCounter, type ImportCounts } from "./count.ts";
import type { ImportedLine } from "./kinds.ts";
import { importKind } from "./registry.ts";
import { momentOf } from "./shared/text.ts";
import type { ImportInput, ImportOrigin, ImportSink } from "./types.ts";

export interface ReadFileOptions {
  readonly kind: string;
  readonly path: string;
  /** How problems and records name the file. */
  readonly name: string;
  /** Repository or product that it is about. */
  readonly about?: string;
  /** When it is imported: the time of lines whose source does not tell its own. */
  readonly now: string;
  readonly digest: string;
  readonly isOurs?: ImportInput["isOurs"];
  /** Takes advisories instead of lines being made of them. */
  readonly advisories?: (advisory: Advisory) => void;
}

export interface ImportReading {
  /** The file's own line first, then the others. */
  readonly lines: readonly ImportedLine[];
  readonly origin: ImportOrigin;
  readonly counts: ImportCounts;
  readonly problems: readonly Problem[];
}

export async function digestOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest("hex");
}

/** Reads a file. Throws `Unreadable` where it is none of its kind. */
export async function readImport(options: ReadFileOptions): Promise<ImportReading> {
  const kind = importKind(options.kind);
  const lines: ImportedLine[] = [];
  const looksAt = new Set<string>();
  const counter = new ImportCounter();
  const id = options.digest.slice(0, 16);
  const sink = counter.counting({ ...lineSink(lines, id, options), looksAt: (purl) => void looksAt.add(purl) });
  const { path, name, about, isOurs } = options;
  const input = { path, name, ...(about === undefined ? {} : { about }), ...(isOurs ? { isOurs } : {}) };
  const origin = await (await kind.load())(input, sink);
  const at = momentOf(origin.at) ?? options.now;
  const counts = counter.counts();
  const timed = lines.map((line) => (line.at === "" ? { ...line, at } : line));
  return {
    lines: [...fileLines({ options, id, at, origin, counts, looksAt: [...looksAt].sort() }), ...timed],
    origin,
    counts,
    problems: counter.problems(name),
  };
}

/** Makes a line of each thing. Without a time of its own it gets that of the file. */
function lineSink(lines: ImportedLine[], id: string, options: ReadFileOptions): Omit<ImportSink, "empty" | "notUnderstood" | "looksAt"> {
  const by = options.kind;
  const add = (line: Omit<ImportedLine, "at" | "data"> & { at?: string | undefined; data: object }) =>
    void lines.push({
      kind: line.kind,
      at: momentOf(line.at) ?? "",
      by: line.by ?? by,
      ...optional(line),
      data: { import: id, ...line.data },
    });
  return {
    advisory: (advisory) => {
      if (options.advisories) return options.advisories(advisory);
      const { id: own, ...data } = advisory;
      add({ kind: "vulnerability", id: own, at: advisory.modified, data });
    },
    statement: ({ id: own, by: who, at, ...data }) => add({ kind: "vex", id: own, by: who, at, data }),
    mark: ({ id: own, ...data }) => add({ kind: "exploitation", id: own, data }),
    fileLicenses: (data) => add({ kind: "file-licenses", subject: options.about, data }),
    packageLicense: ({ purl, ...data }) => add({ kind: "package-license", subject: purl, data }),
    resolution: (data) => add({ kind: "foreign-resolution", subject: options.about, data }),
    // A record like those that our own cases write: decisions count wherever they were made.
    approval: ({ component, by: who, at, outcome, ...data }) =>
      add({ kind: "approval", subject: component, id: `${by}-${id}-${lines.length + 1}`, by: who, at, data: { outcome, ...data } }),
    lifecycle: ({ product, ...data }) => add({ kind: "lifecycle", id: product, data }),
    changeRequests: ({ project, requests }) => {
      for (let from = 0; from < requests.length; from += NAMED_IN_LINE) {
        add({ kind: "change-requests", subject: project, data: { requests: requests.slice(from, from + NAMED_IN_LINE) } });
      }
    },
    scorecard: ({ project, ...data }) => add({ kind: "scorecard", subject: project, data }),
  };
}

function optional({ subject, id }: Pick<ImportedLine, "subject" | "id">): Pick<ImportedLine, "subject" | "id"> {
  return { ...(subject === undefined ? {} : { subject }), ...(id === undefined ? {} : { id }) };
}

interface FileFacts {
  readonly options: ReadFileOptions;
  readonly id: string;
  readonly at: string;
  readonly origin: ImportOrigin;
  readonly counts: ImportCounts;
  readonly looksAt: readonly string[];
}

/** Packages named in one line: a line has its limit. */
const NAMED_IN_LINE = 5000;

function fileLines({ options, id, at, origin, counts, looksAt }: FileFacts): ImportedLine[] {
  const { kind, name, digest, about } = options;
  const { replaces, tool, covers } = origin;
  const data = {
    import: id,
    kind,
    name,
    digest,
    ...(replaces === undefined ? {} : { replaces }),
    ...(tool === undefined ? {} : { tool }),
    ...(about === undefined ? {} : { about }),
    ...(covers === undefined ? {} : { covers }),
    counts,
  };
  const lines: ImportedLine[] = [];
  for (let from = 0; from === 0 || from < looksAt.length; from += NAMED_IN_LINE) {
    const part = looksAt.slice(from, from + NAMED_IN_LINE);
    lines.push({ kind: "imported-file", at, by: kind, id, data: part.length === 0 ? data : { ...data, looksAt: part } });
  }
  return lines;
}
