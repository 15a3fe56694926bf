import { describe, expect, it } from "vitest";
import { checkReading, staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { type Reading, Unreadable } from "../types.ts";
import { bunLock } from "./bun-lock.ts";

const lock = `{
  "lockfileVersion": 1,
  "workspaces": {
    "": {
      "name": "ours",
      "dependencies": { "a": "^1.0.0", "alias": "npm:@s/real@^2", "git": "github:x/git#main", "files": "file:./libs/files" },
      "devDependencies": { "tool": "^3.0.0" },
    },
    "packages/member": {
      "name": "@ours/member",
      "version": "0.1.0",
      "optionalDependencies": { "maybe": "^1.0.0" },
      "dependencies": { "b": "^2.0.0" },
    },
  },
  // what Bun writes
  "packages": {
    "@ours/member": ["@ours/member@workspace:packages/member"],
    "@ours/member/b": ["b@2.0.0", "https://npm.example.com/", {}, "sha512-bb=="],
    "a": ["a@1.0.1", "", { "dependencies": { "b": "^1.0.0" }, "optionalDependencies": { "maybe": "1" }, "peerDependencies": { "b": "*" } }, "sha512-aa=="],
    "alias": ["@s/real@2.0.0", "", {}, "sha512-cc=="],
    "b": ["b@1.0.0", "", {}, "sha512-dd=="],
    "files": ["files@file:libs/files", { "dependencies": { "b": "1" } }],
    "git": ["git@github:x/git#6609a88", {}, "x-git-6609a88"],
    "maybe": ["maybe@1.0.0", "", { "dependencies": { "b": "1" } }, "sha512-ee=="],
    "tool": ["tool@3.0.0", "", { "dependencies": { "b": "1" } }, "sha512-ff=="],
    "tool/b": ["b@1.5.0", "", {}, "sha512-gg=="],
  }
}
`;

const read = (text: string, more: Record<string, string> = {}): Promise<Reading> =>
  readWith(bunLock, "app/bun.lock", { "app/bun.lock": text, ...more });

describe("bun.lock", () => {
  it("reads tuples, nested places, workspaces and other sources", async () => {
    const reading = await read(lock, { "app/libs/files/package.json": "{}" });
    expect(
      reading.packages.map(({ namespace, name, version, scope, direct, dependsOn }) =>
        [namespace ? `${namespace}/${name}` : name, version, scope, direct, ...(dependsOn ?? [])].join(" "),
      ),
    ).toEqual([
      "b 2.0.0 production true",
      "a 1.0.1 production true b maybe",
      "@s/real 2.0.0 production true",
      "b 1.0.0 production false",
      "git  production true",
      "maybe 1.0.0 optional true b",
      "tool 3.0.0 development true tool/b",
      "b 1.5.0 development false",
    ]);
    expect(reading.packages[0]).toMatchObject({
      line: 19,
      source: { kind: "registry", address: "https://npm.example.com/" },
      integrity: "sha512-bb==",
    });
    expect(reading.packages[4]?.source).toEqual({ kind: "git", address: "https://github.com/x/git", commit: "6609a88" });
    expect(reading.own?.map(({ namespace, name, version }) => [namespace, name, version])).toEqual([
      [undefined, "ours", undefined],
      ["@ours", "member", "0.1.0"],
    ]);
    expect(reading.members).toEqual(["app/packages/member"]);
    checkReading(reading);
    expect((await read(lock)).packages.map(({ name }) => name)).toContain("files");
  });

  it.each([
    ["this is not json!", 1],
    ["[]", 1],
    ['{\n "packages": {\n  "a": ["a"]\n }\n}', 3],
    ['{\n "packages": {\n  "a": "a@1.0.0"\n }\n}', 3],
  ])("refuses %j", async (text, line) => {
    const error = await read(text).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Unreadable);
    expect(error.line).toBe(line);
  });

  it("stays calm", async () => {
    await staysCalm(bunLock, "bun.lock", { "bun.lock": lock });
  });
});
