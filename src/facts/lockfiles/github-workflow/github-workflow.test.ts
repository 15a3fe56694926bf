import { describe, expect, it } from "vitest";
import { githubAction } from "../github-action/github-action.ts";
import { readWith } from "../testing/reading.ts";
import { Unreadable } from "../types.ts";
import { githubWorkflow } from "./github-workflow.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const PATH = ".github/workflows/ci.yml";

async function read(text: string) {
  return readWith(githubWorkflow, PATH, { [PATH]: text });
}

describe("a workflow", () => {
  it("gives actions, reusable workflows and images", async () => {
    const { packages, own } = await read(`on: push
jobs:
  build:
    runs-on: ubuntu-latest
    container: node:20
    services:
      db:
        image: postgres:16
    steps:
      - uses: actions/checkout@v4
      - name: again
        uses: actions/checkout@v4
      - uses: actions/cache/restore@${COMMIT} # v4
      - uses: ./.github/actions/ours
      - uses: docker://alpine:3
      - run: echo
  call:
    uses: org/repo/.github/workflows/x.yml@main
`);
    expect(
      packages.map(({ type, namespace, name, subpath, version, range, line }) => [type, namespace, name, subpath, version, range, line]),
    ).toEqual([
      ["docker", undefined, "node", undefined, "20", "20", 5],
      ["docker", undefined, "postgres", undefined, "16", "16", 8],
      ["githubactions", "actions", "checkout", undefined, "v4", "v4", 10],
      ["githubactions", "actions", "cache", "restore", COMMIT, undefined, 13],
      ["docker", undefined, "alpine", undefined, "3", "3", 15],
      ["githubactions", "org", "repo", ".github/workflows/x.yml", "main", "main", 18],
    ]);
    expect(packages[3]?.source).toEqual({ kind: "git", address: "https://github.com/actions/cache", commit: COMMIT });
    expect(packages.every((entry) => entry.scope === "development" && entry.direct)).toBe(true);
    expect(own).toEqual([{ type: "githubactions", name: "./.github/actions/ours" }]);
  });

  it("reads through anchors, and actions of other hosts", async () => {
    const { packages } = await read("jobs:\n  a: &a\n    steps:\n      - uses: https://code.forgejo.org/actions/checkout@v4\n  b: *a\n");
    expect(packages).toMatchObject([
      { namespace: "actions", name: "checkout", qualifiers: { repository_url: "https://code.forgejo.org/actions/checkout" } },
    ]);
  });

  it("tells of what is known only when it runs", async () => {
    const { packages, problems } = await read("jobs:\n  a:\n    container: ${{ matrix.image }}\n    steps:\n      - uses: ${{ x }}\n");
    expect(packages).toEqual([]);
    expect(problems?.map((problem) => problem.line)).toEqual([3, 5]);
  });

  it("refuses what is no mapping, and takes what is empty or odd", async () => {
    await expect(read("- a\n")).rejects.toBeInstanceOf(Unreadable);
    await expect(read("a: [\n")).rejects.toBeInstanceOf(Unreadable);
    for (const text of ["", "jobs: 1", "jobs: {a: 1, b: [], c: {steps: 1}, d: {steps: [1, {uses: [x]}]}}"])
      expect((await read(text)).packages).toEqual([]);
  });

  it("goes by its place", () => {
    expect([PATH, "sub/.github/workflows/a.yaml", ".forgejo/workflows/a.yml"].every(githubWorkflow.matches)).toBe(true);
    expect([".github/ci.yml", ".github/workflows/a/b.yml", ".github/workflows/a.json"].some(githubWorkflow.matches)).toBe(false);
  });
});

describe("action.yml", () => {
  const readAction = (text: string) => readWith(githubAction, "tools/x/action.yml", { "tools/x/action.yml": text });

  it("gives what a composite action uses, and is ours", async () => {
    const reading = await readAction("name: x\nruns:\n  using: composite\n  steps:\n    - uses: actions/setup-node@v4\n");
    expect(reading.packages).toMatchObject([{ name: "setup-node", line: 5 }]);
    expect(reading.own).toEqual([{ type: "githubactions", name: "./tools/x", dependsOn: ["actions/setup-node@v4"] }]);
  });

  it("gives the image of a container action, unless it builds it", async () => {
    expect((await readAction("runs: {using: docker, image: 'docker://alpine:3'}")).packages).toMatchObject([
      { type: "docker", name: "alpine" },
    ]);
    expect((await readAction("runs: {using: docker, image: Dockerfile}")).packages).toEqual([]);
    expect((await readAction("runs: {using: node20, main: x.js}")).packages).toEqual([]);
  });

  it("leaves other files of this name alone", async () => {
    expect(await readAction("steps: []\n")).toEqual({ packages: [] });
  });
});
