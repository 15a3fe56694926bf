import { describe, expect, it } from "vitest";
import { nameInAddress, npmSource, splitDescriptor, splitNpmName } from "./npm.ts";
import { pathFrom } from "./paths.ts";
import { isWorkspaceFolder } from "./workspaces.ts";
import { cpuTime } from "../../../../test/cpu-time.ts";

const commit = "3b1bb80b302c2e552685dc8a029797ec832ea7c9";

describe("names of npm", () => {
  it("splits them", () => {
    expect(splitNpmName("@a/b")).toEqual({ namespace: "@a", name: "b" });
    expect(splitNpmName("b")).toEqual({ namespace: undefined, name: "b" });
    expect(splitDescriptor("@a/b@npm:c@^1")).toEqual({ name: "@a/b", rest: "npm:c@^1" });
    expect(nameInAddress("https://registry.npmjs.org/@a%2fb/-/b-1.0.0.tgz")).toBe("@a/b");
    expect(nameInAddress("https://example.com/x.tgz")).toBeUndefined();
  });
});

describe("where packages come from", () => {
  it.each([
    ["https://registry.npmjs.org/a/-/a-1.0.0.tgz", undefined],
    ["https://registry.yarnpkg.com/a/-/a-1.0.0.tgz#abc", undefined],
    ["https://npm.example.com/x/npm/@a/b/-/b-1.0.0.tgz", { kind: "registry", address: "https://npm.example.com/x/npm/" }],
    ["https://user:secret@npm.example.com/a/-/a-1.0.0.tgz", { kind: "registry", address: "https://npm.example.com/" }],
    ["https://example.com/a.tgz?token=secret", { kind: "url", address: "https://example.com/a.tgz" }],
    [`git+ssh://git@github.com/a/b.git#${commit}`, { kind: "git", address: "ssh://git@github.com/a/b.git", commit }],
    [`git+https://user:secret@github.com/a/b.git#${commit}`, { kind: "git", address: "https://github.com/a/b.git", commit }],
    ["git+https://github.com/a/b.git#main", { kind: "git", address: "https://github.com/a/b.git" }],
    ["github:a/b#6609a88", { kind: "git", address: "https://github.com/a/b", commit: "6609a88" }],
    ["bitbucket:a/b", { kind: "git", address: "https://bitbucket.org/a/b" }],
    [`https://codeload.github.com/a/b/tar.gz/${commit}`, { kind: "git", address: "https://github.com/a/b", commit }],
    [`https://github.com/a/b.git#commit=${commit}`, { kind: "git", address: "https://github.com/a/b.git", commit }],
    ["git@github.com:a/b.git", { kind: "git", address: "git@github.com:a/b.git" }],
    ["file:../x", { kind: "path", address: "../x" }],
    ["../x", { kind: "path", address: "../x" }],
    ["", undefined],
  ])("%s", (address, source) => {
    expect(npmSource(address)).toEqual(source);
  });
});

describe("paths in a repository", () => {
  it.each([
    ["a/b", "../c", "a/c"],
    ["a", "./b//c/", "a/b/c"],
    ["", "../c", undefined],
    ["a", "/etc", undefined],
    ["a", "C:\\x", undefined],
    ["a", "..\\b", "b"],
    ["a", "..", ""],
  ])("%s + %s", (folder, relative, result) => {
    expect(pathFrom(folder, relative)).toBe(result);
  });
});

describe("workspace patterns", () => {
  it.each([
    ["packages/a", ["packages/*"], true],
    ["packages/a/b", ["packages/*"], false],
    ["packages/a/b", ["packages/**"], true],
    ["apps/web", ["{apps,packages}/*/"], true],
    ["apps/web", ["./apps/w?b"], true],
    ["apps/old", ["apps/*", "!apps/old"], false],
    ["apps/a-test", ["apps/*-test"], true],
    ["apps", ["apps"], true],
    ["x", [], false],
  ])("%s in %j: %s", (folder, patterns, result) => {
    expect(isWorkspaceFolder(folder, patterns)).toBe(result);
  });

  it("takes no time for hostile patterns", () => {
    const start = cpuTime();
    expect(isWorkspaceFolder("a".repeat(5000), [`${"*a".repeat(500)}*b`])).toBe(false);
    expect(isWorkspaceFolder("a/".repeat(2000), [`${"**/a/".repeat(200)}b`])).toBe(false);
    expect(cpuTime() - start).toBeLessThan(2000);
  });
});
