import { describe, expect, it } from "vitest";
import { readPackages } from "./read.ts";
import { recordedBytes } from "./pypi/pypi.ts";
import { folderWith } from "./testing/make.ts";

async function bytesOf(files: Record<string, string>, purl: string): Promise<number | undefined> {
  const repository = { id: "app", location: folderWith(files), folders: [""] };
  return (await readPackages([{ purl, repositories: ["app"] }], [repository], { caches: [], readers: "1" })).get(purl)?.sourceBytes;
}

const MANIFEST = JSON.stringify({ name: "a", version: "1.0.0" });

describe("the source of a package", () => {
  it("is counted without tests, what is minified, and packages inside it", async () => {
    const files = {
      "node_modules/a/package.json": MANIFEST,
      "node_modules/a/index.js": "x".repeat(100),
      "node_modules/a/lib/more.mjs": "x".repeat(30),
      "node_modules/a/dist/a.min.js": "x".repeat(999),
      "node_modules/a/index.d.ts": "x".repeat(999),
      "node_modules/a/test/a.js": "x".repeat(999),
      "node_modules/a/README.md": "x".repeat(999),
      "node_modules/a/node_modules/b/index.js": "x".repeat(999),
    };
    expect(await bytesOf(files, "pkg:npm/a@1.0.0")).toBe(130);
  });

  it("is what RECORD says of a Python package", () => {
    expect(recordedBytes("a/__init__.py,sha256=x,20\na/b.py,sha256=y,5\r\na/data.bin,sha256=z,999\na-1.dist-info/RECORD,,\n")).toBe(25);
    expect(recordedBytes(undefined)).toBeUndefined();
  });
});
