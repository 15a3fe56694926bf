import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkReading, staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { type Reading, Unreadable } from "../types.ts";
import { npmPackageLock, wholeEntries } from "./npm-package-lock.ts";
import { quickEntries } from "./quick-entries.ts";

const commit = "3b1bb80b302c2e552685dc8a029797ec832ea7c9";

const modern = {
  name: "ours",
  version: "1.0.0",
  lockfileVersion: 3,
  requires: true,
  packages: {
    "": {
      name: "ours",
      version: "1.0.0",
      license: "Apache-2.0",
      workspaces: ["packages/*"],
      dependencies: { a: "^1.0.0", git: "github:x/git", alias: "npm:real@^2", shared: "file:../shared" },
      devDependencies: { tool: "^3.0.0" },
    },
    "../shared": { name: "shared", version: "0.1.0", dependencies: { b: "^1" } },
    "node_modules/a": {
      version: "1.0.1",
      resolved: "https://registry.npmjs.org/a/-/a-1.0.1.tgz",
      integrity: "sha512-aa==",
      license: ["MIT", "Apache2"],
      dependencies: { b: "^1.0.0", missing: "*" },
      peerDependencies: { b: "^1.0.0" },
      optionalDependencies: { maybe: "1" },
      engines: { node: ">=6" },
    },
    "node_modules/a/node_modules/b": { version: "1.5.0", license: 'a "licence"' },
    "node_modules/a/node_modules/old": { version: "0.1.0", license: [{ type: "Public Domain", url: "x" }, { type: "MIT" }] },
    "node_modules/a/node_modules/older": { version: "0.1.0", license: { url: "x", type: "BSD" } },
    "node_modules/alias": { name: "real", version: "2.0.0", license: "ISC" },
    "node_modules/b": { version: "1.0.0", dev: true },
    "node_modules/git": { version: "2.4.1", resolved: `git+ssh://git@github.com/x/git.git#${commit}` },
    "node_modules/maybe": { version: "1.0.0", optional: true },
    "node_modules/member": { resolved: "packages/member", link: true },
    "node_modules/shared": { resolved: "../shared", link: true },
    "node_modules/tool": { version: "3.1.0", dev: true, dependencies: { b: "1", member: "*" } },
    "packages/member": { name: "@ours/member", version: "2.0.0", dependencies: { b: "1" }, devDependencies: { nested: "1" } },
    "packages/member/node_modules/nested": { version: "1.0.0", devOptional: true },
  },
};

const old = {
  name: "ours",
  lockfileVersion: 1,
  requires: true,
  dependencies: {
    a: {
      version: "1.0.1",
      integrity: "sha1-aa=",
      requires: { b: "^1.0.0" },
      dependencies: { b: { version: "1.5.0", requires: { c: "1" } } },
    },
    alias: { version: "npm:@s/real@2.0.0" },
    b: { version: "1.0.0", dev: true, bundled: true },
    c: { version: "1.0.0", optional: true },
    folder: { version: "file:libs/folder", requires: { b: "1" } },
    git: { version: `git+https://github.com/x/git.git#${commit}`, from: "x" },
    mine: { version: "file:libs/mine", requires: { c: "1" } },
  },
};

const print = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

async function read(value: unknown, more: Record<string, string> = {}): Promise<Reading> {
  return readWith(npmPackageLock, "app/package-lock.json", {
    "app/package-lock.json": typeof value === "string" ? value : print(value),
    ...more,
  });
}

function brief(reading: Reading): unknown {
  return reading.packages.map(({ namespace, name, version, scope, direct, dependsOn }) =>
    [namespace ? `${namespace}/${name}` : name, version, scope, direct, ...(dependsOn ?? [])].join(" "),
  );
}

