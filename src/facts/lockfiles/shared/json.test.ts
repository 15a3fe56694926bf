import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Unreadable } from "../types.ts";
import { parseJson, parseJsonc, parseJsonLines } from "./json.ts";

function lineOfError(read: () => unknown): number | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof Unreadable) return error.line;
    throw error;
  }
  throw new Error("it was read");
}

describe("JSON", () => {
  it("tells the line of an error", () => {
    expect(lineOfError(() => parseJson('{\n  "a": 1,\n  b\n}'))).toBe(3);
    expect(lineOfError(() => parseJson('{\n  "a": 1'))).toBe(2);
    expect(lineOfError(() => parseJsonLines('{\n  "a": 1,\n  "b" 2\n}'))).toBe(3);
    expect(lineOfError(() => parseJsonc("{\n// x\n'a': 1}"))).toBe(3);
  });

  it("tells the lines of keys and items", () => {
    const { value, lineOf } = parseJsonLines('\ufeff{\n  "a": {"b": 1},\n  "c": [\n    1,\n    2\n  ]\n}');
    const root = value as { a: object; c: object };
    expect([lineOf(root, "a"), lineOf(root.a, "b"), lineOf(root.c, 1), lineOf(root, "d"), lineOf(1, "a")]).toEqual([
      2,
      2,
      5,
      undefined,
      undefined,
    ]);
  });

  it("reads comments and trailing commas where they are allowed", () => {
    const text = '{ // one\n "a": [1, 2,], /* two\n */ "b": {},\n}';
    expect(JSON.stringify(parseJsonc(text).value)).toBe('{"a":[1,2],"b":{}}');
    expect(() => parseJsonLines(text)).toThrow(Unreadable);
    expect(() => parseJsonc("{} /* no end")).toThrow(Unreadable);
    expect(() => parseJsonc("[,]")).toThrow(Unreadable);
  });

  it("gives hostile names no power", () => {
    const { value } = parseJsonLines('{"__proto__": {"polluted": true}, "constructor": 1}');
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("refuses what is nested too deeply", () => {
    expect(() => parseJsonLines("[".repeat(100_000))).toThrow(Unreadable);
    expect(() => parseJson(`${"[".repeat(100_000)}`)).toThrow(Unreadable);
  });

  it("agrees with the engine on every document", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.integer({ min: 0, max: 4 }), (text, indent) => {
        const printed = JSON.stringify(JSON.parse(text), undefined, indent);
        expect(JSON.stringify(parseJsonLines(printed).value)).toBe(JSON.stringify(JSON.parse(printed)));
        expect(JSON.stringify(parseJsonc(printed).value)).toBe(JSON.stringify(JSON.parse(printed)));
      }),
    );
  });

  it("agrees with the engine on every damage", () => {
    const text = JSON.stringify({ a: [1, -2.5e3, true, null, 'x\\"\u00e9'], b: { c: "", d: {} } }, undefined, 1);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(3), fc.constantFrom("", '"', "{", "]", ",", ":", "\\", "0", "\n", "\t"), (at, cut, added) => {
        const damaged = text.slice(0, at) + added + text.slice(at + cut);
        const engine = answerOf(() => JSON.parse(damaged));
        expect(answerOf(() => parseJsonLines(damaged).value)).toBe(engine);
      }),
      { numRuns: 2000 },
    );
  });
});

function answerOf(read: () => unknown): string {
  try {
    return JSON.stringify(read());
  } catch {
    return "not read";
  }
}
