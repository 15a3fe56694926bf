// Files of the build tools, broken in every way: a reader answers with a sound reading or with `Unreadable`, and soon.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFor } from "./registry.ts";
import { casesFolder, contextOver } from "./testing/reading.ts";
import { samples } from "./testing/samples-build-tools.ts";
import { type LockfileFormat, type Reading, Unreadable } from "./types.ts";
import { cpuTime } from "../../../test/cpu-time.ts";

const FOLDERS = [
  ..."cabal conanlock cpan csproj githubworkflow gradlelockfile gradleverificationmetadataxml gradleversioncatalog".split(" "),
  ..."nugetcpm packagesconfig packageslockjson paketdependencies paketlock pomxml renvlock stacklock".split(" "),
];

/** Pieces that have broken parsers: signs of these formats, names of every object, odd characters, numbers out of range. */
const PIECES = [
  ..."{ } [ ] ( ) < > / \\ \" ' : ; , = $ # @ & * | ! ? % ` ~ + - . .. ../ // /* */ -- ${ ${a} $( $(A) ]]> <!-- --> <a> </a> &lt; &x; &#0; <!DOCTYPE <![CDATA[".split(
    " ",
  ),
  ..."__proto__ constructor prototype toString null true NaN 1e999 -1 0x 99999999999999999999 empty FROM NUGET GROUP any. ==".split(" "),
  "\n",
  "\r\n",
  "\t",
  "  ",
  "\u0000",
  "\uFEFF",
  "\uD800",
  "\u2028",
  "é",
  "",
  "a".repeat(5_000),
  "(".repeat(300),
  "[".repeat(300),
  "{".repeat(300),
  "$(".repeat(300),
  "${".repeat(300),
];

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  piece: fc.constantFrom(...PIECES),
  kind: fc.constantFrom("insert", "replace", "delete", "repeat", "cut"),
});

function mutate(text: string, { at, length, piece, kind }: { at: number; length: number; piece: string; kind: string }): string {
  const start = Math.floor(at * text.length);
  const before = text.slice(0, start);
  const inside = text.slice(start, start + length);
  const after = text.slice(start + length);
  switch (kind) {
    case "insert":
      return before + piece + inside + after;
    case "replace":
      return before + piece + after;
    case "delete":
      return before + after;
    case "repeat":
      return before + inside.repeat(5) + after;
    default:
      return before;
  }
}

/** What every reading promises, whatever it was made from. */
function expectSound(reading: Reading, format: LockfileFormat, lines: number): void {
  const keys = new Set(reading.packages.map((entry) => entry.key));
  expect(keys.size).toBe(reading.packages.length);
  for (const entry of reading.packages) {
    expect(entry.name, format.id).not.toBe("");
    expect(entry.type).toMatch(/^[a-z]+$/);
    expect(typeof entry.version).toBe("string");
    if (entry.line !== undefined) expect(Number.isInteger(entry.line) && entry.line >= 1 && entry.line <= lines).toBe(true);
    for (const key of entry.dependsOn ?? []) expect(keys.has(key)).toBe(true);
  }
  for (const own of reading.own ?? []) {
    expect(own.name).not.toBe("");
    for (const key of own.dependsOn ?? []) expect(keys.has(key)).toBe(true);
  }
}

async function readSoundly(path: string, text: string, others: Readonly<Record<string, string>>): Promise<void> {
  const format = await formatFor(path);
  if (!format) throw new Error(`no reader for ${path}`);
  const started = cpuTime();
  try {
    expectSound(await format.read({ path, text }, contextOver({ ...others, [path]: text })), format, text.split("\n").length + 1);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
  expect(cpuTime() - started).toBeLessThan(5_000);
}

describe("samples", () => {
  it.each(Object.keys(samples))("%s gives a sound reading", async (path) => {
    await readSoundly(path, samples[path] ?? "", samples);
    const reading = await (await formatFor(path))?.read({ path, text: samples[path] ?? "" }, contextOver(samples));
    expect((reading?.packages.length ?? 0) + (reading?.own?.length ?? 0)).toBeGreaterThan(0);
  });

  it.each(Object.keys(samples))("%s may be broken", async (path) => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 6 }), async (mutations) => {
        await readSoundly(path, mutations.reduce(mutate, samples[path] ?? ""), samples);
      }),
      { numRuns: 60 },
    );
  });

  it("may be broken around what is read", async () => {
    const around = ["top/pom.xml", "gradle/libs.versions.toml", "Directory.Packages.props", "app.csproj", "paket.dependencies"];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...around), fc.array(mutation, { minLength: 1, maxLength: 4 }), async (broken, mutations) => {
        const texts = { ...samples, [broken]: mutations.reduce(mutate, samples[broken] ?? "") };
        for (const path of ["pom.xml", "build.gradle.kts", "app.csproj", "packages.lock.json", "paket.lock"])
          if (path !== broken) await readSoundly(path, samples[path] ?? "", texts);
      }),
      { numRuns: 60 },
    );
  });

  it.each(Object.keys(samples))("%s may hold anything", async (path) => {
    for (const text of [
      "",
      "\n",
      "\u0000",
      "null",
      "[]",
      "{}",
      "<a/>",
      "x".repeat(100_000),
      "(".repeat(50_000),
      "[".repeat(50_000),
      "<a>".repeat(20_000),
      "a:\n".repeat(20_000),
    ]) {
      await readSoundly(path, text, samples);
    }
  });
});

const folder = casesFolder();

describe.skipIf(folder === undefined)(`real files${folder === undefined ? " (skipped: ../shared/cases is not here)" : ""}`, () => {
  const cases =
    folder === undefined
      ? []
      : FOLDERS.flatMap((format) =>
          existsSync(join(folder, format)) ? readdirSync(join(folder, format)).map((name) => join(folder, format, name)) : [],
        );
  const files = cases.map((path) => {
    const { file } = JSON.parse(readFileSync(join(path, "expected.json"), "utf8")) as { file: string };
    return { path: file, text: readFileSync(join(path, file), "utf8") };
  });

  it("may be broken", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.array(mutation, { minLength: 1, maxLength: 4 }), async ({ path, text }, mutations) => {
        await readSoundly(path, mutations.reduce(mutate, text), {});
      }),
      { numRuns: 250 },
    );
  });
});
