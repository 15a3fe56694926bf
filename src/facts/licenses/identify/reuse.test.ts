import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cpuTime } from "../../../../test/cpu-time.ts";
import { identifyPaths } from "./paths.ts";
import { isCovered, readReuse } from "./reuse.ts";

const toml = `version = 1
[[annotations]]
path = ["docs/**", "*.json", "LICENSES/**"]
SPDX-License-Identifier = "CC-BY-4.0"
[[annotations]]
path = "vendor/**"
precedence = "override"
SPDX-License-Identifier = ["ISC", "MIT"]
[[annotations]]
path = "both/*.c"
precedence = "aggregate"
SPDX-License-Identifier = "BSD-3-Clause"
`;

const files: Readonly<Record<string, string | Buffer>> = {
  "REUSE.toml": toml,
  "a.json": "{}",
  "deep/a.json": "{}",
  "docs/deep/page.md": "# Hello\n",
  "docs/own.md": "SPDX-License-Identifier: MIT\n",
  "vendor/x/a.js": "// SPDX-License-Identifier: GPL-2.0-only\n",
  "both/a.c": "// SPDX-License-Identifier: GPL-2.0-only\n",
  "img/logo.png": Buffer.from([0x89, 0, 1, 2]),
  "img/logo.png.license": "SPDX-License-Identifier: CC0-1.0\n",
  "LICENSES/LicenseRef-Ours.txt": "All rights are ours.\n",
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "allmend-reuse-"));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("REUSE", () => {
  it("takes what is stated beside files", async () => {
    const found: Record<string, string | null> = {};
    for await (const one of identifyPaths(["."], { resolve: (path: string) => join(folder, path) }))
      found[one.path.slice(2)] = one.expression;
    expect(found).toMatchObject({
      "a.json": "CC-BY-4.0",
      "deep/a.json": null, // a single star stays in its folder
      "docs/deep/page.md": "CC-BY-4.0",
      "docs/own.md": "MIT", // what the file says itself is closer
      "vendor/x/a.js": "ISC AND MIT",
      "both/a.c": "GPL-2.0-only AND BSD-3-Clause",
      "img/logo.png": "CC0-1.0",
      "LICENSES/LicenseRef-Ours.txt": "LicenseRef-Ours",
    });
  });

  it("states nothing of licence files and of its own", () => {
    for (const path of ["LICENSES/MIT.txt", "LICENSE", "sub/COPYING.LESSER", "img/logo.png.license", "REUSE.toml", ".reuse/dep5"])
      expect(isCovered(path), path).toBe(false);
    for (const path of ["src/license.ts", "docs/LICENSES.md", "a.json"]) expect(isCovered(path), path).toBe(true);
  });

  it("reads dep5, where a star crosses folders and the last stanza speaks", () => {
    const statement = readReuse(
      undefined,
      "Format: https://example.org\n\nFiles: *\nCopyright: us\nLicense: GPL-3.0-or-later\n\nFiles: img/*\n fonts/?.ttf\nLicense: OFL-1.1\n\nFiles: x\nLicense: nothing known\n",
    );
    expect(statement("src/deep/a.c")?.expression).toBe("GPL-3.0-or-later");
    expect(statement("img/deep/a.png")?.expression).toBe("OFL-1.1");
  });

  it("takes bounded time for globs full of stars", () => {
    const statement = readReuse(
      `[[annotations]]\npath = "${"**a".repeat(150)}b"\nSPDX-License-Identifier = "MIT"`,
      `Files: ${"*a".repeat(200)}b\nLicense: MIT`,
    );
    const start = cpuTime();
    expect(statement("a".repeat(2000))).toBeUndefined();
    expect(cpuTime() - start).toBeLessThan(2000);
  });

  it("never throws, whatever the files hold", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (text, pattern, path) => {
        readReuse(text, text)(path);
        readReuse(
          `[[annotations]]\npath = ${JSON.stringify(pattern.replace(/[\u007f-\uffff]/g, ""))}\nSPDX-License-Identifier = "MIT"`,
          `Files: ${pattern}\nLicense: MIT`,
        )(path);
      }),
    );
  });
});
