import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../environment.ts";
import { problemTables } from "./errors.ts";

const sources = new Map(
  readdirSync(join(packageRoot, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !/\bgenerated?\b|\btesting\b|problem-codes/.test(file))
    .map((file) => [file, readFileSync(join(packageRoot, "src", file), "utf8")]),
);
const known = new Set(problemTables.flatMap(({ codes }) => Object.keys(codes)));

/** Places where a code is written down as a text: what a helper takes is held to a table by its type. */
const WRITTEN = [
  /new AllmendError\(\s*"([a-z0-9-]+)"/g,
  /\bcode: "([a-z0-9-]+)"/g,
  /\bcode: [^,{}\n]*\? "([a-z0-9-]+)" : "([a-z0-9-]+)"/g,
  /\bcode: [^,{}\n]*\?\? "([a-z0-9-]+)"/g,
  /\b(?:problem|report|note|warning|fault|warn)\(\s*"([a-z0-9]+-[a-z0-9-]+)"/g,
  /#(?:tell|report)\([^"]{0,30}"([a-z0-9]+-[a-z0-9-]+)"/g,
  /\bfault\([^"]{0,40}"([a-z0-9]+-[a-z0-9-]+)"/g,
];

function codesIn(text: string): string[] {
  return WRITTEN.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match) => match.slice(1).filter((code) => code !== undefined)));
}

describe("codes of problems", () => {
  it("stand in a table, each of them", () => {
    const unknown = [...sources].flatMap(([file, text]) =>
      codesIn(text)
        .filter((code) => !known.has(code) && code !== "custom")
        .map((code) => `${file}: ${code}`),
    );
    expect(unknown).toEqual([]);
  });

  it("are looked for where they are written down", () => {
    const found = new Set([...sources.values()].flatMap(codesIn));
    for (const code of ["program-invalid", "lockfile-unreadable", "git-shallow", "rule-type", "search-stopped"])
      expect(found).toContain(code);
  });

  it("are passed on by helpers under the type of a table", () => {
    const signature = /\([^()]*\bcode: string\b[^()]*\bmessage: string\b[^()]*\): \w+/;
    expect([...sources].filter(([, text]) => signature.test(text)).map(([file]) => file)).toEqual([]);
    expect("#tell(code: string, message: string): void {").toMatch(signature);
  });

  it("mean one thing: no code stands in two tables", () => {
    const all = problemTables.flatMap(({ codes }) => Object.keys(codes));
    expect(all.filter((code, index) => all.indexOf(code) !== index)).toEqual([]);
  });

  it("are used: a table holds none that nothing says", () => {
    const everything = [...sources.values()].join("\n");
    const unused = [...known].filter((code) => !everything.includes(`"${code}"`));
    expect(unused).toEqual([]);
  });

  it("say what they mean and what to do in sentences", () => {
    for (const { codes } of problemTables)
      for (const [code, { means, remedy }] of Object.entries(codes)) {
        expect(means, code).toMatch(/^\S.*\.$/);
        expect(remedy, code).toMatch(/^\S.*\.$/);
      }
  });
});
