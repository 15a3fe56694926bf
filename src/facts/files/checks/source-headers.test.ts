import { describe, expect, it } from "vitest";
import { memoryTree } from "../../testing/memory-tree.ts";
import { collectRepositoryFacts } from "../collect.ts";

const header = "// Copyright 2026 Acme\n// SPDX-License-Identifier: MIT\n";

async function without(files: Readonly<Record<string, string>>): Promise<unknown> {
  const { facts, evidence } = await collectRepositoryFacts(memoryTree({ "src/a.ts": "export {};\n", ...files }));
  return facts.sourcesWithoutHeader === 0 ? 0 : (evidence.sourcesWithoutHeader ?? []).map(({ path }) => path);
}

const toml = (path: string, copyright = 'SPDX-FileCopyrightText = "2026 Acme"') =>
  `version = 1\n[[annotations]]\npath = "${path}"\n${copyright}\nSPDX-License-Identifier = "MIT"\n`;

describe("files without a header", () => {
  it("are those of which neither they nor REUSE say licence and copyright", async () => {
    expect(await without({})).toEqual(["src/a.ts"]);
    expect(await without({ "src/a.ts": header })).toBe(0);
    expect(await without({ "src/a.ts.license": "SPDX-FileCopyrightText: 2026 Acme\n\nSPDX-License-Identifier: MIT\n" })).toBe(0);
    expect(await without({ "REUSE.toml": toml("src/**") })).toBe(0);
    expect(await without({ "REUSE.toml": toml("lib/**") })).toEqual(["src/a.ts"]);
    expect(await without({ "REUSE.toml": toml("src/**", "") })).toEqual(["src/a.ts"]);
    expect(await without({ "src/REUSE.toml": toml("*.ts") })).toBe(0);
    expect(await without({ "src/REUSE.toml": toml("src/*.ts") })).toEqual(["src/a.ts"]);
    expect(await without({ ".reuse/dep5": "Format: x\n\nFiles: src/*\nCopyright: 2026 Acme\nLicense: MIT\n" })).toBe(0);
    expect(await without({ ".reuse/dep5": "Format: x\n\nFiles: src/*\nLicense: MIT\n" })).toEqual(["src/a.ts"]);
  });

  it("a file that is no TOML states nothing", async () => {
    expect(await without({ "REUSE.toml": "[[annotations" })).toEqual(["src/a.ts"]);
  });
});
