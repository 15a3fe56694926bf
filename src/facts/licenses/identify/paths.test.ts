import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpuTime } from "../../../../test/cpu-time.ts";
import type { Tree } from "../../tree.ts";
import { isLicenseFile } from "./names.ts";
import { identifyPaths } from "./paths.ts";
import { licenseProblems } from "./remarks.ts";
import { identifyTree } from "./tree.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "allmend-identify-"));
  mkdirSync(join(folder, "repo", "src"), { recursive: true });
  mkdirSync(join(folder, "repo", ".git"));
  writeFileSync(join(folder, "outside"), "SPDX-License-Identifier: GPL-3.0-only\n");
  writeFileSync(join(folder, "repo", "src", "b.ts"), "// SPDX-License-Identifier: MIT\n");
  writeFileSync(join(folder, "repo", "src", "a.ts"), "export const a = 1;\n");
  writeFileSync(join(folder, "repo", ".git", "config"), "SPDX-License-Identifier: ISC\n");
  symlinkSync(join(folder, "outside"), join(folder, "repo", "link"));
  symlinkSync(folder, join(folder, "repo", "loop"));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function all(paths: readonly string[], options = {}): Promise<[string, string | null][]> {
  const found: [string, string | null][] = [];
  for await (const one of identifyPaths(paths, { resolve: (path: string) => join(folder, path), ...options }))
    found.push([one.path, one.expression]);
  return found;
}

describe("identifyPaths", () => {
  it("walks folders by name, keeps paths as given, follows no link", async () => {
    expect(await all(["repo"])).toEqual([
      ["repo/src/a.ts", null],
      ["repo/src/b.ts", "MIT"],
    ]);
    expect(await all(["repo/src/b.ts", "repo/link", "missing"])).toEqual([
      ["repo/src/b.ts", "MIT"],
      ["repo/link", null],
      ["missing", null],
    ]);
  });

  it("is bounded", async () => {
    expect(await all(["repo"], { maxFiles: 1 })).toHaveLength(1);
    expect(await all(["repo"], { maxDepth: 0 })).toEqual([]);
  });

  it("reads the two ends of a large file", async () => {
    const filler = "nothing to see here\n".repeat(100_000);
    writeFileSync(join(folder, "large-head"), `SPDX-License-Identifier: MIT\n${filler}`);
    writeFileSync(join(folder, "large-tail"), `${filler}\nSPDX-License-Identifier: ISC\n`);
    expect(await all(["large-head", "large-tail"])).toEqual([
      ["large-head", "MIT"],
      ["large-tail", "ISC"],
    ]);
  });
});

describe("bad input is said to be what it is", () => {
  const one = async (name: string) => {
    for await (const found of identifyPaths([name], { resolve: (path: string) => join(folder, path) })) return found;
    return undefined;
  };

  it("a hundred megabytes are answered from their ends, at once", async () => {
    const path = join(folder, "huge");
    writeFileSync(path, `SPDX-License-Identifier: MIT\n${"filler\n".repeat(2000)}`);
    truncateSync(path, 100_000_000);
    appendFileSync(path, "\nSPDX-License-Identifier: ISC\n");
    const start = cpuTime();
    expect(await one("huge")).toMatchObject({ expression: "MIT AND ISC", remark: "large" });
    expect(cpuTime() - start).toBeLessThan(2000);
  });

  it("binary files, links and what is missing", async () => {
    writeFileSync(join(folder, "binary"), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, ...Buffer.from("MIT License")]));
    expect(await one("binary")).toEqual({ path: "binary", expression: null, licenses: [], remark: "binary" });
    expect(await one("repo/link")).toEqual({ path: "repo/link", expression: null, licenses: [], remark: "unreadable" });
    expect(await one("missing")).toMatchObject({ remark: "unreadable" });
    expect(await one("repo/src/b.ts")).not.toHaveProperty("remark");
  });

  it("any encoding that holds ASCII", async () => {
    const text = "Copyright (c) 2020 M\u00fcller\nReleased under the MIT license.\n";
    const encodings = {
      latin1: Buffer.from(text, "latin1"),
      utf8: Buffer.from(`\ufeff${text}`),
      utf16le: Buffer.from(`\ufeff${text}`, "utf16le"),
      utf16be: Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
      utf16bare: Buffer.from(text, "utf16le"),
      mixed: Buffer.concat([
        Buffer.from("\u00a9 Caf\u00e9 ", "latin1"),
        Buffer.from("\u00a9 Caf\u00e9\n"),
        Buffer.from(text),
        Buffer.from([0xff, 0xfe, 0xc3]),
      ]),
    };
    for (const [name, bytes] of Object.entries(encodings)) {
      writeFileSync(join(folder, name), bytes);
      expect(await one(name), name).toMatchObject({ expression: "MIT" });
    }
  });
});

