// Reads a result document back. Usual ones part by part, when a part is asked for; those that are longer than a string may be, line by line, as `json.ts`
// writes them.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import type { ScanResult } from "#scan";
import { documentByPart } from "./by-part.ts";

/** Bytes up to which a document is read at once: far below the longest string (512 MiB). */
const AT_ONCE = 256 * 1024 * 1024;

/** What a run of this version writes, so that a document of an earlier one, which lacks a part, is seen for what it is. A new part is one line here. */
const PARTS: Readonly<Record<RequiredKey<ScanResult>, true>> = {
  schema: true,
  tool: true,
  now: true,
  inputs: true,
  program: true,
  repositories: true,
  components: true,
  uses: true,
  vulnerabilities: true,
  suppliers: true,
  findings: true,
  verdicts: true,
  rules: true,
  measures: true,
  communities: true,
  upstreams: true,
  compatibility: true,
  deliveries: true,
  obligations: true,
  coverage: true,
  summary: true,
  problems: true,
};
type RequiredKey<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T];

/** The result in this file; undefined for a document of another schema, or of an earlier version that lacks a part. Throws where there is no file or no JSON in it. */
export async function readResult(file: string, atOnce = AT_ONCE): Promise<ScanResult | undefined> {
  const { size } = await stat(file);
  const document = size <= atOnce ? read(await readFile(file)) : await readByLine(file);
  return isResult(document) ? document : undefined;
}

function read(bytes: Buffer): unknown {
  return documentByPart(bytes) ?? (JSON.parse(bytes.toString("utf8")) as unknown);
}

function isResult(document: unknown): document is ScanResult {
  if (typeof document !== "object" || document === null || !("schema" in document) || document.schema !== "allmend.result/1") return false;
  return Object.keys(PARTS).every((part) => part in document);
}

async function readByLine(file: string): Promise<unknown> {
  const entries: [string, unknown][] = [];
  let list: unknown[] | undefined;
  for await (const line of linesOf(file)) {
    const text = line.endsWith(",") ? line.slice(0, -1) : line;
    if (list) {
      if (text === "]") list = undefined;
      else list.push(JSON.parse(text));
    } else if (text.endsWith(":[")) {
      list = [];
      entries.push([JSON.parse(text.slice(0, -2)) as string, list]);
    } else if (text !== "{" && text !== "}" && text !== "") {
      entries.push(...Object.entries(JSON.parse(`{${text}}`) as object));
    }
  }
  return Object.fromEntries(entries);
}

/** JSON has no raw line end inside a string, so bytes can be split without regard to characters. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, end)]).toString("utf8");
      rest = [];
      from = end + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString("utf8");
}
