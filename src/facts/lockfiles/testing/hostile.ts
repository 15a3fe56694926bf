// For tests: real text, damaged. Whatever comes in, a reader answers or says `Unreadable`, soon.
import fc from "fast-check";
import { expect } from "vitest";
import { type LockfileFormat, type Reading, Unreadable } from "../types.ts";
import { contextOver } from "./reading.ts";
import { cpuTime } from "../../../../test/cpu-time.ts";

/** Pieces that parsers trip over. */
const PIECES = [
  ..."\"'`{}[]()<>,;:=#@!%&|*\\/.-~^$ \t\n\r\u0000\u2028\uFEFF\uD800",
  "__proto__",
  "constructor",
  "=>",
  '"""',
  "'''",
  "[[",
  "<<",
  "\r\n",
  "\n\n",
  "#{",
  "%w(",
  "../../..",
  "null",
  "-1",
  "1e999",
  "// ",
  "\\\n",
];

type Edit = readonly [kind: "cut" | "insert" | "repeat" | "truncate", at: number, size: number, piece: string];

const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.constantFrom("cut", "insert", "repeat", "truncate"),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.nat(40),
  fc.constantFrom(...PIECES),
);

function damaged(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const [kind, place, size, piece] of edits) {
    const at = Math.floor(place * result.length);
    if (kind === "cut") result = result.slice(0, at) + result.slice(at + size);
    else if (kind === "insert") result = result.slice(0, at) + piece + result.slice(at);
    else if (kind === "repeat") result = result.slice(0, at) + result.slice(at, at + size).repeat(5) + result.slice(at);
    else result = size === 0 ? result.slice(0, at) : result;
  }
  return result;
}

/** The longest that reading a damaged sample may take, in milliseconds: samples are small, the machine may be busy. */
const SOON = 2000;

/** Asserts that a reader stays calm over damaged forms of a sample and over long runs of single pieces (`length` of them). */
export async function staysCalm(
  format: LockfileFormat,
  path: string,
  texts: Readonly<Record<string, string>>,
  { runs = 80, length = 20_000 }: { readonly runs?: number; readonly length?: number } = {},
): Promise<void> {
  const sample = texts[path] ?? "";
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      await readsSoon(format, path, texts, damaged(sample, edits));
    }),
    { numRuns: runs },
  );
  for (const piece of PIECES) await readsSoon(format, path, texts, sample + piece.repeat(length));
  for (const line of sample.split("\n").slice(0, 40)) {
    await readsSoon(format, path, texts, `${line}\n`.repeat(length / 8));
    await readsSoon(format, path, texts, `${line} `.repeat(length / 8));
  }
}

async function readsSoon(format: LockfileFormat, path: string, texts: Readonly<Record<string, string>>, text: string): Promise<void> {
  const start = cpuTime();
  try {
    checkReading(await format.read({ path, text }, contextOver({ ...texts, [path]: text })));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    expect(error.message).not.toBe("");
    expect(error.message.length).toBeLessThan(300);
  }
  expect(cpuTime() - start, `time for ${JSON.stringify(text.slice(0, 200))}`).toBeLessThan(SOON);
}

/** What holds for every reading: keys are unique, edges lead to entries, lines count from one. */
export function checkReading(reading: Reading): void {
  const keys = new Set(reading.packages.map((entry) => entry.key));
  expect(keys.size).toBe(reading.packages.length);
  for (const entry of reading.packages) {
    expect(entry.name).not.toBe("");
    expect(typeof entry.version).toBe("string");
    if (entry.line !== undefined) expect(entry.line).toBeGreaterThan(0);
    for (const needed of entry.dependsOn ?? []) if (!keys.has(needed)) expect.fail(`${entry.key} needs ${needed}, which is no entry`);
  }
  for (const own of reading.own ?? []) {
    for (const needed of own.dependsOn ?? []) if (!keys.has(needed)) expect.fail(`${own.name} needs ${needed}, which is no entry`);
  }
}
