import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { Unreadable } from "../types.ts";
import { parseYaml, parseYamlDocuments } from "./yaml.ts";
import { readBlockYaml } from "./yaml-block.ts";
import { readFullYaml } from "./yaml-full.ts";
import { cpuTime } from "../../../../test/cpu-time.ts";

const sample = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true
  list: [x64, 'a b', {c: d, e: }]

importers:

  .:
    dependencies:
      '@a/b':
        specifier: ^1.0.0
        version: 1.10
      "c":
        specifier: 'it''s'   # a comment
        version: link:../c

packages:
  ? a-very-long@1.0.0
  : resolution: {integrity: sha512-x==, tarball: https://h/x.tgz}
    deprecated: |-
      two
        lines

  b@1.0.0:
    engines: {node: '>=6'}
    cpu:
    - x64
    - arm64
    -
    none: ~
    nothing:
`;

describe("YAML", () => {
  it("keeps versions as they are written", () => {
    const { value } = parseYaml("a: 1.10\nb: 0x1F\nc: yes\nd: true\ne: ~\nf:\ng: 'null'\nh: 2020-01-01\n");
    expect({ ...(value as object) }).toEqual({ a: "1.10", b: "0x1F", c: "yes", d: true, e: null, f: null, g: "null", h: "2020-01-01" });
  });

  it("tells lines by both readers", () => {
    for (const documents of [readBlockYaml(sample), readFullYaml(sample)]) {
      const [document] = documents ?? [];
      const root = document?.value as Record<string, Record<string, Record<string, object>>>;
      const line = (holder: unknown, key: string | number): number | undefined => document?.lineOf(holder, key);
      const found = [line(root, "packages"), line(root["packages"], "b@1.0.0"), line(root["packages"], "a-very-long@1.0.0")];
      expect([...found, line(root["packages"]?.["b@1.0.0"]?.["cpu"], 1)]).toEqual([18, 25, 19, 29]);
    }
  });

  it("reads several documents", () => {
    expect(parseYamlDocuments("---\na: 1\n---\n- b\n").map(({ value }) => JSON.stringify(value))).toEqual(['{"a":"1"}', '["b"]']);
    expect(parseYamlDocuments("")).toEqual([]);
    expect(parseYaml("# nothing\n").value).toBeNull();
  });

  it("follows anchors, aliases and merge keys", () => {
    const { value } = parseYaml("base: &b {x: 1}\nuse: *b\nmore:\n  <<: *b\n  y: 2\n");
    expect(JSON.stringify(value)).toBe('{"base":{"x":"1"},"use":{"x":"1"},"more":{"x":"1","y":"2"}}');
  });

  it("dies of no bomb", () => {
    const bomb = [
      "a0: &a0 [x,x,x,x,x,x,x,x,x]",
      ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(",")}]`),
    ];
    expect(() => parseYaml(bomb.join("\n"))).toThrow(Unreadable);
    expect(() => parseYaml("a: &a [*a]")).toThrow(Unreadable);
    expect(() => parseYaml("[".repeat(20_000))).toThrow(Unreadable);
    expect(() => parseYaml(Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"))).toThrow(Unreadable);
    expect(Object.keys(parseYaml("__proto__: 1\n").value as object)).toEqual(["__proto__"]);
  });

  it("is linear where a line has no end in sight", () => {
    const start = cpuTime();
    parseYaml(`- x\n`.repeat(100_000));
    expect(cpuTime() - start).toBeLessThan(3000);
  });

  it.each(["]", "[", '"', "*\n", "!\n", "}\n", "- "])("ends at the first error of a file that is no YAML: %j", (piece) => {
    const start = cpuTime();
    try {
      parseYaml(`a: 1\n${piece.repeat(100_000)}`);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Unreadable);
      expect((error as Unreadable).message).toMatch(/^Not YAML: (?!.*Not YAML)/);
      expect((error as Unreadable).message.length).toBeLessThan(200);
    }
    expect(cpuTime() - start).toBeLessThan(5000);
  });

  it("tells the line of an error", () => {
    expect.assertions(1);
    try {
      parseYaml("a: 1\nb: [1\nc: 2\n");
    } catch (error) {
      expect((error as Unreadable).line).toBeGreaterThan(1);
    }
  });

  const scalar = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."ab1.:-#'\"{}[],&*!|> ^~@/\n"), maxLength: 8 }),
    fc.constantFrom("true", "null", "1.10", "", "- a", "a: b", "a #b", "? x"),
  );
  const document = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      scalar,
      fc.array(tie("value"), { maxLength: 4 }),
      fc.dictionary(scalar, tie("value"), { maxKeys: 4 }),
    ),
  })).value;

  it("reads quickly only what it reads rightly: printed documents", () => {
    fc.assert(
      fc.property(document, fc.constantFrom<"plain" | "quote">("plain", "quote"), (value, style) => {
        agrees(stringify(value, { lineWidth: 0, defaultStringType: style === "plain" ? "PLAIN" : "QUOTE_SINGLE" }));
      }),
      { numRuns: 600 },
    );
  });

  it("reads quickly only what it reads rightly: damaged documents", () => {
    fc.assert(
      fc.property(
        fc.nat(sample.length),
        fc.nat(4),
        fc.constantFrom("", " ", "\n", ":", "'", '"', "- ", "#", "{", "[", "&a", "|", "\t", "? ", "  "),
        (at, cut, added) => {
          agrees(sample.slice(0, at) + added + sample.slice(at + cut));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

/** Where the quick reader answers, the thorough one gives the same. */
function agrees(text: string): void {
  const quick = readBlockYaml(text);
  if (!quick) return;
  const values = (documents: ReturnType<typeof readFullYaml>): string => JSON.stringify(documents.map(({ value }) => value));
  expect(values(quick), text).toBe(values(readFullYaml(text)));
}