describe("package-lock.json, version 2 and 3", () => {
  it("reads packages with scope, edges, and what is asked for directly", async () => {
    expect(brief(await read(modern, { "shared/package.json": "{}" }))).toEqual([
      "a 1.0.1 production true node_modules/a/node_modules/b node_modules/maybe",
      "b 1.5.0 production false",
      "old 0.1.0 production false",
      "older 0.1.0 production false",
      "real 2.0.0 production true",
      "b 1.0.0 development true",
      "git 2.4.1 production true",
      "maybe 1.0.0 optional false",
      "tool 3.1.0 development true node_modules/b",
      "nested 1.0.0 optional true",
    ]);
  });

  it("knows what is ours: the root, workspaces, and linked folders that the repository holds", async () => {
    const { own, members } = await read(modern, { "shared/package.json": "{}" });
    expect(own?.map(({ namespace, name, version, license }) => [namespace, name, version, license])).toEqual([
      [undefined, "ours", "1.0.0", "Apache-2.0"],
      [undefined, "shared", "0.1.0", undefined],
      ["@ours", "member", "2.0.0", undefined],
    ]);
    expect(members).toEqual(["shared", "app/packages/member"]);
    const { packages } = await read(modern);
    expect(packages.find(({ name }) => name === "shared")).toMatchObject({ direct: true, source: { kind: "path", address: "../shared" } });
  });

  it("reads licence, integrity, source and line", async () => {
    const { packages } = await read(modern);
    const [, a, nested, old, older] = packages;
    expect([old?.license, older?.license]).toEqual(["(Public Domain OR MIT)", "BSD"]);
    expect(a).toMatchObject({
      license: "(MIT OR Apache2)",
      integrity: "sha512-aa==",
      line:
        print(modern)
          .split("\n")
          .findIndex((line) => line.includes('"node_modules/a":')) + 1,
    });
    expect(a?.source).toBeUndefined();
    expect(nested?.license).toBe('a "licence"');
    expect(packages.find(({ name }) => name === "git")?.source).toEqual({ kind: "git", address: "ssh://git@github.com/x/git.git", commit });
  });

  it.each([2, 4, "\t", undefined])("reads the same whatever the indentation: %j", async (indent) => {
    const text = JSON.stringify(modern, undefined, indent);
    const { packages } = await read(text);
    expect(packages.map(({ line: _line, ...rest }) => rest)).toEqual((await read(modern)).packages.map(({ line: _line, ...rest }) => rest));
    expect(packages.every(({ line }) => line !== undefined && line > 0)).toBe(true);
  });
});

describe("package-lock.json, version 1", () => {
  it("reads nested packages; the manifest beside it says what is direct", async () => {
    const manifest = '{"name": "ours", "dependencies": {"a": "1"}, "devDependencies": {"b": "1"}}';
    const reading = await read(old, { "app/package.json": manifest, "app/libs/mine/package.json": "{}" });
    expect(brief(reading)).toEqual([
      "a 1.0.1 production true node_modules/a/node_modules/b",
      "b 1.5.0 production false node_modules/c",
      "@s/real 2.0.0 production false",
      "b 1.0.0 development true",
      "c 1.0.0 optional true",
      "folder  production false node_modules/b",
      "git  production false",
    ]);
    expect(reading.own?.map(({ name }) => name)).toEqual(["ours", "mine"]);
    expect(reading.alsoRead).toEqual(["app/package.json"]);
    expect(reading.packages.map(({ line }) => line)).toEqual([6, 13, 21, 24, 29, 33, 39]);
    checkReading(reading);
  });

  it("does not pretend to know what is direct without a manifest", async () => {
    const { packages } = await read(old, {});
    expect(packages[0]?.direct).toBeUndefined();
  });
});

describe("package-lock.json", () => {
  it.each([
    ["null", 1],
    ["[]", 1],
    ["", 1],
    ['{"packages": []}', undefined],
    ['{\n  "packages": {\n    "node_modules/a": {},\n    "node_modules/b": 1\n  }\n}', 4],
    ['{\n  "dependencies": {\n    "a": 1\n  }\n}', undefined],
    ['{\n  "packages": {\n<<<<<<< HEAD\n  }\n}', 3],
    [print({ packages: { [`node_modules/${"a/node_modules/".repeat(300)}a`]: {} } }), 3],
  ])("refuses %j", async (text, line) => {
    const error = await read(text).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Unreadable);
    expect(error.line).toBe(line);
  });

  it.each(["{}", '{"lockfileVersion": 3, "packages": {}}', '{"lockfileVersion": 1}'])("reads nothing from %s", async (text) => {
    expect((await read(text)).packages).toEqual([]);
  });

  it("gives way to the shrinkwrap beside it, as npm has it", async () => {
    expect((await read(modern, { "app/npm-shrinkwrap.json": print(old) })).packages).toEqual([]);
    expect(
      (await readWith(npmPackageLock, "npm-shrinkwrap.json", { "npm-shrinkwrap.json": print(old), "package-lock.json": "" })).packages,
    ).toHaveLength(8);
  });

  it("reads by lines what the parser reads", () => {
    for (const sample of [print(modern), print(old)]) {
      const [quick, whole] = [quickEntries(sample), wholeEntries(sample)];
      expect(quick).toEqual(whole);
      fc.assert(
        fc.property(
          fc.array(
            fc.tuple(fc.nat(sample.length), fc.nat(30), fc.constantFrom("", "\n", '"', ",", "{", "}", "[", "]", ": ", "x", "\\", "  ")),
            { minLength: 1, maxLength: 2 },
          ),
          (edits) => {
            const text = edits.reduce((before, [at, cut, added]) => before.slice(0, at) + added + before.slice(at + cut), sample);
            const found = quickEntries(text);
            if (found) expect(found, text).toEqual(wholeEntries(text));
          },
        ),
        { numRuns: 2000 },
      );
    }
  });

  it("stays calm", async () => {
    await staysCalm(npmPackageLock, "package-lock.json", { "package-lock.json": print(modern) });
    await staysCalm(npmPackageLock, "package-lock.json", { "package-lock.json": print(old), "package.json": "{}" });
  });
});
