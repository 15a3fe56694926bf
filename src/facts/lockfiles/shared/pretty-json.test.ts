import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PrettyJson } from "./pretty-json.ts";

/** Builds the document again from what the walk tells. */
function rebuilt(text: string): unknown {
  const json = new PrettyJson(text);
  const root: Record<string, unknown> = Object.create(null);
  const open: (Record<string, unknown> | unknown[])[] = [root];
  const put = (value: unknown): void => {
    const holder = open.at(-1);
    if (Array.isArray(holder)) holder.push(value);
    else if (holder) holder[json.key] = value;
  };
  while (json.next()) {
    if (json.kind === "close") open.pop();
    else if (json.kind === "string") put(json.value);
    else if (json.kind === "other") put(JSON.parse(json.value));
    else {
      const inner = json.kind === "open-array" ? [] : Object.create(null);
      put(inner);
      open.push(inner);
    }
  }
  return json.complete ? root : undefined;
}

describe("walking printed JSON", () => {
  it("tells lines and depths", () => {
    const json = new PrettyJson('{\n  "a": {\n    "b": [\n      1,\n      "x\\"y"\n    ]\n  }\n}\n');
    const seen: unknown[] = [];
    while (json.next()) seen.push([json.line, json.depth, json.kind, json.kind === "string" ? json.value : json.key]);
    expect(seen).toEqual([
      [2, 1, "open-object", "a"],
      [3, 2, "open-array", "b"],
      [4, 3, "other", "b"],
      [5, 3, "string", 'x"y'],
      [6, 2, "close", "b"],
      [7, 1, "close", "b"],
      [8, 0, "close", "b"],
    ]);
    expect(json.complete).toBe(true);
  });

  const object = fc.dictionary(fc.string({ unit: fc.constantFrom(..."abπ{}[],: _") }), fc.jsonValue({ maxDepth: 4 }), { minKeys: 1 });

  it("walks what JSON.stringify prints", () => {
    fc.assert(
      fc.property(object, fc.constantFrom(2, 4, "\t"), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const plain = !JSON.stringify(Object.keys(flat(value))).includes("\\");
        if (plain && text !== "{}") expect(JSON.stringify(rebuilt(text))).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it("walks to the end only what is valid", () => {
    const text = `${JSON.stringify({ a: { b: "c", d: ["e", 1, { f: true }], g: {} }, h: "i\\n", j: [] }, undefined, 2)}\n`;
    const signs = ["", " ", "\n", '"', ",", "{", "}", "[", "]", ":", "x", "\\", "\r", "1"];
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(6), fc.constantFrom(...signs), (at, cut, added) => {
        const damaged = text.slice(0, at) + added + text.slice(at + cut);
        const found = rebuilt(damaged);
        if (found !== undefined) expect(JSON.stringify(found), damaged).toBe(JSON.stringify(JSON.parse(damaged)));
      }),
      { numRuns: 5000 },
    );
  });
});

function flat(value: unknown, keys: Record<string, true> = {}): Record<string, true> {
  if (typeof value !== "object" || value === null) return keys;
  for (const [key, inner] of Object.entries(value)) {
    keys[key] = true;
    flat(inner, keys);
  }
  return keys;
}
