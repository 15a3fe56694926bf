import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Unreadable } from "../../lockfiles/types.ts";
import { sbomLimits } from "../types.ts";
import { JsonSplitter, type SplitShape } from "./splitter.ts";

const shape: SplitShape = {
  lists: new Set(["components", "packages"]),
  nested: new Map([["components", new Set(["components"])]]),
  wrappers: new Set(["sbom"]),
};

interface Found {
  readonly list: string;
  readonly parent: number | undefined;
  value: unknown;
  line: number;
}

/** Everything that the splitter hands out, by handle, and the skeleton; the bytes come in pieces of these sizes, and are overwritten afterwards. */
function split(text: string, sizes: readonly number[] = [1 << 20], limits = sbomLimits): { objects: readonly Found[]; skeleton: unknown } {
  const objects: Found[] = [];
  const splitter = new JsonSplitter(
    shape,
    {
      begin: (list, parent) => objects.push({ list, parent, value: undefined, line: 0 }) - 1,
      object: (_, handle, value, line) => Object.assign(objects[handle] as Found, { value, line }),
    },
    limits,
  );
  const bytes = new TextEncoder().encode(text);
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    const piece = bytes.slice(at, at + size);
    splitter.push(piece);
    piece.fill(0);
    at += size;
  }
  return { objects, skeleton: splitter.end() };
}

