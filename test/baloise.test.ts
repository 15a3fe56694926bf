// The real policy on repositories as a maintainer has them: every rule is there, and answers, asks, or says what it waits for.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "#policy";
import type { ScanResult } from "#scan";
import { root, runner, scratch } from "./run.ts";

const NOW = "2026-11-23";
const folder = scratch();
const run = runner(join(folder, "home"));
const pack = join(root, "packs", "baloise");
let result: ScanResult;

/** Modality and assurance of each rule, as our study of the guidelines has them; no assurance where it names none. */
const rules: Readonly<Record<string, readonly [modality: string, assurance?: string]>> = {
  "BAL-USE-01": ["must", "evidence"],
  "BAL-USE-02": ["should", "signal"],
  "BAL-LIC-01": ["may", "deterministic"],
  "BAL-LIC-02": ["may", "deterministic"],
  "BAL-LIC-03": ["must-not", "deterministic"],
  "BAL-LIC-04": ["must-not", "deterministic"],
  "BAL-LIC-05": ["must-not", "deterministic"],
  "BAL-LIC-06": ["must", "deterministic"],
  "BAL-LIC-07": ["should"],
  "BAL-CON-01": ["must-not", "attested"],
  "BAL-CON-02": ["must-not", "attested"],
  "BAL-CON-03": ["may", "deterministic"],
  "BAL-CON-04": ["may", "deterministic"],
  "BAL-CON-05": ["must-not", "deterministic"],
  "BAL-CON-06": ["must", "deterministic"],
  "BAL-CON-07": ["must", "deterministic"],
  "BAL-CON-08": ["must", "deterministic"],
  "BAL-CON-09": ["info"],
  "BAL-ID-01": ["must", "deterministic"],
  "BAL-ID-02": ["should", "attested"],
  "BAL-ID-03": ["should", "signal"],
  "BAL-REL-01": ["must", "deterministic"],
  "BAL-REL-02": ["must-not", "attested"],
  "BAL-REL-03": ["must", "signal"],
  "BAL-REL-04": ["must", "deterministic"],
  "BAL-REL-05": ["must", "deterministic"],
  "BAL-REL-06": ["must", "deterministic"],
  "BAL-REL-07": ["must", "deterministic"],
  "BAL-REL-08": ["must", "deterministic"],
  "BAL-REL-09": ["must-not", "signal"],
  "BAL-REL-10": ["must", "deterministic"],
  "BAL-REL-11": ["must", "deterministic"],
  "BAL-REL-12": ["must", "deterministic"],
  "BAL-REL-13": ["must", "deterministic"],
  "BAL-REL-14": ["should", "deterministic"],
  "BAL-REL-15": ["must", "signal"],
  "BAL-REL-16": ["must", "signal"],
  "BAL-REL-17": ["should", "attested"],
  "BAL-REL-18": ["must", "deterministic"],
  "BAL-REL-19": ["must", "signal"],
  "BAL-REL-20": ["must", "deterministic"],
  "BAL-REL-21": ["should", "deterministic"],
  "BAL-REL-22": ["should", "signal"],
  "BAL-REL-23": ["should", "signal"],
  "BAL-REL-24": ["should", "signal"],
  "BAL-REL-25": ["should", "deterministic"],
  "BAL-INC-01": ["must", "signal"],
  "BAL-INC-02": ["must", "deterministic"],
  "BAL-INC-03": ["must", "deterministic"],
  "BAL-INC-04": ["must", "deterministic"],
  "BAL-INC-05": ["must", "deterministic"],
  "BAL-INC-06": ["must", "deterministic"],
  "BAL-INC-07": ["must", "deterministic"],
};

const license = "Creative Commons is not here: SPDX-License-Identifier: Apache-2.0\n";
const readme = `# Tariff kit

Tariff kit computes what an insurance costs, for everybody who has to compare tariffs of several houses without guessing.

## Installation

Run \`npm install\` in this folder and wait until it is done; nothing else is needed.

## Usage

Call \`tariff\` with a birthday and a sum, and read the premium that it prints for each of the houses.

## License

Apache-2.0
`;

