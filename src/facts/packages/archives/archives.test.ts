import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cpuTime } from "../../../../test/cpu-time.ts";
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

/** A tar entry of any kind, with whatever in it. */
function tarEntry(kind: string, name: string, body: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${Buffer.byteLength(body).toString(8).padStart(11, "0")}\0`, 124);
  header.write(kind, 156);
  return Buffer.concat([header, Buffer.from(body), Buffer.alloc((512 - (Buffer.byteLength(body) % 512)) % 512)]);
}

describe("long names of a tar archive", () => {
  const archive = (record: string) =>
    gzipSync(Buffer.concat([tarEntry("x", "pax", record), tarEntry("0", "short", "text"), Buffer.alloc(1024)]));
  const names = (record: string) => [...readTarGz(archive(record), () => true)].map(({ name }) => name);

  it("stand in the header before it", () => {
    expect(names("30 mtime=1700000000.123456789\n25 path=crate/LICENSE-MIT\n")).toEqual(["crate/LICENSE-MIT"]);
    expect(names("13 uid=17 path\n")).toEqual(["short"]);
  });

  it("cost no more than reading them, whatever stands there", () => {
    const started = cpuTime();
    expect(names(`${"9".repeat(2_000_000)} path=`)).toEqual(["short"]);
    expect(names("1 path=".repeat(300_000))).toHaveLength(1);
    expect(cpuTime() - started).toBeLessThan(1000);
  });
});
