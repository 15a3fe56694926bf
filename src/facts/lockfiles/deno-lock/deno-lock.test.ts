import { describe, expect, it } from "vitest";
import { checkReading, staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { type Reading, Unreadable } from "../types.ts";
import { denoLock } from "./deno-lock.ts";

const two = {
  version: "2",
  remote: {
    "https://deno.land/std@0.200.0/path/mod.ts": "aa",
    "https://deno.land/std@0.200.0/path/posix.ts": "bb",
    "https://deno.land/x/oak@v12.6.1/mod.ts": "cc",
    "https://esm.sh/preact@10.5.15?target=es2020": "dd",
    "https://example.com/x.ts": "ee",
  },
  npm: {
    specifiers: { "chalk@5": "chalk@5.3.0" },
    packages: {
      "chalk@5.3.0": { integrity: "sha512-aa==", dependencies: { ms: "ms@2.0.0" } },
      "ms@2.0.0": { integrity: "sha512-bb==", dependencies: {} },
    },
  },
};

const three = {
  version: "3",
  packages: {
    specifiers: {
      "npm:chalk@5": "npm:chalk@5.3.0",
      "jsr:@std/path@^1": "jsr:@std/path@1.0.0",
      "jsr:@std/internal@1": "jsr:@std/internal@1.0.1",
    },
    jsr: { "@std/path@1.0.0": { integrity: "aa", dependencies: ["jsr:@std/internal@1"] }, "@std/internal@1.0.1": { integrity: "bb" } },
    npm: { "chalk@5.3.0": { integrity: "sha512-aa==", dependencies: {} } },
  },
  remote: {},
  workspace: { dependencies: ["jsr:@std/path@^1"], packageJson: { dependencies: ["npm:chalk@5"] } },
};

const five = {
  version: "5",
  specifiers: { "npm:@s/a@1": "1.0.0_react@18.2.0", "jsr:@std/path@^1": "1.0.0" },
  jsr: { "@std/path@1.0.0": { integrity: "aa" } },
  npm: {
    "@s/a@1.0.0_react@18.2.0": { integrity: "sha512-aa==", dependencies: ["react", "alias@npm:ms@2.0.0"], optionalDependencies: ["maybe"] },
    "maybe@1.0.0": { integrity: "x", os: ["linux"], optional: true },
    "ms@1.0.0": { integrity: "x" },
    "ms@2.0.0": { integrity: "x" },
    "react@18.2.0": { integrity: "x", dependencies: ["ms@1.0.0"] },
  },
  workspace: { members: { a: { dependencies: ["npm:@s/a@1"] } } },
};

const print = (value: unknown): string => JSON.stringify(value, undefined, 2);
const read = (value: unknown): Promise<Reading> =>
  readWith(denoLock, "deno.lock", { "deno.lock": typeof value === "string" ? value : print(value) });

function brief(reading: Reading): unknown {
  return reading.packages.map(({ type, namespace, name, version, scope, direct, dependsOn }) =>
    [`${type}:${namespace ? `${namespace}/` : ""}${name}`, version, scope, direct, ...(dependsOn ?? [])].join(" "),
  );
}

describe("deno.lock", () => {
  it("reads version 2, with the modules from the web that name a package", async () => {
    const reading = await read(two);
    expect(brief(reading)).toEqual([
      "npm:chalk 5.3.0 production true npm:ms@2.0.0",
      "npm:ms 2.0.0 production false",
      "generic:deno.land/std 0.200.0 production ",
      "generic:deno.land/x/oak v12.6.1 production ",
      "npm:preact 10.5.15 production ",
    ]);
    checkReading(reading);
  });

  it("reads version 3", async () => {
    const reading = await read(three);
    expect(brief(reading)).toEqual([
      "npm:chalk 5.3.0 production true",
      "jsr:std/path 1.0.0 production true jsr:@std/internal@1.0.1",
      "jsr:std/internal 1.0.1 production false",
    ]);
    expect(reading.packages.map(({ line }) => line)).toEqual([21, 10, 16]);
  });

  it("reads version 5: peers, names without versions, aliases", async () => {
    expect(brief(await read(five))).toEqual([
      "npm:@s/a 1.0.0 production true npm:react@18.2.0 npm:ms@2.0.0 npm:maybe@1.0.0",
      "npm:maybe 1.0.0 optional false",
      "npm:ms 1.0.0 production false",
      "npm:ms 2.0.0 production false",
      "npm:react 18.2.0 production false npm:ms@1.0.0",
      "jsr:std/path 1.0.0 production false",
    ]);
  });

  it.each(["", "[]", '{"version": "5", "npm": {"a@1.0.0": 5}}', '{"version": "5", "npm": {"": {}}}'])("refuses %j", async (text) => {
    await expect(read(text)).rejects.toThrow(Unreadable);
  });

  it("stays calm", async () => {
    for (const value of [two, three, five])
      await staysCalm(denoLock, "deno.lock", { "deno.lock": print(value) }, { runs: 60, length: 4000 });
  });
});
