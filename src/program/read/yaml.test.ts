import { describe, expect, it } from "vitest";
import { ProblemList } from "./problems.ts";
import { readYaml } from "./yaml.ts";
import { cpuTime } from "../../../test/cpu-time.ts";

function read(text: string, written: readonly string[] = []) {
  const problems = new ProblemList();
  const page = readYaml({ file: "a.yaml", text, place: (line, column) => ({ line, column }) }, problems, new Set(written));
  return {
    page,
    value: page.value,
    problems: problems.sorted().map(({ code, line, column, message }) => `${line}:${column} ${code} ${message}`),
  };
}

describe("reading YAML", () => {
  it("gives plain values and the place of each", () => {
    const { page, value } = read("a: 1\nb:\n  - c: [x, 'y']\n    d: yes\n");
    expect(value).toEqual({ a: 1, b: [{ c: ["x", "y"], d: "yes" }] });
    expect(page.position(["b", 0, "c", 1])).toEqual({ file: "a.yaml", line: 3, column: 12 });
    expect(page.position(["b", 0, "d"], "key")).toMatchObject({ line: 4, column: 5 });
    expect(page.position(["b", 0, "nothing"])).toMatchObject({ line: 3, column: 5 });
  });

  it("keeps what is meant as a text as it was written", () => {
    expect(read("version: 2026.10\ntarget: 0\nn: 2026.10\n", ["version", "target"]).value).toEqual({
      version: "2026.10",
      target: "0",
      n: 2026.1,
    });
  });

  it("follows aliases, and says where there is no anchor", () => {
    expect(read("a: &x { b: 1 }\nc: *x\n").value).toEqual({ a: { b: 1 }, c: { b: 1 } });
    expect(read("a: *x\n").problems).toHaveLength(1);
    expect(read("a: &x [*x]\n").problems.join()).toMatch(/nested more than|unfolds/);
  });

  it("refuses tags, second documents, double keys, keys of prototypes and merge keys", () => {
    expect(read("a: !!js/function x\n").problems[0]).toMatch(/^1:4 yaml-syntax/);
    expect(read("a: !mine x\n").problems[0]).toMatch(/^1:4 yaml-syntax/);
    expect(read("a: 1\n---\nb: 2\n").problems[0]).toMatch(/yaml-syntax A second document begins here/);
    expect(read("a: 1\na: 2\n").problems).toEqual(['2:1 duplicate-key "a" stands here a second time.']);
    const { value, problems } = read("__proto__: { admin: true }\nx: 1\n");
    expect(problems).toEqual(['1:1 unknown-key The key "__proto__" is never used.']);
    expect(value).toEqual({ x: 1 });
    expect(Object.prototype).not.toHaveProperty("admin");
    expect(read("<<: { a: 1 }\n").value).toEqual({ "<<": { a: 1 } });
    expect(read("%YAML 1.1\n---\na: yes\n").value).toEqual({ a: "yes" });
    expect(read("? [a, b]\n: 1\n").problems[0]).toMatch(/yaml-syntax/);
  });

  it("stops at what no real document has, and in time", () => {
    const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join("\n");
    const laughs = `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${lines(9, (index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(", ")}]`)}\n`;
    const hostile: Readonly<Record<string, string>> = {
      laughs,
      flow: "[".repeat(1_000_000),
      maps: "{a: ".repeat(300_000),
      sequences: "- ".repeat(500_000),
      questions: "? ".repeat(500_000),
      colons: "a: ".repeat(300_000),
      indentation: lines(1_000, (index) => `${" ".repeat(index)}a:`),
      quotes: '"'.repeat(300_000),
      anchors: "&a ".repeat(300_000),
      breaks: "]\n".repeat(100_000),
      documents: "---\n".repeat(100_000),
      tags: "!".repeat(500_000),
    };
    for (const [name, text] of Object.entries(hostile)) {
      const begin = cpuTime();
      const { problems } = read(text);
      expect(problems.length, name).toBeGreaterThan(0);
      expect(problems.length, name).toBeLessThanOrEqual(102);
      expect(cpuTime() - begin, name).toBeLessThan(8_000);
    }
  });

  it("reads many keys without comparing each with each", () => {
    const begin = cpuTime();
    read(Array.from({ length: 60_000 }, (_, index) => `k${index}: 1`).join("\n"));
    expect(cpuTime() - begin).toBeLessThan(8_000);
  });
});
