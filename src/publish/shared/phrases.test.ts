// Every phrase that a problem may say has its German, and every German one is said somewhere: a report in German falls back to nothing.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { factProblems } from "#facts";
import { phrase, phraseList, phraseRow, problemText, type Problem } from "#kit";
import { meaningsDe, phrasesDe, problemIn } from "#look";
import { measureProblems } from "#measures";
import { scanProblems } from "#scan";

const src = join(import.meta.dirname, "..", "..");
const sources = globSync("{kit,program,policy,scan,measures,facts}/**/*.ts", { cwd: src })
  .filter((file) => !/\.test\.ts$|testing/.test(file))
  .map((file) => readFileSync(join(src, file), "utf8"));

/** The texts of phrase`…` with their places numbered, and the words that schemas use for what they expect. */
function said(): Set<string> {
  const texts = sources.flatMap((source) => [...source.matchAll(/\bphrase`/g)].map((found) => textFrom(source, found.index + 7)));
  const words = sources
    .filter((source) => /from "zod"/.test(source))
    .flatMap((source) => [
      ...source.matchAll(/\b(?:expecting|text|id|date|written|byId)\(\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)')|\berror: "([^"]*)"/g),
    ])
    .map(([, double, single, error]) => (double ?? single ?? error ?? "").replaceAll('\\"', '"'));
  const defaults = ["an id", "a text", "a day"];
  return new Set([...texts, ...words, ...defaults].filter((text) => text !== ""));
}

function textFrom(source: string, start: number): string {
  let [text, places] = ["", 0];
  for (let at = start; source[at] !== "`"; at++) {
    if (source[at] === "\\") text += source[++at];
    else if (source.startsWith("${", at)) {
      text += `{${places++}}`;
      at = endOfValue(source, at + 2);
    } else text += source[at];
  }
  return text;
}

/** Where the value ends that begins here; it may hold braces and templates of its own. */
function endOfValue(source: string, start: number): number {
  let at = start;
  for (let depth = 1; depth > 0; at++) {
    if (source[at] === "`") at = source.indexOf("`", at + 1);
    else if (source[at] === "{") depth++;
    else if (source[at] === "}") depth--;
  }
  return at - 1;
}

const placesOf = (text: string) => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();

describe("phrases of problems", () => {
  it("have their German, all of them, with the same places", () => {
    const all = [...said()];
    expect(all.length).toBeGreaterThan(300);
    expect(all.filter((text) => !Object.hasOwn(phrasesDe, text))).toEqual([]);
    for (const text of all) expect(placesOf(phrasesDe[text] as string), text).toEqual(placesOf(text));
  });

  it("are said somewhere, and in Swiss German", () => {
    const known = new Set([...said(), ", ", " or ", " after ", ""]);
    expect(Object.keys(phrasesDe).filter((text) => !known.has(text))).toEqual([]);
    for (const text of [...Object.values(phrasesDe), ...Object.values(meaningsDe)]) expect(text).not.toMatch(/ß|„|“/);
  });

  it("of codes that only their own reader explains have a meaning in German", () => {
    const codes = Object.keys({ ...factProblems, ...scanProblems, ...measureProblems });
    expect(codes.filter((code) => !Object.hasOwn(meaningsDe, code))).toEqual([]);
  });
});

describe("a problem in German", () => {
  const at = { code: "link-cycle", severity: "error", file: "strategy.md", line: 7 } as const;

  it("says the same with the same names, which stay as they are", () => {
    const circle = phraseRow(["b", "c", "b"], " after ");
    const problem: Problem = {
      ...at,
      ...problemText({
        message: phrase`activities wait for each other in a circle: ${circle}`,
        expected: phraseList(["a", "b", "c"]),
        hint: phrase`Did you mean "${"{0}"}"?`,
      }),
    };
    expect(problemIn(problem, "en")).toBe(problem);
    const { message, expected, hint } = problemIn(problem, "de");
    expect({ message, expected, hint }).toEqual({
      message: "Aktivitäten warten im Kreis aufeinander: b nach c nach b.",
      expected: "a, b oder c",
      hint: "Ist «{0}» gemeint?",
    });
  });

  it("that was never written as a phrase is said by its code, with what was found behind it", () => {
    const problem: Problem = { ...at, code: "lockfile-entry", message: "The entry names no version." };
    expect(problemIn(problem, "de").message).toBe(
      "Ein Eintrag eines Lockfiles ist nicht verständlich; die anderen wurden gelesen. (The entry names no version)",
    );
    expect(problemIn({ ...problem, code: "toString" }, "de").message).toBe("The entry names no version.");
  });
});