describe("identifyTree", () => {
  it("reads licence files at the root and under LICENSES", async () => {
    const contents = new Map([
      ["LICENSE", "SPDX-License-Identifier: MIT"],
      ["LICENSES/ISC.txt", "SPDX-License-Identifier: ISC"],
      ["NOTICE", "This product is ours.\n"],
      ["README.md", "SPDX-License-Identifier: Apache-2.0"],
      ["vendor/x/LICENSE", "SPDX-License-Identifier: GPL-2.0-only"],
    ]);
    const tree = {
      files: [...contents.keys()].map((path) => ({ path, kind: "file" as const })),
      read: (path: string) => Promise.resolve(Buffer.from(contents.get(path) ?? "")),
    } as unknown as Tree;
    expect((await identifyTree(tree)).map(({ path, expression }) => [path, expression])).toEqual([
      ["LICENSE", "MIT"],
      ["LICENSES/ISC.txt", "ISC"],
      ["NOTICE", null],
    ]);
  });
});

describe("licence files of a repository that cannot be read as a whole", () => {
  const treeOf = (contents: ReadonlyMap<string, Uint8Array>, size?: number): Tree =>
    ({
      files: [...contents].map(([path, bytes]) => ({ path, kind: "file", size: size ?? bytes.length })),
      read: (path: string) => Promise.resolve(contents.get(path)),
    }) as unknown as Tree;

  it("are told with the reason", async () => {
    const large = Buffer.concat([Buffer.from("SPDX-License-Identifier: MIT\n"), Buffer.alloc(1_200_000, "x ")]);
    const contents = new Map<string, Uint8Array>([
      ["COPYING", Uint8Array.of(0, 1, 2, 3)],
      ["LICENSE", large],
      ["LICENSES/ISC.txt", Buffer.from("SPDX-License-Identifier: ISC")],
    ]);
    const identified = await identifyTree(treeOf(contents));
    expect(identified.map(({ expression }) => expression)).toEqual([null, "MIT", "ISC"]);
    expect(licenseProblems("app", identified)).toMatchObject([
      { code: "license-file-large", severity: "note", file: "app:LICENSE" },
      { code: "license-file-binary", severity: "warning", file: "app:COPYING" },
    ]);
  });

  it("are no longer read beyond a number and a size, which is told once for many", async () => {
    const one = Buffer.from("SPDX-License-Identifier: ISC");
    const many = new Map(Array.from({ length: 510 }, (_, at) => [`LICENSES/${1000 + at}.txt`, one]));
    const problems = licenseProblems("app", await identifyTree(treeOf(many)));
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ...["1500", "1501", "1502", "1503", "1504"].map((name) => ["license-files-left-out", `app:LICENSES/${name}.txt`]),
      ["license-files-left-out", "app"],
    ]);
    expect(problems.at(-1)?.message).toContain("5 more");
    expect((await identifyTree(treeOf(new Map([["LICENSE", one]]), 300_000_000))).map(({ remark }) => remark)).toEqual(["left-out"]);
  });
});

describe("names of licence files", () => {
  it.each([
    "LICENSE",
    "license.md",
    "LICENCE.txt",
    "COPYING",
    "COPYING.LESSER",
    "LICENSE-MIT",
    "MIT-LICENSE.txt",
    "NOTICE",
    "UNLICENSE",
    "third-party-notices.txt",
    "GPL-LICENSE",
  ])("%s", (name) => expect(isLicenseFile(name)).toBe(true));
  it.each(["license.ts", "licenses.yaml", "README.md", "copying-files.js", "src", "license-checker.json"])("not %s", (name) =>
    expect(isLicenseFile(name)).toBe(false),
  );
});