function failure(text: string, sizes?: readonly number[]): Unreadable {
  try {
    split(text, sizes);
  } catch (error) {
    if (error instanceof Unreadable) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** What the splitter should find, by the slow way. */
function expected(document: Record<string, unknown>): { objects: readonly Omit<Found, "line">[]; skeleton: unknown } {
  const objects: Omit<Found, "line">[] = [];
  const visit = (holder: Record<string, unknown>, lists: ReadonlySet<string>, parent: number | undefined): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(holder).map(([key, value]) => {
        if (!lists.has(key) || !Array.isArray(value)) return [key, value];
        for (const item of value as Record<string, unknown>[]) {
          const handle = objects.push({ list: key, parent, value: undefined }) - 1;
          (objects[handle] as Found).value = visit(item, shape.nested.get(key) ?? new Set(), handle);
        }
        return [key, []];
      }),
    );
  return { skeleton: visit(document, shape.lists, undefined), objects };
}

describe("JsonSplitter", () => {
  it("hands out the objects of the lists in document order, nested ones with what they stand in", () => {
    const text = `{"a": 1, "components": [\n{"name": "x", "components": [{"name": "y"}]},\n\n{"name": "z"}], "packages": [], "b": {"components": [{}]}}`;
    const { objects, skeleton } = split(text);
    expect(objects).toEqual([
      { list: "components", parent: undefined, value: { name: "x", components: [] }, line: 2 },
      { list: "components", parent: 0, value: { name: "y" }, line: 2 },
      { list: "components", parent: undefined, value: { name: "z" }, line: 4 },
    ]);
    expect(skeleton).toEqual({ a: 1, components: [], packages: [], b: { components: [{}] } });
  });

  it("looks into wrappers as if they were the top, and only at the top", () => {
    const { objects, skeleton } = split('{"x": {"sbom": {"components": [{"in": 1}]}}, "sbom": {"components": [{"in": 2}], "n": {}}}');
    expect(objects.map(({ value }) => value)).toEqual([{ in: 2 }]);
    expect(skeleton).toEqual({ x: { sbom: { components: [{ in: 1 }] } }, sbom: { components: [], n: {} } });
  });

  it("takes own keys named __proto__ as keys", () => {
    const { objects } = split('{"components": [{"__proto__": {"name": "evil"}}]}');
    expect(Object.hasOwn(objects[0]?.value as object, "__proto__")).toBe(true);
    expect(({} as { name?: string }).name).toBeUndefined();
  });

  const key = fc
    .oneof(fc.constantFrom("components", "packages", "sbom2", "name", 'a"b', "é", "\\", "😀"), fc.string({ maxLength: 5 }))
    .filter((text) => text !== "__proto__");
  const value = fc.jsonValue({ maxDepth: 3, stringUnit: "binary" });
  const item: fc.Arbitrary<Record<string, unknown>> = fc.letrec<{ item: Record<string, unknown> }>((tie) => ({
    item: fc
      .tuple(fc.dictionary(key, value, { maxKeys: 4 }), fc.option(fc.array(tie("item"), { maxLength: 2 }), { nil: undefined }))
      .map(([rest, components]) => ({ ...without(rest), ...(components === undefined ? {} : { components }) })),
  })).item;
  const document = fc
    .tuple(fc.dictionary(key, value, { maxKeys: 4 }), fc.array(item, { maxLength: 4 }), fc.array(item, { maxLength: 2 }))
    .map(([rest, components, packages]) => ({ ...without(rest), components, packages }));
  const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

  function without(rest: Record<string, unknown>): Record<string, unknown> {
    const { components: _, packages: __, ...others } = rest;
    return others;
  }

  it("finds the same wherever the bytes are cut", () => {
    fc.assert(
      fc.property(document, sizes, fc.constantFrom(0, 1, 2), (content, cuts, indent) => {
        const plain = JSON.parse(JSON.stringify(content)) as Record<string, unknown>;
        const { objects, skeleton } = split(JSON.stringify(content, undefined, indent), cuts);
        // Only objects directly in a nested list are taken apart; a "packages" inside a component is none.
        const wanted = expected(plain);
        expect(skeleton).toEqual(wanted.skeleton);
        expect(objects.map(({ list, parent, value: found }) => ({ list, parent, value: found }))).toEqual(wanted.objects);
      }),
      { numRuns: 300 },
    );
  });

  it("accepts nothing that JSON.parse refuses", () => {
    fc.assert(
      fc.property(
        document,
        fc.nat(),
        fc.constantFrom("", ",", "}", "]", "{", "[", '"', "\\", "1", " ", "nul", "\n", "\u0000"),
        sizes,
        (content, position, sign, cuts) => {
          const text = JSON.stringify(content);
          const at = position % (text.length + 1);
          const broken = text.slice(0, at) + sign + text.slice(at + (position % 2));
          let valid = true;
          try {
            JSON.parse(broken);
          } catch {
            valid = false;
          }
          if (!valid) expect(failure(broken, cuts)).toBeInstanceOf(Unreadable);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("errors name their line", () => {
  it.each([
    ['{"a": 1,\n\n"b": }', 3],
    ['{"components": [\n{"a": 1},\n{"a":\n, "b": 2}]}', 4],
    ['{"components": [\n{"components": [{}\n,{}],\n"x": tru}]}', 4],
    ['{"components": [\n{}\n{}]}', 3],
    ['{"components": [\n{},\n]}', 3],
    ['{"components": [\n1]}', 2],
    ["{}\n{}", 2],
    ["\n[]", 2],
    ['{"components": [\n{"name": "x"},\n{"na', 3],
    ["\n\n", 3],
    ['{"components": [],\n"components": [{}]}', 2],
  ])("%j", (text, line) => {
    expect(failure(text).line).toBe(line);
    expect(failure(text, [1]).line).toBe(line);
    expect(failure(text, [3]).line).toBe(line);
  });

  it("for what is too deep or too large", () => {
    expect(failure(`{"a": ${"[".repeat(1000)}`).message).toContain("nested deeper than 256");
    const limits = { ...sbomLimits, elementBytes: 100 };
    expect(() => split(`{"components": [{"a": "${"x".repeat(200)}"}]}`, [7], limits)).toThrow("larger than 100 bytes");
    expect(split(`{"components": [${Array(50).fill('{"a": 1}').join()}]}`, [7], limits).objects).toHaveLength(50);
  });
});
