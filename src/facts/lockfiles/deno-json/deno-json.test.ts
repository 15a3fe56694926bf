import { describe, expect, it } from "vitest";
import { checkReading, staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { denoJson } from "./deno-json.ts";

const manifest = `{
  "name": "@ours/app", // a comment
  "version": "0.1.0",
  "license": "MIT",
  "imports": {
    "chalk": "npm:chalk@5",
    "exact": "npm:@s/exact@1.2.3/sub/path.js",
    "path": "jsr:@std/path@^1",
    "any": "npm:any",
    "again": "npm:/chalk@5",
    "oak": "https://deno.land/x/oak@v12.6.1/mod.ts",
    "cdn": "https://cdn.jsdelivr.net/npm/@s/cdn@1.0.0/+esm",
    "ours": "./src/mod.ts",
  },
  "scopes": { "./x/": { "ms": "npm:ms@2" } },
}`;

describe("deno.json", () => {
  it("reads imports and scopes", async () => {
    const reading = await readWith(denoJson, "deno.jsonc", { "deno.jsonc": manifest });
    expect(
      reading.packages.map(({ type, namespace, name, version, range, line }) => [type, namespace, name, version, range, line]),
    ).toEqual([
      ["npm", undefined, "chalk", "", "5", 6],
      ["npm", "@s", "exact", "1.2.3", undefined, 7],
      ["jsr", "std", "path", "", "^1", 8],
      ["npm", undefined, "any", "", undefined, 9],
      ["generic", "deno.land/x", "oak", "v12.6.1", undefined, 11],
      ["npm", "@s", "cdn", "1.0.0", undefined, 12],
      ["npm", undefined, "ms", "", "2", 15],
    ]);
    expect(reading.own).toEqual([{ type: "jsr", namespace: "ours", name: "app", version: "0.1.0", license: "MIT" }]);
    checkReading(reading);
  });

  it.each(["", "null", "{ not: json }"])("refuses %j", async (text) => {
    await expect(readWith(denoJson, "deno.json", { "deno.json": text })).rejects.toThrow(Unreadable);
  });

  it("stays calm", async () => {
    await staysCalm(denoJson, "deno.json", { "deno.json": manifest });
  });
});
