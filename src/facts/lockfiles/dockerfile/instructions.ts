// A Dockerfile as instructions: continued lines joined, comments and here-documents left out (https://docs.docker.com/reference/dockerfile/).

export interface Instruction {
  /** Upper case. */
  readonly name: string;
  readonly arguments: string;
  readonly line: number;
  /** Here-documents that follow it (`RUN <<END`), with the line on which each begins. */
  readonly documents?: readonly { readonly text: string; readonly line: number }[];
}

const MAX_LENGTH = 100_000;

/** All instructions in their order. */
export function instructionsOf(text: string): readonly Instruction[] {
  const lines = text.split(/\r?\n/);
  const escape = escapeOf(lines);
  const instructions: Instruction[] = [];
  const ends = new HereDocumentEnds(lines);
  for (let at = 0; at < lines.length; ) {
    const start = at;
    const parts: string[] = [];
    for (let goesOn = true; goesOn && at < lines.length; at += 1) {
      const line = (lines[at] ?? "").trim();
      if (isSkipped(line, parts.length > 0)) {
        goesOn = parts.length > 0;
        continue;
      }
      goesOn = line.endsWith(escape);
      parts.push(goesOn ? line.slice(0, -1) : line);
    }
    const joined = parts.join(" ").slice(0, MAX_LENGTH).trim();
    const found = /^([A-Za-z]+)\s+/.exec(joined);
    if (!found?.[1]) continue;
    const name = found[1].toUpperCase();
    const documents: { text: string; line: number }[] = [];
    for (const word of hereDocuments(name, joined)) {
      const from = at;
      at = ends.after(at, word);
      if (at > from) documents.push({ text: lines.slice(from, at - 1).join("\n"), line: from + 1 });
    }
    const place = { name, arguments: joined.slice(found[0].length), line: firstLine(lines, start) };
    instructions.push(documents.length === 0 ? place : { ...place, documents });
  }
  return instructions;
}

/** Comments, and inside of a continued instruction empty lines too, are as if they were not there. */
function isSkipped(line: string, isContinued: boolean): boolean {
  return line.startsWith("#") || (line === "" && isContinued) || line === "";
}

function firstLine(lines: readonly string[], start: number): number {
  let at = start;
  while (at < lines.length && ((lines[at] ?? "").trim() === "" || (lines[at] ?? "").trim().startsWith("#"))) at += 1;
  return at + 1;
}

/** `# escape=` + backtick, among the directives at the top. */
function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const directive = /^#\s*(\w+)\s*=\s*(\S+)/.exec(line.trim());
    if (!directive) return "\\";
    if (directive[1]?.toLowerCase() === "escape") return directive[2] === "`" ? "`" : "\\";
  }
  return "\\";
}

function hereDocuments(name: string, text: string): readonly string[] {
  if (name !== "RUN" && name !== "COPY" && name !== "ADD") return [];
  return [...text.matchAll(/<<-?\s*(["']?)([A-Za-z_]\w*)\1/g)].map((found) => found[2] ?? "");
}

/** Where lines stand that can end a here-document; made once, when the first one is met. */
class HereDocumentEnds {
  readonly #lines: readonly string[];
  #byWord: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The index after the line that holds only this word; `from` where there is none. */
  after(from: number, word: string): number {
    this.#byWord ??= Map.groupBy(this.#lines.keys(), (index) => (this.#lines[index] ?? "").replace(/^\t+/, "").trimEnd());
    const end = (this.#byWord.get(word) ?? []).find((index) => index >= from);
    return end === undefined ? from : end + 1;
  }
}
