// The OSADL matrix (matrixseqexpl.json, or the CSV), imported when a program runs: `{timestamp, licenses: [{name: OUTBOUND, compatibilities: [{name: INBOUND, compatibility, explanation}]}]}`.
import { arrayField, entriesOf, field, textField } from "../../lockfiles/shared/data.ts";
import type { CompatibilityMatrix } from "./types.ts";

const MOST_PAIRS = 2_000_000;

export interface ReadMatrix {
  readonly matrix: CompatibilityMatrix;
  readonly pairs: number;
  /** As the file has it. */
  readonly timestamp?: string;
}

/** `Yes`, `Same`: compatible; `No`: not; everything else (`Unknown`, `Check dependency`): nobody knows. */
function meaningOf(word: string): boolean | undefined {
  const plain = word.trim().toLowerCase();
  return plain === "yes" || plain === "same" ? true : plain === "no" ? false : undefined;
}

class Pairs {
  readonly #answers = new Map<string, boolean | undefined>();

  add(outbound: string, inbound: string, word: string): void {
    if (this.#answers.size < MOST_PAIRS) this.#answers.set(keyOf(outbound, inbound), meaningOf(word));
  }

  read(timestamp?: string): ReadMatrix {
    const source = timestamp === undefined ? "imported matrix" : `imported matrix of ${timestamp}`;
    const answers = this.#answers;
    return {
      pairs: answers.size,
      ...(timestamp === undefined ? {} : { timestamp }),
      matrix: (outbound, inbound) => {
        const key = keyOf(outbound, inbound);
        return answers.has(key) ? { compatible: answers.get(key), reason: "matrix", source, confidence: 0.9 } : undefined;
      },
    };
  }
}

function keyOf(outbound: string, inbound: string): string {
  return `${outbound.toLowerCase()}\n${inbound.toLowerCase()}`;
}

/** Reads a matrix; undefined where the text is none. */
export function readMatrix(text: string): ReadMatrix | undefined {
  const read = text.trimStart().startsWith("{") ? fromJson(text) : fromCsv(text);
  return read && read.pairs > 0 ? read : undefined;
}

function fromJson(text: string): ReadMatrix | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return undefined;
  }
  const pairs = new Pairs();
  const sequence = arrayField(document, "licenses");
  if (sequence) for (const license of sequence) addRow(textField(license, "name"), wordsIn(license), pairs);
  // matrix.json: `{OUTBOUND: {INBOUND: word}}`.
  else for (const [outbound, row] of entriesOf(document)) addRow(outbound, entriesOf(row), pairs);
  return pairs.read(textField(document, "timestamp")?.slice(0, 40));
}

function wordsIn(license: unknown): [string, unknown][] {
  return (arrayField(license, "compatibilities") ?? []).map((one) => [textField(one, "name") ?? "", field(one, "compatibility")]);
}

function addRow(outbound: string | undefined, row: readonly [string, unknown][], pairs: Pairs): void {
  if (outbound === undefined) return;
  for (const [inbound, word] of row) if (inbound !== "" && typeof word === "string") pairs.add(outbound, inbound, word);
}

/** The first line names the inbound licences, the first column the outbound ones. */
function fromCsv(text: string): ReadMatrix | undefined {
  const [head = "", ...lines] = text.split(/\r?\n/);
  const separator = head.includes(";") && !head.includes(",") ? ";" : ",";
  const cells = (line: string) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
  const names = cells(head).slice(1);
  if (names.length === 0) return undefined;
  const pairs = new Pairs();
  for (const line of lines) {
    const [outbound = "", ...words] = cells(line);
    if (outbound !== "")
      for (const [index, word] of words.entries()) if (names[index] && word !== "") pairs.add(outbound, names[index], word);
  }
  return pairs.read();
}