function repository(name: string, origin: string, files: Readonly<Record<string, string>>): void {
  const at = join(folder, "repositories", name);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), content);
  }
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", at, "-c", "user.name=M. K.", "-c", "user.email=mk@baloise.example", ...args], { stdio: "pipe" });
  git("init", "--quiet", "--initial-branch=main");
  git("remote", "add", "origin", origin);
  git("add", "--all");
  git("commit", "--quiet", "--message=All of it");
}

beforeAll(async () => {
  const lock = {
    name: "tariff-kit",
    version: "0.4.0",
    lockfileVersion: 3,
    packages: {
      "": { name: "tariff-kit", version: "0.4.0", dependencies: { a: "1", b: "1", c: "1", d: "1" } },
      "node_modules/a": { version: "1.0.0", license: "MIT" },
      "node_modules/b": { version: "1.0.0", license: "GPL-3.0-only" },
      "node_modules/c": { version: "1.0.0", license: "AGPL-3.0-only" },
      "node_modules/d": { version: "1.0.0", license: "CC-BY-NC-4.0" },
    },
  };
  repository("tariff-kit", "https://github.com/baloise/tariff-kit.git", {
    "README.md": readme,
    LICENSE: `Copyright 2024 Baloise Group\n\n${license}`,
    "docs/CODEOWNERS": "* @mk @lb\n",
    "CONTRIBUTING.md": "Contributions are welcome.\n",
    "package.json": JSON.stringify({ name: "tariff-kit", version: "0.4.0", dependencies: lock.packages[""].dependencies }),
    "package-lock.json": JSON.stringify(lock),
    ".github/workflows/ci.yml": "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps: [{ run: npm test }]\n",
  });
  repository("fresh", "https://github.com/baloise-incubator/fresh.git", {
    "README.md": "# Fresh\n",
    LICENSE: license,
    "src/fresh.py": "print(1)\n",
  });
  const scanned = await run(["scan", join(folder, "repositories"), "--program", pack, "--now", NOW, "--json", "--quiet"]);
  expect(scanned.code, scanned.err).toBe(0);
  result = JSON.parse(scanned.out) as ScanResult;
});

function finding(rule: string, label: string): Finding | undefined {
  return result.findings.find((candidate) => candidate.rule === rule && candidate.subject.label.startsWith(label));
}

