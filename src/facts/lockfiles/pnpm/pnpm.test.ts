import { describe, expect, it } from "vitest";
import { checkReading, staysCalm } from "../testing/hostile.ts";
import { readWith } from "../testing/reading.ts";
import { type Reading, Unreadable } from "../types.ts";
import { pnpm } from "./pnpm.ts";

const commit = "02fa893d619d3da85411acc8fd4e2eea0e95a9d9";

const nine = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

importers:

  .:
    dependencies:
      '@s/a':
        specifier: ^1.0.0
        version: 1.0.1(react@18.2.0)
      alias:
        specifier: npm:real@^2
        version: real@2.0.0
      git:
        specifier: x/git
        version: https://codeload.github.com/x/git/tar.gz/${commit}
      member:
        specifier: workspace:*
        version: link:packages/member
    devDependencies:
      tool:
        specifier: ^3.0.0
        version: 3.0.0

  packages/member:
    optionalDependencies:
      maybe:
        specifier: ^1.0.0
        version: 1.0.0

packages:

  '@s/a@1.0.1':
    resolution: {integrity: sha512-aa==}
    peerDependencies:
      react: '*'

  deep@1.0.0:
    resolution: {integrity: sha512-bb==, tarball: https://npm.example.com/deep/-/deep-1.0.0.tgz}

  git@https://codeload.github.com/x/git/tar.gz/${commit}:
    resolution: {tarball: https://codeload.github.com/x/git/tar.gz/${commit}}
    version: 6.0.1

  libs@file:libs/ours:
    resolution: {directory: libs/ours, type: directory}

  maybe@1.0.0:
    resolution: {integrity: sha512-cc==}

  react@18.2.0:
    resolution: {integrity: sha512-dd==}

  real@2.0.0:
    resolution: {integrity: sha512-ee==}

  tool@3.0.0:
    resolution: {integrity: sha512-ff==}
    deprecated: |-
      Use
      another

snapshots:

  '@s/a@1.0.1(react@18.2.0)':
    dependencies:
      react: 18.2.0
    optionalDependencies:
      maybe: 1.0.0

  '@s/a@1.0.1(react@17.0.0)':
    dependencies:
      deep: 1.0.0

  deep@1.0.0: {}

  git@https://codeload.github.com/x/git/tar.gz/${commit}: {}

  maybe@1.0.0:
    optional: true

  real@2.0.0: {}

  tool@3.0.0:
    dependencies:
      deep: 1.0.0
`;

const six = `lockfileVersion: '6.0'
dependencies:
  a:
    specifier: ^1
    version: 1.0.0(react@18.2.0)
  alias:
    specifier: npm:@s/real@2
    version: /@s/real@2.0.0
packages:
  /@s/real@2.0.0:
    resolution: {integrity: sha512-x}
    dev: false
  /a@1.0.0(react@18.2.0):
    resolution: {integrity: sha512-x}
    dependencies:
      react: 18.2.0
    dev: false
  /react@18.2.0:
    resolution: {integrity: sha512-x}
    optional: true
    dev: false
  github.com/x/git/${commit}:
    resolution: {commit: ${commit}, repo: https://github.com/x/git.git, type: git}
    name: git
    version: 4.0.0
    dev: true
`;

const five = `lockfileVersion: 5.4
specifiers:
  a: ^1
importers:
  .:
    dependencies:
      a: 1.0.0_react@18.2.0
      '@s/b': 2.0.0-rc.1
packages:
  /@s/b/2.0.0-rc.1:
    resolution: {integrity: sha512-x}
    dev: false
  /a/1.0.0_react@18.2.0:
    resolution: {integrity: sha512-x}
    dependencies:
      c: 1.0.0
    dev: false
  npm.example.com/c/1.0.0:
    resolution: {integrity: sha512-x}
    dev: true
  /c/1.0.0/peer@2.0.0:
    resolution: {integrity: sha512-x}
  file:../nameless:
    resolution: {directory: ../nameless, type: directory}
    version: 1.0.0
`;

const read = (text: string, more: Record<string, string> = {}): Promise<Reading> =>
  readWith(pnpm, "pnpm-lock.yaml", { "pnpm-lock.yaml": text, ...more });

function brief(reading: Reading): unknown {
  return reading.packages.map(({ namespace, name, version, scope, direct, dependsOn }) =>
    [namespace ? `${namespace}/${name}` : name, version, scope, direct, ...(dependsOn ?? [])].join(" "),
  );
}

describe("pnpm-lock.yaml", () => {
  it("reads version 9: peers, aliases, git, other registries, folders of ours", async () => {
    const reading = await read(nine, { "libs/ours/package.json": "{}" });
    expect(brief(reading)).toEqual([
      "@s/a 1.0.1 production true react@18.2.0 deep@1.0.0 maybe@1.0.0",
      "deep 1.0.0 production false",
      "git 6.0.1 production true",
      "maybe 1.0.0 optional true",
      "react 18.2.0 production false",
      "real 2.0.0 production true",
      "tool 3.0.0 development true deep@1.0.0",
    ]);
    expect(reading.packages[1]).toMatchObject({
      line: nine.split("\n").indexOf("  deep@1.0.0:") + 1,
      source: { kind: "registry", address: "https://npm.example.com/" },
    });
    expect(reading.packages[2]?.source).toEqual({ kind: "git", address: "https://github.com/x/git", commit });
    expect(reading.members).toEqual(["packages/member"]);
    checkReading(reading);
    expect((await read(nine)).packages.map(({ name }) => name)).toContain("libs");
  });

  it("reads version 6", async () => {
    const reading = await read(six);
    expect(brief(reading)).toEqual([
      "@s/real 2.0.0 production true",
      "a 1.0.0 production true /react@18.2.0",
      "react 18.2.0 optional false",
      "git 4.0.0 development false",
    ]);
    expect(reading.packages[3]?.source).toEqual({ kind: "git", address: "https://github.com/x/git.git", commit });
  });

  it("reads version 5", async () => {
    expect(brief(await read(five))).toEqual([
      "@s/b 2.0.0-rc.1 production true",
      "a 1.0.0 production true",
      "c 1.0.0 development false",
      "c 1.0.0 production false",
    ]);
  });

  it("reads what pnpm notes of itself in a first document, as development", async () => {
    const first =
      "---\nlockfileVersion: '9.0'\nimporters:\n  .:\n    packageManagerDependencies:\n      pnpm:\n        version: 10.0.0\npackages:\n  pnpm@10.0.0:\n    resolution: {integrity: x}\n---\n";
    const reading = await read(first + nine);
    expect(reading.packages[0]).toMatchObject({ name: "pnpm", scope: "development", direct: true });
    expect(reading.packages).toHaveLength(9);
  });

  it("reads nothing from an empty file", async () => {
    expect((await read("# nothing\n")).packages).toEqual([]);
  });

  it.each([
    ["packages: {}\n", 1],
    ["lockfileVersion: '9.0'\npackages:\n  - a\n- b\n", undefined],
    ["lockfileVersion: 5.4\npackages:\n\n  axios@1.2.5:\n    dev: true\n", 4],
    ["- a\n", 1],
  ])("refuses %j", async (text, line) => {
    const error = await read(text).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Unreadable);
    if (line !== undefined) expect(error.line).toBe(line);
  });

  it("stays calm", async () => {
    for (const text of [nine, six, five]) await staysCalm(pnpm, "pnpm-lock.yaml", { "pnpm-lock.yaml": text }, { runs: 60, length: 3000 });
  });
});
