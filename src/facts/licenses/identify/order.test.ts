import { createRequire } from "node:module";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { identifyBytes } from "./identify.ts";
import { identifyPaths } from "./paths.ts";

const listed = createRequire(import.meta.url)("spdx-license-list/full") as Record<string, { licenseText: string }>;
const textOf = (id: string): string => listed[id]?.licenseText ?? "";

/** Files of every kind that the reader keeps something from, one to the next: words, shared runs, tables of costs, names. */
const files: readonly Uint8Array[] = [
  ...["MIT", "ISC", "BSD-3-Clause", "Apache-2.0", "GPL-2.0-only", "LGPL-2.1-only", "MPL-2.0", "Zlib", "CC0-1.0", "OFL-1.1"].map(textOf),
  textOf("MIT").replace("without restriction", "with the restriction that no bank may have it and that it is never sold to anybody at all"),
  `${textOf("MIT")}\n---\n${textOf("Apache-2.0")}\n---\n${textOf("BSD-2-Clause")}`,
  textOf("ISC").repeat(300),
  "Licensed under the GPL, version 2 or later, or the MIT license.",
  'MODULE_LICENSE("Dual BSD/GPL");',
  "SPDX-License-Identifier: (MIT OR Apache-2.0) AND ISC",
  "The library is GPL, the programs are LGPL.",
  "export const answer = 42;\n",
  "",
]
  .map((text): Uint8Array => Buffer.from(text))
  .concat([Buffer.from(`\ufeff${textOf("MIT")}`, "utf16le"), Uint8Array.of(0, 1, 2, 3), Buffer.alloc(1_300_000, "terms of the licence ")]);

describe("the answer for a file depends on the file alone", () => {
  const alone = files.map((bytes) => JSON.stringify(identifyBytes(bytes)));

  it("whatever was read before it, and however often", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: files.length - 1 }), { minLength: 2, maxLength: 12 }), (order) => {
        for (const at of order) expect(JSON.stringify(identifyBytes(files[at] as Uint8Array))).toBe(alone[at]);
      }),
      { numRuns: 60 },
    );
  });

  const folder = mkdtempSync(join(tmpdir(), "allmend-order-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("in whatever order paths are given, and files were written", async () => {
    const names = files.map((_, at) => `file-${at}`);
    for (const at of [...names.keys()].sort((a, b) => ((a * 7) % 23) - ((b * 7) % 23)))
      writeFileSync(join(folder, `file-${at}`), files[at] as Uint8Array);
    const answers = async (paths: readonly string[]): Promise<Record<string, string | null>> => {
      const found: Record<string, string | null> = {};
      for await (const { path, expression } of identifyPaths(paths, { resolve: (path: string) => join(folder, path) }))
        found[path.replace(/^\.\//, "")] = expression;
      return found;
    };
    const whole = await answers(["."]);
    expect(Object.keys(whole)).toHaveLength(files.length);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(names, { minLength: names.length }), async (order) => {
        expect(await answers(order)).toEqual(whole);
      }),
      { numRuns: 8 },
    );
  });
});
