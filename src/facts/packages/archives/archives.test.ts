import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tarGzOf, zipOf } from "../testing/make.ts";
import { readTarGz } from "./tar.ts";
import { readZip } from "./zip.ts";

const files = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}(?:\/[a-z]{1,8}){0,3}$/), fc.string({ maxLength: 300 }), {
  minKeys: 1,
  maxKeys: 12,
});

function contents(entries: Iterable<{ readonly name: string; readonly content: Uint8Array }>): Record<string, string> {
  return Object.fromEntries([...entries].map(({ name, content }) => [name, Buffer.from(content).toString("utf8")]));
}

describe.each([
  ["zip", zipOf, readZip],
  ["tar", tarGzOf, readTarGz],
] as const)("%s", (_name, make, read) => {
  it("gives what was put in, and only what is wanted", () => {
    fc.assert(
      fc.property(files, (given) => {
        const plain = Object.fromEntries(Object.entries(given).map(([name, text]) => [name, text.toWellFormed()]));
        const archive = make(plain);
        expect(contents(read(archive, () => true))).toEqual(plain);
        expect([...read(archive, () => false)]).toEqual([]);
      }),
    );
  });

  it("ends quietly on whatever bytes", () => {
    const archive = make({ "a/LICENSE": "text", b: "x".repeat(5000) });
    fc.assert(
      fc.property(fc.nat(archive.length - 1), fc.nat(255), fc.nat(archive.length), (at, byte, length) => {
        const broken = Buffer.from(archive);
        broken[at] = byte;
        for (const bytes of [broken, archive.subarray(0, length), archive.subarray(length)])
          expect([...read(bytes, () => true)].length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it("unpacks nothing that grows beyond its bounds", () => {
    const archive = make({ bomb: "0".repeat(3_000_000), fine: "x" });
    expect(contents(read(archive, () => true))).toEqual({ fine: "x" });
    expect([...read(make({ a: "1", b: "2", c: "3" }), () => true, { files: 2 })]).toHaveLength(2);
  });
});