describe("the real policy", () => {
  it("has every rule, with its modality and assurance", () => {
    const told = new Map(result.program.policies.flatMap((policy) => policy.rules).map((rule) => [rule.id, rule]));
    for (const [id, [modality, assurance]] of Object.entries(rules)) {
      expect(told.get(id), id).toMatchObject({ modality, ...(assurance === undefined ? {} : { assurance }) });
    }
  });

  it("is silent about none of them: each answered, or says what it waits for", () => {
    for (const id of Object.keys(rules)) {
      const tally = result.rules.find((candidate) => candidate.rule === id);
      expect((tally?.matched ?? 0) + (tally?.notMatched ?? 0) > 0 || Object.keys(tally?.reasons ?? {}).length > 0, id).toBe(true);
    }
    expect(result.coverage.rulesWithoutSubject).toBe(0);
  });

  it("evaluates what a clone can answer", () => {
    expect(finding("BAL-REL-03", "fresh")).toMatchObject({ outcome: "deny", because: "matched", assurance: "signal" });
    expect(finding("BAL-REL-04", "fresh")).toMatchObject({ outcome: "deny", because: "matched", assurance: "deterministic" });
    expect(finding("BAL-REL-13", "fresh")).toMatchObject({ outcome: "deny", because: "matched" });
    expect(finding("BAL-INC-01", "fresh")).toMatchObject({ outcome: "deny", because: "matched" });
    expect(finding("BAL-INC-06", "fresh")).toMatchObject({ outcome: "review", because: "matched" });
    for (const id of ["BAL-REL-03", "BAL-REL-04", "BAL-REL-05", "BAL-REL-06", "BAL-REL-12", "BAL-REL-13", "BAL-INC-01"])
      expect(finding(id, "tariff-kit"), id).toBeUndefined();
    expect(finding("BAL-LIC-03", "b 1.0.0")).toMatchObject({ outcome: "deny", because: "matched" });
    expect(finding("BAL-LIC-04", "c 1.0.0")).toMatchObject({ outcome: "deny", because: "matched" });
    expect(finding("BAL-LIC-06", "d 1.0.0")).toMatchObject({ outcome: "review", lane: "legal" });
  });

  it("asks people for what only they can say", () => {
    for (const id of ["BAL-REL-01", "BAL-REL-02", "BAL-REL-17"])
      expect(finding(id, "tariff-kit"), id).toMatchObject({
        because: "attestation",
        unknown: [{ fact: `attested:${id}`, reason: "needs-person" }],
      });
    expect(finding("BAL-ID-02", "")?.because).toBe("attestation");
  });

  it("says what needs a forge, a history, a register, a later source", () => {
    const reason = (id: string, label = "tariff-kit") => finding(id, label)?.unknown?.map((unknown) => unknown.reason);
    // Its own licence is Apache-2.0, and two of its components ask for more.
    expect(finding("BAL-REL-07", "tariff-kit")).toMatchObject({ outcome: "deny", because: "matched" });
    expect(result.repositories.find(({ id }) => id === "tariff-kit")?.facts.incompatibleLicenses).toEqual([
      "pkg:npm/b@1.0.0",
      "pkg:npm/c@1.0.0",
    ]);
    expect(reason("BAL-REL-10")).toEqual(["needs-forge", "needs-forge"]);
    expect(reason("BAL-REL-25")).toEqual(["needs-forge"]);
    expect(reason("BAL-INC-05", "fresh")).toEqual(["needs-forge"]);
    // HEAD holds none; what the past held is not searched before somebody asks for it.
    expect(reason("BAL-REL-09")).toEqual(["needs-history"]);
    // One of the two in CODEOWNERS cannot be found in the history.
    expect(reason("BAL-REL-11")).toEqual(["missing"]);
    expect(reason("BAL-REL-18")).toEqual(["needs-vulnerabilities"]);
    expect(reason("BAL-REL-20")).toEqual(["needs-cases"]);
    expect(result.coverage.rulesUnknown).toContainEqual({ rule: "BAL-CON-05", reasons: { "needs-cases": 0 } });
    expect(result.coverage.rulesUnknown).toContainEqual({ rule: "BAL-USE-01", reasons: { "needs-releases": 0 } });
  });

  it("hears an attestation from the next run on, and a no as well", async () => {
    const own = join(folder, "own");
    expect((await run(["init", own, "--pack", "baloise", "--yes", "--now", NOW])).code).toBe(0);
    const program = join(own, "allmend");
    const record = (...args: string[]) => run(["record", "attestation", ...args, "--by", "mk", "--now", NOW, "--program", program]);
    expect((await record("BAL-REL-01", "--about", "tariff-kit")).code).toBe(0);
    expect((await record("BAL-REL-02", "--about", "repository:tariff-kit", "--no-value")).code).toBe(0);
    const wrong = await record("BAL-REL-1", "--about", "tariff-kit");
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('Did you mean "BAL-REL-01"?')]);
    const scanned = await run(["scan", join(folder, "repositories"), "--program", program, "--now", NOW, "--json", "--quiet"]);
    result = JSON.parse(scanned.out) as ScanResult;
    expect(finding("BAL-REL-01", "tariff-kit")).toBeUndefined();
    expect(finding("BAL-REL-02", "tariff-kit")).toMatchObject({ outcome: "deny", because: "matched" });
    expect(finding("BAL-REL-01", "fresh")?.because).toBe("attestation");
  });
});
